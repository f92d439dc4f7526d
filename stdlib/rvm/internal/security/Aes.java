package rvm.internal.security;

import java.security.InvalidKeyException;

/** The block cipher of FIPS 197, by tables that join substitution and mixing of columns. */
final class Aes {
    static final int BLOCK = 16;
    private static final byte[] SBOX = new byte[256];
    private static final byte[] INVERSE = new byte[256];
    private static final int[] MIX = new int[256];
    private static final int[] UNMIX = new int[256];

    static {
        int p = 1;
        int q = 1;
        do {
            p = (p ^ p << 1 ^ (p >= 0x80 ? 0x11b : 0)) & 0xff;
            q ^= q << 1;
            q ^= q << 2;
            q ^= q << 4;
            q &= 0xff;
            q ^= q >= 0x80 ? 9 : 0;
            int x = q ^ rotated(q, 1) ^ rotated(q, 2) ^ rotated(q, 3) ^ rotated(q, 4) ^ 0x63;
            SBOX[p] = (byte) x;
        } while (p != 1);
        SBOX[0] = 0x63;
        for (int i = 0; i < 256; i++) {
            INVERSE[SBOX[i] & 0xff] = (byte) i;
        }
        for (int i = 0; i < 256; i++) {
            int s = SBOX[i] & 0xff;
            MIX[i] = times(s, 2) << 24 | s << 16 | s << 8 | times(s, 3);
            int t = INVERSE[i] & 0xff;
            UNMIX[i] = times(t, 14) << 24 | times(t, 9) << 16 | times(t, 13) << 8 | times(t, 11);
        }
    }

    private final int rounds;
    private final int[] keys;
    private final int[] inverseKeys;

    Aes(byte[] key) throws InvalidKeyException {
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new InvalidKeyException("Invalid AES key length: " + key.length + " bytes");
        }
        int n = key.length / 4;
        rounds = n + 6;
        keys = new int[4 * (rounds + 1)];
        for (int i = 0; i < n; i++) {
            keys[i] = word(key, 4 * i);
        }
        int constant = 1;
        for (int i = n; i < keys.length; i++) {
            int t = keys[i - 1];
            if (i % n == 0) {
                t = substituted(Integer.rotateLeft(t, 8)) ^ constant << 24;
                constant = times(constant, 2);
            } else if (n > 6 && i % n == 4) {
                t = substituted(t);
            }
            keys[i] = keys[i - n] ^ t;
        }
        inverseKeys = new int[keys.length];
        for (int r = 0; r <= rounds; r++) {
            for (int c = 0; c < 4; c++) {
                int k = keys[4 * (rounds - r) + c];
                inverseKeys[4 * r + c] = r == 0 || r == rounds ? k : UNMIX[SBOX[k >>> 24] & 0xff]
                        ^ Integer.rotateRight(UNMIX[SBOX[k >>> 16 & 0xff] & 0xff], 8)
                        ^ Integer.rotateRight(UNMIX[SBOX[k >>> 8 & 0xff] & 0xff], 16)
                        ^ Integer.rotateRight(UNMIX[SBOX[k & 0xff] & 0xff], 24);
            }
        }
    }

    private static int rotated(int b, int n) {
        return (b << n | b >>> 8 - n) & 0xff;
    }

    /** A product in the field of 256 elements. */
    private static int times(int a, int b) {
        int r = 0;
        int x = a;
        for (int y = b; y > 0; y >>= 1) {
            r ^= (y & 1) != 0 ? x : 0;
            x = x << 1 ^ (x >= 0x80 ? 0x11b : 0);
        }
        return r;
    }

    private static int substituted(int w) {
        return (SBOX[w >>> 24] & 0xff) << 24 | (SBOX[w >>> 16 & 0xff] & 0xff) << 16 | (SBOX[w >>> 8 & 0xff] & 0xff) << 8 | SBOX[w & 0xff] & 0xff;
    }

    private static int word(byte[] b, int i) {
        return b[i] << 24 | (b[i + 1] & 0xff) << 16 | (b[i + 2] & 0xff) << 8 | b[i + 3] & 0xff;
    }

    private static void put(int w, byte[] b, int i) {
        b[i] = (byte) (w >>> 24);
        b[i + 1] = (byte) (w >>> 16);
        b[i + 2] = (byte) (w >>> 8);
        b[i + 3] = (byte) w;
    }

    void encrypt(byte[] in, int from, byte[] out, int to) {
        code(in, from, out, to, keys, MIX, SBOX, 1);
    }

    void decrypt(byte[] in, int from, byte[] out, int to) {
        code(in, from, out, to, inverseKeys, UNMIX, INVERSE, 3);
    }

    /** Both directions: rows are shifted one way or the other. */
    private void code(byte[] in, int from, byte[] out, int to, int[] k, int[] table, byte[] box, int shift) {
        int a = word(in, from) ^ k[0];
        int b = word(in, from + 4) ^ k[1];
        int c = word(in, from + 8) ^ k[2];
        int d = word(in, from + 12) ^ k[3];
        for (int r = 1; r < rounds; r++) {
            int b1 = shift == 1 ? b : d;
            int d1 = shift == 1 ? d : b;
            int w = mix(a, b1, c, d1, table) ^ k[4 * r];
            int x = shift == 1 ? mix(b, c, d, a, table) : mix(b, a, d, c, table);
            int y = mix(c, d1, a, b1, table) ^ k[4 * r + 2];
            int z = shift == 1 ? mix(d, a, b, c, table) : mix(d, c, b, a, table);
            x ^= k[4 * r + 1];
            z ^= k[4 * r + 3];
            a = w;
            b = x;
            c = y;
            d = z;
        }
        int b1 = shift == 1 ? b : d;
        int d1 = shift == 1 ? d : b;
        int last = 4 * rounds;
        put(last(a, b1, c, d1, box) ^ k[last], out, to);
        put((shift == 1 ? last(b, c, d, a, box) : last(b, a, d, c, box)) ^ k[last + 1], out, to + 4);
        put(last(c, d1, a, b1, box) ^ k[last + 2], out, to + 8);
        put((shift == 1 ? last(d, a, b, c, box) : last(d, c, b, a, box)) ^ k[last + 3], out, to + 12);
    }

    private static int mix(int a, int b, int c, int d, int[] t) {
        return t[a >>> 24] ^ Integer.rotateRight(t[b >>> 16 & 0xff], 8) ^ Integer.rotateRight(t[c >>> 8 & 0xff], 16)
                ^ Integer.rotateRight(t[d & 0xff], 24);
    }

    private static int last(int a, int b, int c, int d, byte[] box) {
        return (box[a >>> 24] & 0xff) << 24 | (box[b >>> 16 & 0xff] & 0xff) << 16 | (box[c >>> 8 & 0xff] & 0xff) << 8 | box[d & 0xff] & 0xff;
    }
}
