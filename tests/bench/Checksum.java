/** Integer arithmetic: CRC-32, a message digest in the manner of MD5, xorshift numbers. */
public class Checksum {
    static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int c = i;
            for (int k = 0; k < 8; k++) {
                c = (c & 1) != 0 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
            }
            TABLE[i] = c;
        }
    }

    static int crc(byte[] data) {
        int c = -1;
        for (byte b : data) {
            c = TABLE[(c ^ b) & 0xff] ^ (c >>> 8);
        }
        return ~c;
    }

    static int digest(byte[] data) {
        int a = 0x67452301;
        int b = 0xefcdab89;
        int c = 0x98badcfe;
        int d = 0x10325476;
        for (int at = 0; at + 4 <= data.length; at += 4) {
            int word = (data[at] & 0xff) | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16 | data[at + 3] << 24;
            int f = (b & c) | (~b & d);
            int t = a + f + word + 0x5a827999;
            int shift = 7 + (at >> 2 & 3) * 5;
            a = d;
            d = c;
            c = b;
            b += t << shift | t >>> 32 - shift;
        }
        return a ^ b ^ c ^ d;
    }

    static long xorshift(long x, int rounds) {
        for (int i = 0; i < rounds; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }

    public static void main(String[] args) {
        byte[] data = new byte[300_000];
        int seed = 1;
        for (int i = 0; i < data.length; i++) {
            seed = seed * 1664525 + 1013904223;
            data[i] = (byte) (seed >> 24);
        }
        long sum = 0;
        for (int round = 0; round < 25; round++) {
            sum += crc(data);
            sum = sum * 31 + digest(data);
        }
        System.out.println(sum ^ xorshift(88172645463325252L, 10_000_000));
    }
}
