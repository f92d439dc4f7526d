package rvm.internal;

/** MD5 (RFC 1321) of a byte array, for UUIDs from names: java.security need not be loaded for it. */
public final class Md5 {
    private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

    private Md5() {
    }

    public static byte[] of(byte[] message) {
        int blocks = (message.length + 8 >> 6) + 1;
        byte[] padded = new byte[blocks * 64];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[message.length] = (byte) 0x80;
        long bits = (long) message.length << 3;
        for (int i = 0; i < 8; i++) {
            padded[padded.length - 8 + i] = (byte) (bits >>> 8 * i);
        }
        // The constants are the fractions of sines, as the RFC defines them.
        int[] sines = new int[64];
        for (int i = 0; i < 64; i++) {
            sines[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * 4294967296.0);
        }
        int[] h = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
        for (int at = 0; at < padded.length; at += 64) {
            block(padded, at, h, sines);
        }
        byte[] digest = new byte[16];
        for (int i = 0; i < 16; i++) {
            digest[i] = (byte) (h[i >> 2] >>> 8 * (i & 3));
        }
        return digest;
    }

    private static void block(byte[] m, int at, int[] h, int[] sines) {
        int[] w = new int[16];
        for (int i = 0; i < 16; i++) {
            int p = at + 4 * i;
            w[i] = m[p] & 0xff | (m[p + 1] & 0xff) << 8 | (m[p + 2] & 0xff) << 16 | m[p + 3] << 24;
        }
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        for (int i = 0; i < 64; i++) {
            int f;
            int g;
            switch (i >> 4) {
                case 0:
                    f = b & c | ~b & d;
                    g = i;
                    break;
                case 1:
                    f = d & b | ~d & c;
                    g = 5 * i + 1 & 15;
                    break;
                case 2:
                    f = b ^ c ^ d;
                    g = 3 * i + 5 & 15;
                    break;
                default:
                    f = c ^ (b | ~d);
                    g = 7 * i & 15;
            }
            int t = a + f + sines[i] + w[g];
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(t, SHIFTS[(i >> 4) * 4 + (i & 3)]);
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
    }
}
