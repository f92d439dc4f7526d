public class ByteShort {
    public static void main(String[] args) throws Exception {
        p(Byte.parseByte("-12") + Byte.toUnsignedInt((byte) -1) + Short.toUnsignedInt((short) -1));
        p(Short.reverseBytes((short) 0x0102));
        p(Byte.MIN_VALUE + " " + Short.MAX_VALUE + Byte.compare((byte) 1, (byte) 5) + Byte.valueOf((byte) 3).hashCode());
        byte[] b = {(byte) 0xCA, (byte) 0xFE};
        p((b[0] & 0xff) << 8 | b[1] & 0xff);
        p(b[0] << 8 | b[1]);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
