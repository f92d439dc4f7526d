import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.TreeMap;

/** Decimals about the size of a long: all operations on operands near its limits, in every rounding mode; one hash for each operation. */
public class BigDecimalCompact {
    interface Op {
        Object run(BigDecimal a, BigDecimal b, RoundingMode m, int n);
    }

    static final long[] EDGES = {0, 1, -1, 5, 10, -10, 25, 999999999999999999L, 1000000000000000000L, Long.MAX_VALUE, Long.MIN_VALUE,
        Long.MIN_VALUE + 1, Long.MAX_VALUE / 10, Long.MAX_VALUE / 10 + 1, 1L << 31, (1L << 31) - 1, -(1L << 31), 3037000499L, 3037000500L, 1L << 53};

    static BigDecimal operand(Random r) {
        int scale = r.nextInt(8) == 0 ? r.nextInt(60) - 30 : r.nextInt(7) - 1;
        switch (r.nextInt(6)) {
            case 0:
                return BigDecimal.valueOf(EDGES[r.nextInt(EDGES.length)], scale);
            case 1:
                return new BigDecimal(new BigInteger(70, r).subtract(BigInteger.ONE.shiftLeft(69)), scale);
            case 2:
                return BigDecimal.valueOf(r.nextLong(), scale);
            case 3:
                return new BigDecimal((r.nextBoolean() ? "-" : "") + r.nextInt(100000) + "." + r.nextInt(1000));
            case 4:
                return BigDecimal.valueOf(r.nextInt(2000) - 1000, scale);
            default:
                return BigDecimal.valueOf(r.nextLong() >> r.nextInt(64), scale);
        }
    }

    public static void main(String[] args) {
        TreeMap<String, Op> ops = new TreeMap<>();
        ops.put("add", (a, b, m, n) -> a.add(b));
        ops.put("subtract", (a, b, m, n) -> a.subtract(b));
        ops.put("multiply", (a, b, m, n) -> a.multiply(b));
        ops.put("divide", (a, b, m, n) -> a.divide(b));
        ops.put("divide mode", (a, b, m, n) -> a.divide(b, m));
        ops.put("divide scale", (a, b, m, n) -> a.divide(b, n, m));
        ops.put("divide context", (a, b, m, n) -> a.divide(b, new MathContext(n + 12, m)));
        ops.put("remainder", (a, b, m, n) -> a.remainder(b));
        ops.put("integral", (a, b, m, n) -> a.divideToIntegralValue(b));
        ops.put("add context", (a, b, m, n) -> a.add(b, new MathContext(n + 12, m)));
        ops.put("round", (a, b, m, n) -> a.round(new MathContext(n + 11, m)));
        ops.put("setScale", (a, b, m, n) -> a.setScale(n, m));
        ops.put("compareTo", (a, b, m, n) -> a.compareTo(b) + " " + a.equals(b) + " " + a.compareTo(a.setScale(a.scale() + 2)) + " " + a.min(b) + a.max(b));
        ops.put("equals", (a, b, m, n) -> a.equals(new BigDecimal(a.unscaledValue(), a.scale())) + " " + a.hashCode());
        ops.put("precision", (a, b, m, n) -> a.precision() + " " + a.signum() + " " + a.scale());
        ops.put("strip", (a, b, m, n) -> a.stripTrailingZeros());
        ops.put("strings", (a, b, m, n) -> a + " " + a.toPlainString() + " " + a.toEngineeringString() + " " + a.negate() + " " + a.abs() + " " + a.ulp());
        ops.put("move", (a, b, m, n) -> a.movePointLeft(n) + " " + a.movePointRight(n) + " " + a.scaleByPowerOfTen(n));
        ops.put("numbers", (a, b, m, n) -> a.longValue() + " " + a.intValue() + " " + a.toBigInteger() + " " + Double.doubleToLongBits(a.doubleValue()));
        ops.put("float", (a, b, m, n) -> Float.floatToIntBits(a.floatValue()));
        ops.put("exact long", (a, b, m, n) -> a.longValueExact());
        ops.put("exact int", (a, b, m, n) -> a.intValueExact());
        ops.put("pow", (a, b, m, n) -> a.pow(Math.abs(n) % 5));
        ops.put("reparse", (a, b, m, n) -> new BigDecimal(a.toString()).equals(a) + " " + new BigDecimal(a.toPlainString()));
        for (String name : ops.keySet()) {
            Random r = new Random(17);
            Op op = ops.get(name);
            long hash = 0;
            int failed = 0;
            for (int i = 0; i < 3000; i++) {
                BigDecimal a = operand(r);
                BigDecimal b = operand(r);
                RoundingMode m = RoundingMode.values()[r.nextInt(8)];
                int n = r.nextInt(24) - 10;
                String result;
                try {
                    result = String.valueOf(op.run(a, b, m, n));
                } catch (ArithmeticException e) {
                    // What the number is held in shows in some messages; only that it fails counts here.
                    result = "ArithmeticException";
                    failed++;
                }
                if (args.length > 0 && name.equals(args[0])) {
                    System.out.println(a + " " + b + " " + m + " " + n + " = " + result);
                }
                hash = hash * 31 + result.hashCode();
            }
            System.out.println(name + " " + hash + " failed " + failed);
        }
        String[] texts = {"1.", ".5", "-.5", "+7", "-0", "-0.00", "1..2", "", "-", ".", "+.", "1e5", "1-2", "123456789012345678", "1234567890123456789", "0000000000000000001", "9.99999999999999999", "\u0661\u0662"};
        for (String t : texts) {
            try {
                BigDecimal d = new BigDecimal(t);
                System.out.println(t.length() + ": " + d + " " + d.scale() + " " + d.precision());
            } catch (NumberFormatException e) {
                System.out.println(t.length() + ": " + e.getMessage());
            }
        }
    }
}
