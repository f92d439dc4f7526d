package rvm.internal.security;

/** FIPS 180-4, SHA-1. */
public final class Sha1 extends BlockDigest {
    private int[] h = new int[5];

    /** A digest of nothing yet. */
    public Sha1() {
        super("SHA-1", 20, 64);
        initialise();
    }

    @Override
    void initialise() {
        h[0] = 0x67452301;
        h[1] = 0xefcdab89;
        h[2] = 0x98badcfe;
        h[3] = 0x10325476;
        h[4] = 0xc3d2e1f0;
    }

    @Override
    void take(byte[] b, int off, int blocks) {
        sha1(h, b, off, blocks);
    }

    @Override
    void finish(byte[] block, int filled) {
        padLength(block, filled, 8, true);
    }

    @Override
    byte[] result() {
        return Sha256.bytes(h);
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Sha1 copy = (Sha1) super.clone();
        copy.h = h.clone();
        return copy;
    }
}
