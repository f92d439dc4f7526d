import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Checksums and digests by hand: CRC-32 two ways, Adler-32, FNV, MD5, SHA-1, SHA-256, Base64, Hamming codes, a stream cipher; known answers. */
public class Digests {
    static String hex(byte[] b) {
        StringBuilder s = new StringBuilder(b.length * 2);
        for (byte x : b) {
            s.append(Character.forDigit(x >> 4 & 15, 16)).append(Character.forDigit(x & 15, 16));
        }
        return s.toString();
    }

    private static final int[] CRC = new int[256];

    static {
        for (int n = 0; n < 256; n++) {
            int c = n;
            for (int k = 8; k-- > 0; ) {
                c = (c & 1) == 1 ? c >>> 1 ^ 0xEDB88320 : c >>> 1;
            }
            CRC[n] = c;
        }
    }

    static int crcTable(byte[] data) {
        int c = ~0;
        for (byte b : data) {
            c = CRC[(c ^ b) & 255] ^ c >>> 8;
        }
        return ~c;
    }

    static int crcBits(byte[] data) {
        int c = 0xffffffff;
        for (byte b : data) {
            c ^= b & 0xff;
            for (int i = 0; i < 8; i++) {
                int mask = -(c & 1);
                c = c >>> 1 ^ 0xEDB88320 & mask;
            }
        }
        return ~c;
    }

    static long adler(byte[] data) {
        int a = 1;
        int b = 0;
        for (byte x : data) {
            a = (a + (x & 255)) % 65521;
            b = (b + a) % 65521;
        }
        return (b & 0xffffL) << 16 | a;
    }

    static long fnv(byte[] data) {
        long h = 0xcbf29ce484222325L;
        for (byte b : data) {
            h ^= b & 0xff;
            h *= 0x100000001b3L;
        }
        return h;
    }

    /** The frame that the three block digests share. */
    abstract static class Block {
        final int[] state;
        private final byte[] buffer = new byte[64];
        private int used;
        private long total;

        Block(int... initial) {
            state = initial.clone();
        }

        abstract void block(int[] words);

        abstract boolean bigEndian();

        Block update(byte... data) {
            for (byte b : data) {
                buffer[used++] = b;
                total++;
                if (used == 64) {
                    flush();
                }
            }
            return this;
        }

        private void flush() {
            int[] words = new int[16];
            for (int i = 0; i < 64; i++) {
                int shift = bigEndian() ? 24 - (i & 3) * 8 : (i & 3) * 8;
                words[i >> 2] |= (buffer[i] & 0xff) << shift;
            }
            block(words);
            used = 0;
        }

        byte[] digest() {
            long bits = total * 8;
            update((byte) 0x80);
            while (used != 56) {
                update((byte) 0);
            }
            for (int i = 0; i < 8; i++) {
                update((byte) (bits >>> (bigEndian() ? 56 - 8 * i : 8 * i)));
            }
            byte[] out = new byte[state.length * 4];
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) (state[i / 4] >>> (bigEndian() ? 24 - i % 4 * 8 : i % 4 * 8));
            }
            return out;
        }
    }

    static final class Md5 extends Block {
        private static final int[] K = new int[64];
        private static final int[][] SHIFT = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

        static {
            for (int i = 0; i < 64; i++) {
                K[i] = (int) (long) (Math.abs(Math.sin(i + 1)) * 4294967296.0);
            }
        }

        Md5() {
            super(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
        }

        @Override
        boolean bigEndian() {
            return false;
        }

        @Override
        void block(int[] w) {
            int a = state[0], b = state[1], c = state[2], d = state[3];
            for (int i = 0; i < 64; i++) {
                int f;
                int g;
                switch (i >> 4) {
                    case 0: f = b & c | ~b & d; g = i; break;
                    case 1: f = d & b | ~d & c; g = 5 * i + 1 & 15; break;
                    case 2: f = b ^ c ^ d; g = 3 * i + 5 & 15; break;
                    default: f = c ^ (b | ~d); g = 7 * i & 15;
                }
                int t = d;
                d = c;
                c = b;
                b += Integer.rotateLeft(a + f + K[i] + w[g], SHIFT[i >> 4][i & 3]);
                a = t;
            }
            state[0] += a;
            state[1] += b;
            state[2] += c;
            state[3] += d;
        }
    }

    static final class Sha1 extends Block {
        Sha1() {
            super(0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0);
        }

        @Override
        boolean bigEndian() {
            return true;
        }

        @Override
        void block(int[] words) {
            int[] w = Arrays.copyOf(words, 80);
            for (int i = 16; i < 80; i++) {
                w[i] = Integer.rotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
            }
            int[] s = state.clone();
            for (int i = 0; i < 80; i++) {
                int f = i < 20 ? (s[1] & s[2] | ~s[1] & s[3]) + 0x5A827999 : i < 40 ? (s[1] ^ s[2] ^ s[3]) + 0x6ED9EBA1
                        : i < 60 ? (s[1] & s[2] | s[1] & s[3] | s[2] & s[3]) + 0x8F1BBCDC : (s[1] ^ s[2] ^ s[3]) + 0xCA62C1D6;
                int t = Integer.rotateLeft(s[0], 5) + f + s[4] + w[i];
                s[4] = s[3];
                s[3] = s[2];
                s[2] = s[1] << 30 | s[1] >>> 2;
                s[1] = s[0];
                s[0] = t;
            }
            Arrays.setAll(state, i -> state[i] + s[i]);
        }
    }

    static final class Sha256 extends Block {
        private static final int[] K = new int[64];
        private static final int[] H = new int[8];

        static {
            int found = 0;
            for (int n = 2; found < 64; n++) {
                boolean prime = true;
                for (int d = 2; d * d <= n; d++) {
                    prime &= n % d != 0;
                }
                if (prime) {
                    K[found] = fraction(Math.cbrt(n));
                    if (found < 8) {
                        H[found] = fraction(Math.sqrt(n));
                    }
                    found++;
                }
            }
        }

        private static int fraction(double x) {
            return (int) (long) ((x - Math.floor(x)) * 0x1p32);
        }

        Sha256() {
            super(H);
        }

        @Override
        boolean bigEndian() {
            return true;
        }

        @Override
        void block(int[] words) {
            int[] w = Arrays.copyOf(words, 64);
            for (int i = 16; i < 64; i++) {
                int a = w[i - 15];
                int b = w[i - 2];
                w[i] = w[i - 16] + w[i - 7] + (Integer.rotateRight(a, 7) ^ Integer.rotateRight(a, 18) ^ a >>> 3)
                        + (Integer.rotateRight(b, 17) ^ Integer.rotateRight(b, 19) ^ b >>> 10);
            }
            int[] s = state.clone();
            for (int i = 0; i < 64; i++) {
                int e = s[4];
                int a = s[0];
                int t1 = s[7] + (Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25)) + (e & s[5] ^ ~e & s[6]) + K[i] + w[i];
                int t2 = (Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22)) + (a & s[1] ^ a & s[2] ^ s[1] & s[2]);
                System.arraycopy(s, 0, s, 1, 7);
                s[4] += t1;
                s[0] = t1 + t2;
            }
            for (int i = 0; i < 8; i++) {
                state[i] += s[i];
            }
        }
    }

    static String base64(byte[] data) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < data.length; i += 3) {
            int left = Math.min(3, data.length - i);
            int bits = (data[i] & 255) << 16 | (left > 1 ? data[i + 1] & 255 : 0) << 8 | (left > 2 ? data[i + 2] & 255 : 0);
            for (int k = 0; k < 4; k++) {
                s.append(k <= left ? alphabet.charAt(bits >> 18 - 6 * k & 63) : '=');
            }
        }
        return s.toString();
    }

    /** Hamming (15, 11): encodes, damages one bit, repairs. */
    static int hamming(int data) {
        int word = 0;
        for (int p = 1, d = 0; p < 16; p++) {
            if (Integer.bitCount(p) > 1) {
                word |= (data >> d++ & 1) << p;
            }
        }
        return word ^ spread(syndrome(word));
    }

    static int syndrome(int word) {
        int s = 0;
        for (int p = 1; p < 16; p++) {
            s ^= (word >> p & 1) * p;
        }
        return s;
    }

    private static int spread(int syndrome) {
        int w = 0;
        for (int k = 0; k < 4; k++) {
            w |= (syndrome >> k & 1) << (1 << k);
        }
        return w;
    }

    static byte[] cipher(byte[] key, byte[] data) {
        byte[] s = new byte[256];
        for (int i = 0; i < 256; i++) {
            s[i] = (byte) i;
        }
        for (int i = 0, j = 0; i < 256; i++) {
            j = j + s[i] + key[i % key.length] & 255;
            byte t = s[i];
            s[i] = s[j];
            s[j] = t;
        }
        byte[] out = data.clone();
        for (int n = 0, i = 0, j = 0; n < out.length; n++) {
            i = i + 1 & 255;
            j = j + s[i] & 255;
            byte t = s[i];
            s[i] = s[j];
            s[j] = t;
            out[n] ^= s[s[i] + s[j] & 255];
        }
        return out;
    }

    public static void main(String[] args) {
        Map<String, Function<byte[], String>> all = new LinkedHashMap<>();
        all.put("crc32", d -> String.format("%08x %b", crcTable(d), crcTable(d) == crcBits(d)));
        all.put("adler", d -> Long.toHexString(adler(d)));
        all.put("fnv", d -> Long.toHexString(fnv(d)));
        all.put("md5", d -> hex(new Md5().update(d).digest()));
        all.put("sha1", d -> hex(new Sha1().update(d).digest()));
        all.put("sha256", d -> hex(new Sha256().update(d).digest()));
        all.put("base64", d -> base64(d).substring(0, Math.min(40, base64(d).length())));
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        byte[][] inputs = {{}, "a".getBytes(StandardCharsets.US_ASCII), "abc".getBytes(StandardCharsets.UTF_8), "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8),
            "a".repeat(55).getBytes(StandardCharsets.UTF_8), "b".repeat(64).getBytes(StandardCharsets.UTF_8), "\u00fcn\u00ef\u20ac".getBytes(StandardCharsets.UTF_8), noise};
        for (byte[] in : inputs) {
            System.out.println(in.length + " bytes");
            all.forEach((name, f) -> System.out.printf(Locale.ROOT, "  %-7s %s%n", name, f.apply(in)));
        }
        System.out.println(hex(new Md5().update("abc".getBytes()).digest()).equals("900150983cd24fb0d6963f7d28e17f72"));
        System.out.println(hex(new Sha1().update("abc".getBytes()).digest()).equals("a9993e364706816aba3e25717850c26c9cd0d89d"));
        System.out.println(hex(new Sha256().update("abc".getBytes()).digest()).equals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        int repaired = 0;
        for (int data = 0; data < 2048; data += 13) {
            int word = hamming(data);
            for (int bit = 1; bit < 16; bit++) {
                int damaged = word ^ 1 << bit;
                repaired += (damaged ^ 1 << syndrome(damaged)) == word && syndrome(word) == 0 ? 1 : 0;
            }
        }
        System.out.println(repaired + " repaired, " + Integer.toBinaryString(hamming(0b10110011101)));
        byte[] secret = cipher("Key".getBytes(), "Plaintext".getBytes());
        System.out.println(hex(secret) + " " + new String(cipher("Key".getBytes(), secret)));
    }
}
