package rvm.internal.security;

/** RFC 1321. */
public final class Md5 extends BlockDigest {
    private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
    private static final int[] SINES = new int[64];

    static {
        for (int i = 0; i < 64; i++) {
            SINES[i] = (int) (long) Math.floor(Math.abs(StrictMath.sin(i + 1)) * 4294967296.0);
        }
    }

    private int[] h = new int[4];

    /** A digest of nothing yet. */
    public Md5() {
        super("MD5", 16, 64);
        initialise();
    }

    @Override
    void initialise() {
        h[0] = 0x67452301;
        h[1] = 0xefcdab89;
        h[2] = 0x98badcfe;
        h[3] = 0x10325476;
    }

    @Override
    void take(byte[] b, int off) {
        int[] x = new int[16];
        for (int i = 0; i < 16; i++) {
            int k = off + i * 4;
            x[i] = b[k] & 255 | (b[k + 1] & 255) << 8 | (b[k + 2] & 255) << 16 | b[k + 3] << 24;
        }
        int a = h[0];
        int c1 = h[1];
        int c2 = h[2];
        int c3 = h[3];
        for (int i = 0; i < 64; i++) {
            int f;
            int g;
            if (i < 16) {
                f = c1 & c2 | ~c1 & c3;
                g = i;
            } else if (i < 32) {
                f = c3 & c1 | ~c3 & c2;
                g = (5 * i + 1) & 15;
            } else if (i < 48) {
                f = c1 ^ c2 ^ c3;
                g = (3 * i + 5) & 15;
            } else {
                f = c2 ^ (c1 | ~c3);
                g = 7 * i & 15;
            }
            int t = a + f + SINES[i] + x[g];
            a = c3;
            c3 = c2;
            c2 = c1;
            c1 += Integer.rotateLeft(t, SHIFTS[i / 16 * 4 + (i & 3)]);
        }
        h[0] += a;
        h[1] += c1;
        h[2] += c2;
        h[3] += c3;
    }

    @Override
    void finish(byte[] block, int filled) {
        padLength(block, filled, 8, false);
    }

    @Override
    byte[] result() {
        byte[] out = new byte[16];
        for (int i = 0; i < 16; i++) {
            out[i] = (byte) (h[i / 4] >>> 8 * (i & 3));
        }
        return out;
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Md5 copy = (Md5) super.clone();
        copy.h = h.clone();
        return copy;
    }
}
