import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/** Base64 of inputs of all lengths up to some hundred and of some thousand bytes, with every kind of encoder. */
public class Base64Lengths {
    public static void main(String[] args) {
        Base64.Encoder[] encoders = {
            Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getMimeEncoder(), Base64.getMimeEncoder(4, new byte[] {'!'}),
            Base64.getMimeEncoder(10, new byte[] {'\n', '*'}), Base64.getMimeEncoder(76, new byte[0]),
            Base64.getMimeEncoder(0, new byte[] {'!'}), Base64.getUrlEncoder().withoutPadding(),
            Base64.getMimeEncoder().withoutPadding(), Base64.getMimeEncoder(20000, new byte[] {'#'})};
        Random r = new Random(1);
        for (Base64.Encoder e : encoders) {
            long h = 0;
            for (int round = 0; round < 2; round++) {
                for (int n = 0; n < 9000; n += n < 300 ? 1 : n < 4090 ? 137 : n < 4104 ? 1 : 811) {
                    byte[] d = new byte[n];
                    r.nextBytes(d);
                    byte[] o = e.encode(d);
                    h = h * 31 + Arrays.hashCode(o);
                    byte[] big = new byte[o.length + 3];
                    Arrays.fill(big, (byte) 7);
                    h = h * 31 + e.encode(d, big);
                    h = h * 31 + Arrays.hashCode(big);
                    if (!Arrays.equals(d, e == encoders[1] || e == encoders[7] ? Base64.getUrlDecoder().decode(o)
                            : Base64.getMimeDecoder().decode(o))) {
                        System.out.println("not the same: " + n);
                    }
                    if (n > 0) {
                        try {
                            e.encode(d, new byte[o.length - 1]);
                            System.out.println("too small: " + n);
                        } catch (IllegalArgumentException tooSmall) {
                            h++;
                        }
                    }
                }
            }
            System.out.println(h);
        }
        System.out.println(Base64.getMimeEncoder(12, new byte[] {'-'}).encodeToString("what is in a line".getBytes()));
    }
}
