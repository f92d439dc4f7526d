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
    void take(byte[] m, int off) {
        int[] w = new int[80];
        for (int i = 0; i < 16; i++) {
            int k = off + i * 4;
            w[i] = m[k] << 24 | (m[k + 1] & 255) << 16 | (m[k + 2] & 255) << 8 | m[k + 3] & 255;
        }
        for (int i = 16; i < 80; i++) {
            w[i] = Integer.rotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        }
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        int e = h[4];
        for (int i = 0; i < 80; i++) {
            int f = i < 20 ? (b & c | ~b & d) + 0x5a827999 : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1
                    : i < 60 ? (b & c | b & d | c & d) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
            int t = Integer.rotateLeft(a, 5) + f + e + w[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = t;
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
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
