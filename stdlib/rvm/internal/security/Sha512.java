package rvm.internal.security;

/** FIPS 180-4, SHA-384, SHA-512 and SHA-512/t. */
final class Sha512 extends BlockDigest {
    private static final long[] START_512 = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L,
    };
    private static final long[] START_384 = {
        0xcbbb9d5dc1059ed8L, 0x629a292a367cd507L, 0x9159015a3070dd17L, 0x152fecd8f70e5939L,
        0x67332667ffc00b31L, 0x8eb44a8768581511L, 0xdb0c2e0d64f98fa7L, 0x47b5481dbefa4fa4L,
    };
    private static final long[] START_224 = {
        0x8c3d37c819544da2L, 0x73e1996689dcd4d6L, 0x1dfab7ae32ff9c82L, 0x679dd514582f9fcfL,
        0x0f6d2b697bd44da8L, 0x77e36f7304c48942L, 0x3f9d85a86a1d36c8L, 0x1112e6ad91d692a1L,
    };
    private static final long[] START_256 = {
        0x22312194fc2bf72cL, 0x9f555fa3c84c64c2L, 0x2393b86b6f53b151L, 0x963877195940eabdL,
        0x96283ee2a88effe3L, 0xbe5e1e2553863992L, 0x2b0199fc2c85b8aaL, 0x0eb72ddc81c52ca2L,
    };

    private long[] h;

    Sha512(String name, int length) {
        super(name, length, 128);
        initialise();
    }

    @Override
    void initialise() {
        switch (standard) {
            case "SHA-384":
                h = START_384.clone();
                break;
            case "SHA-512/224":
                h = START_224.clone();
                break;
            case "SHA-512/256":
                h = START_256.clone();
                break;
            default:
                h = START_512.clone();
        }
    }

    @Override
    void take(byte[] b, int off, int blocks) {
        sha512(h, b, off, blocks);
    }

    @Override
    void finish(byte[] block, int filled) {
        padLength(block, filled, 16, true);
    }

    @Override
    byte[] result() {
        byte[] out = new byte[64];
        for (int i = 0; i < 64; i++) {
            out[i] = (byte) (h[i / 8] >>> 56 - 8 * (i & 7));
        }
        return out;
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Sha512 copy = (Sha512) super.clone();
        copy.h = h.clone();
        return copy;
    }
}
