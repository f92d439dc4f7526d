package rvm.internal.security;

/** RFC 1321. */
public final class Md5 extends BlockDigest {
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
    void take(byte[] b, int off, int blocks) {
        md5(h, b, off, blocks);
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
