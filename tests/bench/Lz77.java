/** Compresses and expands bytes with a window and hash chains. */
public class Lz77 {
    static final int WINDOW = 4096;
    static final int MIN = 3;
    static final int MAX = 66;

    static int hash(byte[] in, int at) {
        return ((in[at] & 0xff) * 0x9e5f + (in[at + 1] & 0xff) * 0x1f31 + (in[at + 2] & 0xff) * 0x65) & 0xfff;
    }

    static int compress(byte[] in, int length, byte[] out) {
        int[] head = new int[4096];
        int[] previous = new int[length];
        java.util.Arrays.fill(head, -1);
        int size = 0;
        int at = 0;
        while (at < length) {
            int bestLength = 0;
            int bestDistance = 0;
            if (at + MIN <= length) {
                int candidate = head[hash(in, at)];
                for (int tries = 0; candidate >= 0 && at - candidate < WINDOW && tries < 16; tries++) {
                    int n = 0;
                    while (n < MAX && at + n < length && in[candidate + n] == in[at + n]) {
                        n++;
                    }
                    if (n > bestLength) {
                        bestLength = n;
                        bestDistance = at - candidate;
                    }
                    candidate = previous[candidate];
                }
            }
            int step;
            if (bestLength >= MIN) {
                out[size++] = (byte) (0x80 | bestLength - MIN);
                out[size++] = (byte) (bestDistance >> 8);
                out[size++] = (byte) bestDistance;
                step = bestLength;
            } else {
                out[size++] = (byte) (in[at] & 0x7f);
                step = 1;
            }
            for (int i = 0; i < step; i++, at++) {
                if (at + MIN <= length) {
                    int h = hash(in, at);
                    previous[at] = head[h];
                    head[h] = at;
                }
            }
        }
        return size;
    }

    static int expand(byte[] in, int length, byte[] out) {
        int size = 0;
        for (int at = 0; at < length; at++) {
            int b = in[at];
            if (b >= 0) {
                out[size++] = (byte) b;
            } else {
                int distance = (in[at + 1] & 0xff) << 8 | in[at + 2] & 0xff;
                at += 2;
                for (int n = (b & 0x7f) + MIN; n > 0; n--, size++) {
                    out[size] = out[size - distance];
                }
            }
        }
        return size;
    }

    public static void main(String[] args) {
        byte[] data = new byte[3_000_000];
        int seed = 3;
        int length = 0;
        while (length < data.length) {
            seed = seed * 1103515245 + 12345;
            int r = seed >>> 16;
            int run = length > 3000 && r % 3 != 0 ? r % 40 : 0;
            int from = length - 1 - r % 3000;
            data[length++] = (byte) ('a' + r % 26);
            for (int i = 0; i < run && length < data.length; i++) {
                data[length++] = data[from + i];
            }
        }
        byte[] packed = new byte[data.length * 2];
        byte[] unpacked = new byte[data.length];
        int size = compress(data, data.length, packed);
        int back = expand(packed, size, unpacked);
        long sum = 0;
        for (int i = 0; i < back; i++) {
            if (data[i] != unpacked[i]) {
                throw new AssertionError("differs at " + i);
            }
            sum = sum * 31 + unpacked[i];
        }
        System.out.println(size + " " + back + " " + sum);
    }
}
