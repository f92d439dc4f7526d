package java.util;

/** A universally unique identifier of 128 bits (RFC 4122). */
public final class UUID implements java.io.Serializable, Comparable<UUID> {
    private final long mostSigBits;
    private final long leastSigBits;

    public UUID(long mostSigBits, long leastSigBits) {
        this.mostSigBits = mostSigBits;
        this.leastSigBits = leastSigBits;
    }

    public static UUID randomUUID() {
        byte[] b = new byte[16];
        rvm.internal.HostIO.random(b);
        return of(b, 4);
    }

    public static UUID nameUUIDFromBytes(byte[] name) {
        return of(new rvm.internal.security.Md5().digest(name), 3);
    }

    private static UUID of(byte[] b, int version) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | b[i] & 0xff;
            low = low << 8 | b[i + 8] & 0xff;
        }
        return new UUID(high & ~0xf000L | version << 12, low & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static long part(String name, int from, int to) {
        if (from == to) {
            throw new NumberFormatException("For input string: \"\"");
        }
        return Long.parseLong(name.substring(from, to), 16);
    }

    public static UUID fromString(String name) {
        if (name.length() > 36) {
            throw new IllegalArgumentException("UUID string too large");
        }
        int[] dash = new int[5];
        int at = -1;
        for (int i = 0; i < 4; i++) {
            at = name.indexOf('-', at + 1);
            if (at < 0) {
                throw new IllegalArgumentException("Invalid UUID string: " + name);
            }
            dash[i] = at;
        }
        if (name.indexOf('-', at + 1) >= 0) {
            throw new IllegalArgumentException("Invalid UUID string: " + name);
        }
        long high = part(name, 0, dash[0]) & 0xffffffffL;
        high = high << 16 | part(name, dash[0] + 1, dash[1]) & 0xffffL;
        high = high << 16 | part(name, dash[1] + 1, dash[2]) & 0xffffL;
        long low = part(name, dash[2] + 1, dash[3]) & 0xffffL;
        low = low << 48 | part(name, dash[3] + 1, name.length()) & 0xffffffffffffL;
        return new UUID(high, low);
    }

    public long getLeastSignificantBits() {
        return leastSigBits;
    }

    public long getMostSignificantBits() {
        return mostSigBits;
    }

    public int version() {
        return (int) (mostSigBits >> 12 & 0x0f);
    }

    public int variant() {
        return (int) (leastSigBits >>> 64 - (leastSigBits >>> 62) & leastSigBits >> 63);
    }

    private void timeBased() {
        if (version() != 1) {
            throw new UnsupportedOperationException("Not a time-based UUID");
        }
    }

    public long timestamp() {
        timeBased();
        return (mostSigBits & 0x0fffL) << 48 | (mostSigBits >> 16 & 0xffffL) << 32 | mostSigBits >>> 32;
    }

    public int clockSequence() {
        timeBased();
        return (int) ((leastSigBits & 0x3fff000000000000L) >>> 48);
    }

    public long node() {
        timeBased();
        return leastSigBits & 0xffffffffffffL;
    }

    /** Writes hexadecimal digits so that they end before {@code end}. */
    private static void hex(byte[] out, int end, int v, int digits) {
        for (int i = 0; i < digits; i++) {
            int d = v & 15;
            out[--end] = (byte) (d < 10 ? '0' + d : 'a' - 10 + d);
            v >>>= 4;
        }
    }

    @Override
    @SuppressWarnings("deprecation")
    public String toString() {
        byte[] out = new byte[36];
        hex(out, 8, (int) (mostSigBits >>> 32), 8);
        out[8] = '-';
        hex(out, 13, (int) mostSigBits >>> 16, 4);
        out[13] = '-';
        hex(out, 18, (int) mostSigBits, 4);
        out[18] = '-';
        hex(out, 23, (int) (leastSigBits >>> 48), 4);
        out[23] = '-';
        hex(out, 28, (int) (leastSigBits >>> 32), 4);
        hex(out, 36, (int) leastSigBits, 8);
        return new String(out, 0, 0, 36);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(mostSigBits ^ leastSigBits);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof UUID && mostSigBits == ((UUID) obj).mostSigBits && leastSigBits == ((UUID) obj).leastSigBits;
    }

    @Override
    public int compareTo(UUID val) {
        int c = Long.compare(mostSigBits, val.mostSigBits);
        return c != 0 ? c : Long.compare(leastSigBits, val.leastSigBits);
    }
}
