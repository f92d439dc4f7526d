import java.util.*;
import java.math.*;

/** String.format: each conversion with its flags, widths and precisions at the edges. */
public class FormatEdges {
    static void f(String format, Object... args) {
        try { System.out.println(format + " -> [" + String.format(Locale.ROOT, format, args) + "]"); }
        catch (IllegalFormatException e) { System.out.println(format + " -> " + e.getClass().getSimpleName() + ": " + e.getMessage()); }
        catch (RuntimeException e) { System.out.println(format + " -> " + e); }
    }
    public static void main(String[] args) {
        for (String s : new String[] {"%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%(d", "%,d", "%x", "%X", "%o", "%#x", "%#o", "%08x", "%c", "%s", "%b", "%h", "%10s", "%-10s|", "%.3s", "%e", "%f"}) {
            f(s, 42); f(s, -42); f(s, 1234567);
        }
        for (String s : new String[] {"%d", "%,d", "%+,15d", "%(,d", "%x", "%o", "%020d", "%-20d|"}) { f(s, Long.MIN_VALUE); f(s, Long.MAX_VALUE); f(s, new BigInteger("-123456789012345678901234567890")); f(s, (byte) -1); f(s, (short) -300); }
        for (String s : new String[] {"%f", "%.0f", "%.1f", "%.3f", "%10.2f", "%-10.2f|", "%010.2f", "%+.2f", "%,.2f", "%(.2f", "%e", "%.0e", "%.3E", "%12.4e", "%g", "%.3g", "%.0g", "%a", "%s", "%#.0f", "% .3f", "%,012.1f"}) {
            for (double d : new double[] {0.0, -0.0, 1.5, 2.5, 0.125, -1234567.891, 1e-5, 9.9999e-5, 1e21, 123456789.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 0.05, 0.15, 99999.5, 999999.5}) { f(s, d); }
        }
        f("%.20f", 0.1); f("%.15e", 1.0 / 3); f("%.30f", 1e-10); f("%s %s %s", 1.0f, 3.4028235e38f, 1.4e-45f); f("%.2f", 1.005); f("%.2f", 1.115f); f("%.1f", 0.25); f("%.1f", 0.35); f("%.0f", 0.5); f("%.0f", 1.5); f("%.0f", 2.5);
        f("%s", (Object) null); f("%d", (Object) null); f("%f", (Object) null); f("%c", (Object) null); f("%b", (Object) null); f("%h", (Object) null); f("%10s|", (Object) null); f("%.2s", (Object) null); f("%x", (Object) null);
        f("%S", "straße"); f("%c%c%C", 'x', 65, 'y'); f("%c", 0x1F600); f("%b %B", "x", false); f("%h %H", "hello", "hello"); f("%n%%|%5%|%-5%|"); f("%2$s %1$s %2$s", "a", "b"); f("%s %<s %s %<s", "a", "b"); f("%1$d %1$x %1$o", 255); f("%-8s|%8s|", "ab", "cd"); f("%.0s|%.9s", "abc", "abc");
        f("%d", 1.5); f("%f", 1); f("%q", 1); f("%", 1); f("%5", 1); f("%-d", 1); f("%05s", "a"); f("%+s", "a"); f("%#d", 1); f("%,x", 1); f("%d"); f("%3$s", 1, 2); f("%<s", 1); f("%.2d", 1); f("%c", "str"); f("%c", 0x110000); f("%-05d", 1); f("%+ d", 1); f("%(+d", -1); f("%.3c", 'a'); f("%.3b", true); f("%.10b", true); f("%++d", 1); f("%0d", 1); f("%x", 1.0); f("%x", -1L); f("%X", (byte) -17); f("%#X", 255L); f("%(x", new BigInteger("-255")); f("%+x", new BigInteger("255")); f("%,.3f", new BigDecimal("1234567.8915")); f("%e", new BigDecimal("12345.678")); f("%g", new BigDecimal("0.00012345")); f("%s", new BigDecimal("1E+5")); f("%.1f", new BigDecimal("0.25")); f("%10.3e|", new BigDecimal("-0.000123"));
        f("%s %s", new int[0].getClass(), List.of(1, 2)); f("%s", new Object[] {new String[] {"a"}.length}); f("%tY"); f("no args", 1, 2); f("%s%s", "a"); f("%-5b|%5b|", true, false); f("%08.3f", -3.14159); f("%-+8.3f|", 3.14159); f("%,d", 999); f("%,d", 1000); f("%,d", -1000000); f("%h", 42); f("%h", 1.5); f("%10.4h|", "hello"); f("%s", new StringBuilder("sb")); f("%20.10s|", "a long string of text"); f("%-20.10S|", "a long string of text");
        System.out.println(String.format("%s|%10d|%-10.3f|%c|%b|%e", "mix", 42, Math.PI, 'z', true, 12345.678));
        StringBuilder b = new StringBuilder("x"); Formatter fm = new Formatter(b, Locale.ROOT); fm.format("%d,", 1).format("%d", 2); System.out.println(b + " " + fm.out().equals(b) + " " + fm.locale()); fm.close(); try { fm.format("x"); } catch (FormatterClosedException e) { System.out.println(e); }
        System.out.println("%d-%s".formatted(7, "x")); System.out.printf("%s %s%n", "printf", 1); System.out.format("%05d%n", 42);
        Formattable custom = (fmt, flags, width, precision) -> fmt.format("<%d,%d,%d>", flags, width, precision); f("%s|%-10.3S|%#s", custom, custom, custom);
    }
}
