import java.util.*;
import java.math.*;

public class Format {
    public static void main(String[] args) throws Exception {
        p(String.format("%d|%5d|%-5d|%05d|%+d|%,d|%(d|% d|%x|%X|%o|%#x|%08x", 42, 42, 42, 42, 42, 1234567, -5, 42, 255, 255, 8, 255, 255));
        p(String.format("%s|%10s|%-10s|%.2s|%S|%10.3s|%s|%s", "abc", "abc", "abc", "abc", "abc", "abcdef", null, Arrays.asList(1, 2)));
        p(String.format("%f|%.2f|%10.3f|%-10.1f|%+.1f|%010.2f|%,.2f|%.0f|%(.1f", 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 1234567.891, 2.5, -1.5));
        p(String.format("%e|%.2e|%E|%g|%.3g|%g", 12345.678, 0.00012, 1e100, 0.0001, 123456.0, 1e-5));
        p(String.format("%c|%C|%5c|%b|%B|%b|%n|%%|%h|%5b", 'a', 'b', 'c', true, false, null, "hi", true).replace("\n", "NL"));
        p(String.format("%2$s %1$s %1$s %<s", "a", "b"));
        p(String.format("%d %d %d %d", (byte) -1, (short) -2, 3L, new BigInteger("99999999999999999999")));
        p(String.format("%x %x %x", (byte) -1, -1, -1L));
        p(String.format("%.3f %s %f %f %e", 1.0005, 1.0f, Double.NaN, Double.NEGATIVE_INFINITY, 0.0));
        p(String.format("%.1f %.1f %.1f %.1f %.2f %.20f", 0.05, 0.15, 0.25, 0.35, 1.005, 0.1));
        p(String.format("%.2f %10s|%s", new BigDecimal("1.005"), true, 1e10));
        p(String.format("%-8s|%8s|%3d%%", "ab", "cd", 50));
        p(String.format("%08.2f|%+,d|%,.3f", -3.14159, 1000000, -9876.54321));
        System.out.printf("%s-%d%n", "pf", 1);
        p(String.format("%a", 1.0));
        p(String.format("%5c|%-5c|%05d|%x", 'x', 'y', -42, 0x1234L));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
