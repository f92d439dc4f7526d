import java.util.*;

public class LocalFormats {
    public static void main(String[] args) {
        Object[] numbers = {1234567.891, -0.5, 1e10, 12.0};
        for (Locale l : new Locale[] {Locale.GERMANY, Locale.FRANCE, Locale.US, Locale.ROOT, new Locale("de", "CH"), Locale.ITALY, new Locale("pt", "BR")}) {
            for (Object n : numbers) {
                System.out.print(String.format(l, "%,.2f|%(,12.1f|%e|%g|%08.2f|%s ", n, n, n, n, n, n));
            }
            System.out.println(String.format(l, "%,d %d %x %,d", 1234567, -12, 255, new java.math.BigInteger("123456789012345678901234567890")));
        }
        System.out.println(String.format((Locale) null, "%,.2f", 12345.678));
    }
}
