import java.math.*;
import java.text.*;
import java.util.*;

public class NumberFormats {
    static void spans(NumberFormat f, Object n) {
        StringBuilder sb = new StringBuilder();
        for (NumberFormat.Field field : new NumberFormat.Field[] {NumberFormat.Field.INTEGER, NumberFormat.Field.FRACTION,
            NumberFormat.Field.DECIMAL_SEPARATOR, NumberFormat.Field.GROUPING_SEPARATOR, NumberFormat.Field.SIGN,
            NumberFormat.Field.PERCENT, NumberFormat.Field.CURRENCY, NumberFormat.Field.EXPONENT,
            NumberFormat.Field.EXPONENT_SYMBOL, NumberFormat.Field.EXPONENT_SIGN}) {
            FieldPosition p = new FieldPosition(field);
            String s = f.format(n, new StringBuffer(), p).toString();
            sb.append(s, p.getBeginIndex(), p.getEndIndex()).append('|');
        }
        FieldPosition i = new FieldPosition(NumberFormat.INTEGER_FIELD);
        f.format(n, new StringBuffer(), i);
        System.out.println(f.format(n) + " " + sb + " " + i.getBeginIndex() + "-" + i.getEndIndex());
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.US);
        for (String p : new String[] {"0", "#", "#,##0.00", "0.###E0", "##0.##E0", "0%", "'#'0", "\u00a4#,##0.00;(\u00a4#)", "#.",
            "0 'it''s'", "\u00a4\u00a4 0.00", "-0;+0", "00.00\u2030", "#,####.0", "''0", ".00", "'a''b'0'-'"}) {
            DecimalFormat f = new DecimalFormat(p);
            System.out.println(p + " -> " + f.toPattern() + " " + f.toLocalizedPattern() + " [" + f.getPositivePrefix() + "][" + f.getNegativePrefix()
                    + "][" + f.getPositiveSuffix() + "][" + f.getNegativeSuffix() + "] " + f.format(-1234.5) + " " + f.format(99L) + " "
                    + f.getMinimumIntegerDigits() + " " + f.getMaximumFractionDigits());
        }
        spans(new DecimalFormat("#,##0.00"), -1234567.891);
        spans(new DecimalFormat("0.##E00"), 0.00012345);
        spans(NumberFormat.getPercentInstance(), 0.5);
        spans(NumberFormat.getCurrencyInstance(Locale.US), new BigDecimal("-12.345"));
        for (Locale l : new Locale[] {Locale.US, Locale.UK, Locale.GERMANY, Locale.FRANCE, Locale.ITALY, Locale.JAPAN, Locale.ROOT,
            new Locale("pt", "BR"), new Locale("de", "CH"), new Locale("es", "ES"), Locale.CHINA, Locale.KOREA, new Locale("nl", "NL"),
            new Locale("hi", "IN"), new Locale("en", "IN"), Locale.ENGLISH}) {
            System.out.println(l + " " + NumberFormat.getInstance(l).format(-1234567.891) + " " + NumberFormat.getPercentInstance(l).format(12.345)
                    + " " + NumberFormat.getIntegerInstance(l).format(2.5) + " " + NumberFormat.getCurrencyInstance(l).format(1234.5) + " "
                    + NumberFormat.getCurrencyInstance(l).format(-0.5));
        }
        DecimalFormatSymbols s = new DecimalFormatSymbols(Locale.US);
        s.setDecimalSeparator('_');
        s.setGroupingSeparator(' ');
        s.setMinusSign('~');
        s.setZeroDigit('\u0660');
        s.setInfinity("INF");
        DecimalFormat f = new DecimalFormat("#,##0.0#", s);
        System.out.println(f.format(-12345.678) + " " + f.format(Double.POSITIVE_INFINITY) + " " + f.toLocalizedPattern());
        System.out.println(f.parse("~\u0661 \u0662_\u0665") + " " + f.parse("INF"));
        System.out.println(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.GERMANY)).parse("3,25x"));
        for (String t : new String[] {"1,234.5", "-5", "abc", "1e3", "1E3", "1E-2z", "12,", "1.2.3", "", ".5", "5.", "1,2,3", "--1", "0x10",
            "NaN", "\u221e", "-\u221e", "99999999999999999999", "-0", "1 2"}) {
            ParsePosition p = new ParsePosition(0);
            System.out.println("'" + t + "' " + NumberFormat.getInstance().parse(t, p) + " " + p);
        }
        DecimalFormat big = new DecimalFormat("0.#");
        big.setParseBigDecimal(true);
        System.out.println(big.parse("123456789012345678901234567890.123").getClass() + " " + big.parse("1.50"));
        NumberFormat c = NumberFormat.getCurrencyInstance(Locale.US);
        System.out.println(c.parse("$1,234.50") + " " + c.parse("-$5"));
        c.setCurrency(Currency.getInstance("EUR"));
        System.out.println(c.format(3.5) + " " + c.getCurrency());
        System.out.println(Currency.getInstance(Locale.JAPAN) + " " + Currency.getInstance("JPY").getDefaultFractionDigits() + " "
                + Currency.getInstance("GBP").getSymbol(Locale.UK) + " " + Currency.getInstance("USD").getDisplayName() + " "
                + Currency.getInstance("CHF").getNumericCodeAsString());
        DecimalFormat m = new DecimalFormat("0.00");
        m.setRoundingMode(RoundingMode.UNNECESSARY);
        try {
            m.format(1.234);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        m.setMultiplier(-3);
        m.setRoundingMode(RoundingMode.HALF_UP);
        m.setPositivePrefix("+");
        m.setNegativeSuffix("#");
        System.out.println(m.format(1.2) + " " + m.format(-1.2) + " " + m.toPattern());
        System.out.println(new DecimalFormat("#0.0").equals(new DecimalFormat("0.0")) + " " + m.clone().equals(m));
        NumberFormat k = NumberFormat.getCompactNumberInstance(Locale.US, NumberFormat.Style.SHORT);
        NumberFormat kl = NumberFormat.getCompactNumberInstance(Locale.US, NumberFormat.Style.LONG);
        for (long n : new long[] {0, 7, 999, 1000, 1500, 12345, 999999, 1000000, -25_000_000L, 123_456_789_012L, 9_999_999_999_999_999L}) {
            System.out.print(k.format(n) + " / " + kl.format(n) + "; ");
        }
        System.out.println();
        k.setMaximumFractionDigits(2);
        System.out.println(k.format(12345) + " " + k.format(1.5) + " " + k.parse("12K") + " " + kl.parse("3 million"));
        ChoiceFormat ch = new ChoiceFormat("0#no files|1#one file|1<many files");
        System.out.println(ch.format(0) + ch.format(1) + ch.format(2) + ch.format(-5) + " " + ch.toPattern());
        System.out.println(new ChoiceFormat(new double[] {1, 2.5, 7}, new String[] {"a", "b<", "c"}).toPattern() + " " + ch.parse("one file"));
        AttributedCharacterIterator it = new DecimalFormat("#,##0.0").formatToCharacterIterator(-1234.5);
        for (char x = it.first(); x != CharacterIterator.DONE; x = it.next()) {
            System.out.print(x + "" + it.getRunStart() + it.getRunLimit() + " ");
        }
        System.out.println(new FieldPosition(NumberFormat.Field.SIGN));
    }
}
