package java.util.zip;

/** Little-endian numbers in byte arrays, and times as MS-DOS keeps them. */
final class ZipBytes {
    private ZipBytes() {
    }

    static int u16(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8;
    }

    static long u32(byte[] b, int at) {
        return u16(b, at) | (long) u16(b, at + 2) << 16;
    }

    static long u64(byte[] b, int at) {
        return u32(b, at) | u32(b, at + 4) << 32;
    }

    static void put16(byte[] b, int at, int v) {
        b[at] = (byte) v;
        b[at + 1] = (byte) (v >> 8);
    }

    static void put32(byte[] b, int at, long v) {
        put16(b, at, (int) v);
        put16(b, at + 2, (int) (v >> 16));
    }

    static void put64(byte[] b, int at, long v) {
        put32(b, at, v);
        put32(b, at + 4, v >> 32);
    }

    /** Local time of an MS-DOS time; the date in the upper half. */
    @SuppressWarnings("deprecation")
    static long toMillis(long dos) {
        int date = (int) (dos >> 16);
        int time = (int) dos & 0xffff;
        return new java.util.Date((date >> 9 & 0x7f) + 80, (date >> 5 & 15) - 1, date & 31, time >> 11 & 31, time >> 5 & 63,
                time << 1 & 62).getTime();
    }

    /** The MS-DOS time of a local time; 1980 begins the calendar. */
    @SuppressWarnings("deprecation")
    static long toDos(long millis) {
        java.util.Date d = new java.util.Date(millis);
        int year = d.getYear() + 1900;
        if (year < 1980) {
            return 1 << 21 | 1 << 16;
        }
        return ((long) (year - 1980) << 25 | d.getMonth() + 1 << 21 | d.getDate() << 16 | d.getHours() << 11
                | d.getMinutes() << 5 | d.getSeconds() >> 1) & 0xffffffffL;
    }
}
