package rvm.internal.security;

/** FIPS 202. */
final class Sha3 extends BlockDigest {
    private static final long[] ROUND = new long[24];
    private static final int[] ROTATION = new int[25];
    private static final int[] PLACE = new int[25];

    static {
        // The round constants come from a feedback register, the rotations from a walk over the lanes.
        int r = 1;
        for (int i = 0; i < 24; i++) {
            for (int j = 0; j <= 6; j++) {
                if ((r & 1) != 0) {
                    ROUND[i] |= 1L << (1 << j) - 1;
                }
                r = r << 1 ^ (r >> 7) * 0x171;
            }
        }
        int x = 1;
        int y = 0;
        for (int t = 0; t < 24; t++) {
            ROTATION[x + 5 * y] = (t + 1) * (t + 2) / 2 & 63;
            int next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
        }
        for (int i = 0; i < 25; i++) {
            int px = i % 5;
            int py = i / 5;
            PLACE[i] = py + 5 * ((2 * px + 3 * py) % 5);
        }
    }

    private final int rate;
    private long[] s = new long[25];

    Sha3(String name, int length) {
        super(name, length, 200 - 2 * length);
        rate = 200 - 2 * length;
    }

    @Override
    void initialise() {
        s = new long[25];
    }

    @Override
    void take(byte[] b, int off, int blocks) {
        for (int i = 0; i < blocks; i++) {
            take(b, off + i * rate);
        }
    }

    private void take(byte[] b, int off) {
        for (int i = 0; i < rate; i++) {
            s[i / 8] ^= (b[off + i] & 255L) << 8 * (i & 7);
        }
        long[] c = new long[5];
        long[] t = new long[25];
        for (int round = 0; round < 24; round++) {
            for (int x = 0; x < 5; x++) {
                c[x] = s[x] ^ s[x + 5] ^ s[x + 10] ^ s[x + 15] ^ s[x + 20];
            }
            for (int i = 0; i < 25; i++) {
                s[i] ^= c[(i + 4) % 5] ^ Long.rotateLeft(c[(i + 1) % 5], 1);
            }
            for (int i = 0; i < 25; i++) {
                t[PLACE[i]] = Long.rotateLeft(s[i], ROTATION[i]);
            }
            for (int i = 0; i < 25; i++) {
                int row = i / 5 * 5;
                s[i] = t[i] ^ ~t[row + (i - row + 1) % 5] & t[row + (i - row + 2) % 5];
            }
            s[0] ^= ROUND[round];
        }
    }

    @Override
    void finish(byte[] block, int filled) {
        java.util.Arrays.fill(block, filled, block.length, (byte) 0);
        block[filled] = 6;
        block[block.length - 1] |= (byte) 0x80;
        take(block, 0);
    }

    @Override
    byte[] result() {
        byte[] out = new byte[64];
        for (int i = 0; i < 64; i++) {
            out[i] = (byte) (s[i / 8] >>> 8 * (i & 7));
        }
        return out;
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Sha3 copy = (Sha3) super.clone();
        copy.s = s.clone();
        return copy;
    }
}
