import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.*;

/** Checksums of all lengths, whole, in pieces, byte by byte. */
public class Checksums {
    static long slow(byte[] d, int from, int to, boolean adler) {
        if (adler) {
            long a = 1;
            long b = 0;
            for (int i = from; i < to; i++) {
                a = (a + (d[i] & 0xff)) % 65521;
                b = (b + a) % 65521;
            }
            return b << 16 | a;
        }
        int c = -1;
        for (int i = from; i < to; i++) {
            c ^= d[i] & 0xff;
            for (int k = 0; k < 8; k++) {
                c = (c & 1) != 0 ? c >>> 1 ^ 0xedb88320 : c >>> 1;
            }
        }
        return ~c & 0xffffffffL;
    }

    public static void main(String[] args) {
        Random r = new Random(9);
        byte[] d = new byte[70000];
        r.nextBytes(d);
        byte[] ones = new byte[70000];
        java.util.Arrays.fill(ones, (byte) -1);
        Checksum[] sums = {new CRC32(), new Adler32(), new CRC32C()};
        long all = 0;
        for (int k = 0; k < sums.length; k++) {
            Checksum s = sums[k];
            System.out.println(s.getValue());
            for (int n = 0; n < 1200; n += n < 300 ? 1 : 53) {
                int from = r.nextInt(100);
                s.reset();
                s.update(d, from, n);
                long whole = s.getValue();
                s.reset();
                for (int i = from; i < from + n; i++) {
                    s.update(d[i] + 256 * (i % 3));
                }
                long single = s.getValue();
                s.reset();
                int cut = n == 0 ? 0 : r.nextInt(n);
                s.update(d, from, cut);
                if (cut < n) {
                    s.update(d[from + cut]);
                    s.update(ByteBuffer.wrap(d, from + cut + 1, n - cut - 1));
                }
                if (whole != single || whole != s.getValue() || k < 2 && whole != slow(d, from, from + n, k == 1)) {
                    System.out.println("wrong: " + k + " " + n + " " + whole + " " + single + " " + s.getValue());
                }
                all = all * 31 + whole;
            }
            s.update(ones);
            s.update(d);
            s.update(ones, 0, 65536);
            all = all * 31 + s.getValue();
            for (int i = 0; i < 30000; i++) {
                s.update(i * 7);
            }
            System.out.println(s.getValue() + " " + all);
        }
        try {
            sums[0].update(d, 69999, 2);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println("out of bounds");
        }
    }
}
