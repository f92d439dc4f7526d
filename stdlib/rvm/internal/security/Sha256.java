package rvm.internal.security;

/** FIPS 180-4, SHA-224 and SHA-256. */
final class Sha256 extends BlockDigest {
    private static final int[] START_256 = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    private static final int[] START_224 = {
        0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
    };

    private int[] h;

    Sha256(String name, int length) {
        super(name, length, 64);
        initialise();
    }

    @Override
    void initialise() {
        h = (standard.equals("SHA-224") ? START_224 : START_256).clone();
    }

    @Override
    void take(byte[] b, int off, int blocks) {
        sha256(h, b, off, blocks);
    }

    @Override
    void finish(byte[] block, int filled) {
        padLength(block, filled, 8, true);
    }

    static byte[] bytes(int[] words) {
        byte[] out = new byte[words.length * 4];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (words[i / 4] >>> 24 - 8 * (i & 3));
        }
        return out;
    }

    @Override
    byte[] result() {
        return bytes(h);
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Sha256 copy = (Sha256) super.clone();
        copy.h = h.clone();
        return copy;
    }
}
