import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParseException;

public class DecimalFormats {
    public static void main(String[] args) throws Exception {
        String[] patterns = {"0", "#", "0.00", "#.##", "#,##0.00", "000.0", "#,###", "0.###E0", "##0.##E0", "00.00E00", "0%", "#0.0%", "'#'0", "$#,##0.00;($#,##0.00)", "0.0 'units'", "#.00", "#."};
        double[] values = {0, 1, -1, 0.5, 1.5, 2.5, -2.345, 1234567.891, 0.000123, 99.995, 1e10, -0.001, 12345, 0.125};
        for (String p : patterns) {
            StringBuilder sb = new StringBuilder(p).append(" |");
            DecimalFormat f = new DecimalFormat(p);
            for (double v : values) {
                sb.append(' ').append(f.format(v));
            }
            System.out.println(sb);
        }
        DecimalFormat f = new DecimalFormat("0.0");
        for (RoundingMode m : RoundingMode.values()) {
            if (m != RoundingMode.UNNECESSARY) {
                f.setRoundingMode(m);
                System.out.println(m + " " + f.format(0.25) + " " + f.format(-0.25) + " " + f.format(0.35) + " " + f.format(1.01));
            }
        }
        System.out.println(new DecimalFormat("#,##0.00").format(123456789L) + " " + new DecimalFormat("0.00").format(new BigDecimal("1.005")));
        System.out.println(NumberFormat.getInstance().format(1234.5678) + " " + NumberFormat.getIntegerInstance().format(2.5) + " " + NumberFormat.getPercentInstance().format(0.256));
        System.out.println(new DecimalFormat("0.0").format(Double.NaN) + " " + new DecimalFormat("0.0").format(Double.NEGATIVE_INFINITY));
        System.out.println(new DecimalFormat("#,##0.##").parse("1,234.5") + " " + new DecimalFormat("0").parse("-7abc") + " " + new DecimalFormat("0%").parse("25%"));
        try {
            new DecimalFormat("0").parse("abc");
        } catch (ParseException e) {
            System.out.println(e.getMessage() + " " + e.getErrorOffset());
        }
        try {
            new DecimalFormat("0#");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        NumberFormat n = NumberFormat.getInstance();
        n.setMaximumFractionDigits(1);
        n.setMinimumIntegerDigits(3);
        n.setGroupingUsed(false);
        System.out.println(n.format(4.06) + " " + n.format(123456.78));
    }
}
