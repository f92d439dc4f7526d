import java.math.*;

public class BigDecimals {
    public static void main(String[] args) throws Exception {
        BigDecimal a = new BigDecimal("123.4500"), b = new BigDecimal("-0.007");
        p(a.add(b) + " " + a.subtract(b) + " " + a.multiply(b) + " " + a.negate() + " " + a.scale() + a.precision() + " " + a.unscaledValue() + " " + a.stripTrailingZeros());
        p(a.divide(b, 5, RoundingMode.HALF_UP) + " " + a.divide(new BigDecimal("3"), MathContext.DECIMAL32) + " " + a.remainder(new BigDecimal("10")) + a.divideToIntegralValue(BigDecimal.TEN));
        try {
            BigDecimal.ONE.divide(new BigDecimal(3));
        }  catch (ArithmeticException e) {
            p(e.getMessage());
        }
        for (RoundingMode m : RoundingMode.values()) if (m != RoundingMode.UNNECESSARY) {
            StringBuilder sb = new StringBuilder(m + ":");
            for (String s : "5.5 2.5 1.6 1.1 1.0 -1.1 -2.5 -5.5".split(" ")) sb.append(' ').append(new BigDecimal(s).setScale(0, m));
            p(sb);
        }
        p(new BigDecimal("1E+5") + " " + new BigDecimal("1E+5").toPlainString() + " " + new BigDecimal("0.00000001") + " " + new BigDecimal("1e-3").toEngineeringString() + " " + new BigDecimal("2.0").equals(new BigDecimal("2.00")) + new BigDecimal("2.0").compareTo(new BigDecimal("2.00")) + new BigDecimal("2.0").hashCode());
        p(new BigDecimal(0.1));
        p(BigDecimal.valueOf(0.1) + " " + BigDecimal.valueOf(12345, 3) + " " + new BigDecimal("12.9").intValue() + new BigDecimal("99.99").toBigInteger() + new BigDecimal("1.5").pow(10) + a.round(new MathContext(3)) + a.movePointLeft(5) + a.movePointRight(1) + a.max(b) + a.signum());
        try {
            new BigDecimal("1.5").setScale(0, RoundingMode.UNNECESSARY);
        }  catch (ArithmeticException e) {
            p(e.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
