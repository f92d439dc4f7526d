package java.math;

import java.util.Objects;

/** Decimal numbers of any precision: an integer times a power of ten. */
public class BigDecimal extends Number implements Comparable<BigDecimal> {
    public static final BigDecimal ZERO = new BigDecimal(BigInteger.ZERO, 0);
    public static final BigDecimal ONE = new BigDecimal(BigInteger.ONE, 0);
    public static final BigDecimal TWO = new BigDecimal(BigInteger.TWO, 0);
    public static final BigDecimal TEN = new BigDecimal(BigInteger.TEN, 0);

    @Deprecated
    public static final int ROUND_UP = 0;
    @Deprecated
    public static final int ROUND_DOWN = 1;
    @Deprecated
    public static final int ROUND_CEILING = 2;
    @Deprecated
    public static final int ROUND_FLOOR = 3;
    @Deprecated
    public static final int ROUND_HALF_UP = 4;
    @Deprecated
    public static final int ROUND_HALF_DOWN = 5;
    @Deprecated
    public static final int ROUND_HALF_EVEN = 6;
    @Deprecated
    public static final int ROUND_UNNECESSARY = 7;

    /** Stands for a number that is not in {@code compact}. */
    private static final long INFLATED = Long.MIN_VALUE;

    /** The unscaled number where it fits a long, otherwise {@link #INFLATED}: most arithmetic needs nothing else. */
    private final long compact;
    /** The unscaled number; null where nobody asked for it and {@code compact} has it. */
    private BigInteger value;
    private final int scale;
    /** Number of digits; 0: not counted yet. */
    private int precision;

    private static final long[] TEN_TO = new long[19];
    /** What may be multiplied by that power of ten within a long. */
    private static final long[] TEN_LIMIT = new long[19];
    /** The powers of ten that a double holds exactly. */
    private static final double[] EXACT_TEN_TO = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    static {
        long p = 1;
        for (int i = 0; i < 19; i++) {
            TEN_TO[i] = p;
            TEN_LIMIT[i] = Long.MAX_VALUE / p;
            p *= 10;
        }
    }

    public BigDecimal(BigInteger unscaledVal, int scale) {
        this.compact = Objects.requireNonNull(unscaledVal).compact();
        this.value = unscaledVal;
        this.scale = scale;
    }

    /** Of a number that is not {@link #INFLATED}. */
    private BigDecimal(int scale, long compact) {
        this.compact = compact;
        this.scale = scale;
    }

    private BigDecimal(BigInteger value, long compact, int scale) {
        this.value = value;
        this.compact = compact;
        this.scale = scale;
    }

    private BigInteger big() {
        BigInteger v = value;
        if (v == null) {
            v = BigInteger.valueOf(compact);
            value = v;
        }
        return v;
    }

    private BigDecimal withScale(int s) {
        return new BigDecimal(value, compact, s);
    }

    /** Whether a number times that power of ten stays in a long (and is not {@link #INFLATED}). */
    private static boolean fits(long x, long power) {
        if (power < 0 || power > 18) {
            return false;
        }
        long limit = TEN_LIMIT[(int) power];
        return x >= -limit && x <= limit;
    }

    public BigDecimal(BigInteger val) {
        this(val, 0);
    }

    public BigDecimal(BigInteger val, MathContext mc) {
        this(new BigDecimal(val, 0).round(mc));
    }

    public BigDecimal(BigInteger unscaledVal, int scale, MathContext mc) {
        this(new BigDecimal(unscaledVal, scale).round(mc));
    }

    private BigDecimal(BigDecimal other) {
        this(other.value, other.compact, other.scale);
    }

    public BigDecimal(char[] in, int offset, int len) {
        if ((in.length | len | offset) < 0 || len > in.length - offset) {
            throw new NumberFormatException("Bad offset or len arguments for char[] input.");
        }
        BigDecimal parsed = parse(new String(in, offset, len));
        value = parsed.value;
        compact = parsed.compact;
        scale = parsed.scale;
    }

    public BigDecimal(char[] in, int offset, int len, MathContext mc) {
        this(new BigDecimal(in, offset, len).round(mc));
    }

    public BigDecimal(char[] in) {
        this(in, 0, in.length);
    }

    public BigDecimal(char[] in, MathContext mc) {
        this(in, 0, in.length, mc);
    }

    public BigDecimal(String val) {
        this(parse(val));
    }

    public BigDecimal(String val, MathContext mc) {
        this(parse(val).round(mc));
    }

    public BigDecimal(double val) {
        this(exact(val));
    }

    public BigDecimal(double val, MathContext mc) {
        this(exact(val).round(mc));
    }

    public BigDecimal(int val) {
        this(0, (long) val);
    }

    public BigDecimal(int val, MathContext mc) {
        this(new BigDecimal(val).round(mc));
    }

    public BigDecimal(long val) {
        this(BigInteger.valueOf(val), 0);
    }

    public BigDecimal(long val, MathContext mc) {
        this(new BigDecimal(val).round(mc));
    }

    /** A short text without exponent, or null. */
    private static BigDecimal parseShort(String s) {
        int n = s.length();
        if (n == 0 || n > 20) {
            return null;
        }
        int i = s.charAt(0) == '-' || s.charAt(0) == '+' ? 1 : 0;
        long v = 0;
        int digits = 0;
        int point = -1;
        for (int k = i; k < n; k++) {
            char c = s.charAt(k);
            if (c >= '0' && c <= '9') {
                v = v * 10 + (c - '0');
                digits++;
            } else if (c == '.' && point < 0) {
                point = k;
            } else {
                return null;
            }
        }
        if (digits == 0 || digits > 18) {
            return null;
        }
        return new BigDecimal(point < 0 ? 0 : n - 1 - point, s.charAt(0) == '-' ? -v : v);
    }

    private static BigDecimal parse(String s) {
        BigDecimal small = parseShort(s);
        if (small != null) {
            return small;
        }
        int n = s.length();
        int i = 0;
        if (n == 0) {
            NumberFormatException e = new NumberFormatException();
            e.initCause(new ArrayIndexOutOfBoundsException("Index 0 out of bounds for length 0"));
            throw e;
        }
        boolean negative = s.charAt(0) == '-';
        if (negative || s.charAt(0) == '+') {
            i++;
        }
        StringBuilder digits = new StringBuilder(n);
        long scale = 0;
        boolean point = false;
        for (; i < n; i++) {
            char c = s.charAt(i);
            int d = Character.digit(c, 10);
            if (d >= 0) {
                digits.append((char) ('0' + d));
                if (point) {
                    scale++;
                }
            } else if (c == '.') {
                if (point) {
                    throw new NumberFormatException("Character array contains more than one decimal point.");
                }
                point = true;
            } else {
                break;
            }
        }
        if (i < n) {
            char c = s.charAt(i);
            if (c != 'e' && c != 'E') {
                throw new NumberFormatException("Character " + c + " is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark.");
            }
            i++;
            boolean down = i < n && s.charAt(i) == '-';
            if (down || i < n && s.charAt(i) == '+') {
                i++;
            }
            if (i >= n) {
                throw new NumberFormatException();
            }
            long exp = 0;
            for (; i < n; i++) {
                int d = Character.digit(s.charAt(i), 10);
                if (d < 0) {
                    throw new NumberFormatException("Not a digit.");
                }
                exp = exp * 10 + d;
                if (exp > 10L * Integer.MAX_VALUE) {
                    throw new NumberFormatException("Too many nonzero exponent digits.");
                }
            }
            scale -= down ? -exp : exp;
        }
        if (digits.length() == 0) {
            throw new NumberFormatException("No digits found.");
        }
        if ((int) scale != scale) {
            throw new NumberFormatException("Scale out of range.");
        }
        BigInteger v = new BigInteger(digits.toString());
        return new BigDecimal(negative ? v.negate() : v, (int) scale);
    }

    private static BigDecimal exact(double val) {
        if (Double.isInfinite(val) || Double.isNaN(val)) {
            throw new NumberFormatException("Infinite or NaN");
        }
        long bits = Double.doubleToLongBits(val);
        int exponent = (int) (bits >> 52 & 0x7ff);
        long significand = exponent == 0 ? (bits & (1L << 52) - 1) << 1 : bits & (1L << 52) - 1 | 1L << 52;
        exponent -= 1075;
        if (significand == 0) {
            return ZERO;
        }
        int zeros = Long.numberOfTrailingZeros(significand);
        significand >>= zeros;
        exponent += zeros;
        BigInteger v = BigInteger.valueOf(bits < 0 ? -significand : significand);
        if (exponent < 0) {
            return new BigDecimal(BigInteger.valueOf(5).pow(-exponent).multiply(v), -exponent);
        }
        return new BigDecimal(v.shiftLeft(exponent), 0);
    }

    public static BigDecimal valueOf(long unscaledVal, int scale) {
        return unscaledVal == INFLATED ? new BigDecimal(BigInteger.valueOf(unscaledVal), scale) : new BigDecimal(scale, unscaledVal);
    }

    public static BigDecimal valueOf(long val) {
        return valueOf(val, 0);
    }

    public static BigDecimal valueOf(double val) {
        return new BigDecimal(Double.toString(val));
    }

    private static BigInteger tenTo(long n) {
        if (n > Integer.MAX_VALUE) {
            throw new ArithmeticException("Overflow");
        }
        return BigInteger.TEN.pow((int) n);
    }

    private static int checkScale(long s) {
        if ((int) s != s) {
            throw new ArithmeticException(s > 0 ? "Underflow" : "Overflow");
        }
        return (int) s;
    }

    private static int checkScale(BigDecimal d, long s) {
        return (int) s == s ? (int) s : checkScale(d.big(), s);
    }

    private static int checkScale(BigInteger v, long s) {
        if ((int) s == s) {
            return (int) s;
        }
        if (v.signum() == 0) {
            return s > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        }
        throw new ArithmeticException(s > 0 ? "Underflow" : "Overflow");
    }

    /** The integer of this number at a larger scale. */
    private BigInteger at(int s) {
        return s == scale ? big() : big().multiply(tenTo((long) s - scale));
    }

    public BigDecimal add(BigDecimal augend) {
        long x = compact;
        long y = augend.compact;
        int s = Math.max(scale, augend.scale);
        if (x != INFLATED && y != INFLATED) {
            if (scale != augend.scale) {
                long up = (long) s - scale;
                long down = (long) s - augend.scale;
                if (!fits(x, up) || !fits(y, down)) {
                    return new BigDecimal(at(s).add(augend.at(s)), s);
                }
                x *= TEN_TO[(int) up];
                y *= TEN_TO[(int) down];
            }
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0 && sum != INFLATED) {
                return new BigDecimal(s, sum);
            }
        }
        return new BigDecimal(at(s).add(augend.at(s)), s);
    }

    public BigDecimal add(BigDecimal augend, MathContext mc) {
        if (mc.getPrecision() == 0) {
            return add(augend);
        }
        if (signum() == 0 || augend.signum() == 0) {
            int preferred = Math.max(scale, augend.scale);
            if (signum() == 0 && augend.signum() == 0) {
                return new BigDecimal(BigInteger.ZERO, preferred);
            }
            BigDecimal result = (signum() == 0 ? augend : this).round(mc);
            if (result.scale == preferred) {
                return result;
            }
            if (result.scale > preferred) {
                return result.strip(preferred);
            }
            int room = mc.getPrecision() - result.precision();
            return result.setScale((int) Math.min((long) preferred, (long) result.scale + room));
        }
        // A very small operand only decides about rounding: one digit beyond what matters stands for it.
        BigDecimal big = this;
        BigDecimal small = augend;
        long gap = (long) scale - augend.scale;
        if (gap != 0) {
            big = gap < 0 ? this : augend;
            small = gap < 0 ? augend : this;
            long limit = (long) big.scale - big.precision() + mc.getPrecision();
            long lowest = small.scale - (long) small.precision() + 1;
            if (lowest > big.scale + 2L && lowest > limit + 2) {
                small = valueOf(small.signum(), checkScale(Math.max((long) big.scale, limit) + 3));
            }
        }
        return big.add(small).round(mc);
    }

    public BigDecimal subtract(BigDecimal subtrahend) {
        return add(subtrahend.negate());
    }

    public BigDecimal subtract(BigDecimal subtrahend, MathContext mc) {
        return add(subtrahend.negate(), mc);
    }

    public BigDecimal multiply(BigDecimal multiplicand) {
        long x = compact;
        long y = multiplicand.compact;
        long s = (long) scale + multiplicand.scale;
        if (x != INFLATED && y != INFLATED && (int) s == s) {
            long product = x * y;
            if ((Math.abs(x) | Math.abs(y)) >>> 31 == 0 || Math.multiplyHigh(x, y) == product >> 63 && product != INFLATED) {
                return new BigDecimal((int) s, product);
            }
        }
        BigInteger v = big().multiply(multiplicand.big());
        return new BigDecimal(v, checkScale(v, (long) scale + multiplicand.scale));
    }

    public BigDecimal multiply(BigDecimal multiplicand, MathContext mc) {
        return multiply(multiplicand).round(mc);
    }

    /** Rounds the quotient of two numbers that are not {@link #INFLATED}. */
    private static long divide(long a, long b, RoundingMode mode) {
        long q = a / b;
        long rest = a - q * b;
        if (rest == 0) {
            return q;
        }
        boolean positive = (a ^ b) >= 0;
        boolean up;
        switch (mode) {
            case UP:
                up = true;
                break;
            case DOWN:
                up = false;
                break;
            case CEILING:
                up = positive;
                break;
            case FLOOR:
                up = !positive;
                break;
            case UNNECESSARY:
                throw new ArithmeticException("Rounding necessary");
            default: {
                long left = Math.abs(rest);
                long right = Math.abs(b) - left;
                up = left > right
                        || left == right && (mode == RoundingMode.HALF_UP || mode == RoundingMode.HALF_EVEN && (q & 1) != 0);
            }
        }
        return up ? positive ? q + 1 : q - 1 : q;
    }

    /** Rounds the quotient of two integers. */
    private static BigInteger divide(BigInteger a, BigInteger b, RoundingMode mode) {
        BigInteger[] qr = a.divideAndRemainder(b);
        if (qr[1].signum() == 0) {
            return qr[0];
        }
        int sign = a.signum() * b.signum();
        boolean up;
        switch (mode) {
            case UP:
                up = true;
                break;
            case DOWN:
                up = false;
                break;
            case CEILING:
                up = sign > 0;
                break;
            case FLOOR:
                up = sign < 0;
                break;
            case UNNECESSARY:
                throw new ArithmeticException("Rounding necessary");
            default: {
                int half = qr[1].abs().shiftLeft(1).compareTo(b.abs());
                up = half > 0 || half == 0 && (mode == RoundingMode.HALF_UP || mode == RoundingMode.HALF_EVEN && qr[0].testBit(0));
            }
        }
        return up ? qr[0].add(BigInteger.valueOf(sign)) : qr[0];
    }

    public BigDecimal divide(BigDecimal divisor, int scale, RoundingMode roundingMode) {
        Objects.requireNonNull(roundingMode);
        long shift = (long) scale - this.scale + divisor.scale;
        long x = compact;
        long y = divisor.compact;
        if (x != INFLATED && y != INFLATED && y != 0) {
            if (shift >= 0 && fits(x, shift)) {
                return new BigDecimal(scale, divide(x * TEN_TO[(int) shift], y, roundingMode));
            }
            if (shift < 0 && fits(y, -shift)) {
                return new BigDecimal(scale, divide(x, y * TEN_TO[(int) -shift], roundingMode));
            }
        }
        BigInteger a = shift > 0 ? big().multiply(tenTo(shift)) : big();
        if (divisor.signum() == 0) {
            throw new ArithmeticException(a.bitLength() <= 63 ? "/ by zero" : "BigInteger divide by zero");
        }
        BigInteger b = shift < 0 ? divisor.big().multiply(tenTo(-shift)) : divisor.big();
        return new BigDecimal(divide(a, b, roundingMode), scale);
    }

    @Deprecated
    public BigDecimal divide(BigDecimal divisor, int scale, int roundingMode) {
        return divide(divisor, scale, mode(roundingMode));
    }

    private static RoundingMode mode(int roundingMode) {
        if (roundingMode < ROUND_UP || roundingMode > ROUND_UNNECESSARY) {
            throw new IllegalArgumentException("Invalid rounding mode");
        }
        return RoundingMode.valueOf(roundingMode);
    }

    @Deprecated
    public BigDecimal divide(BigDecimal divisor, int roundingMode) {
        return divide(divisor, scale, mode(roundingMode));
    }

    public BigDecimal divide(BigDecimal divisor, RoundingMode roundingMode) {
        return divide(divisor, scale, roundingMode);
    }

    private static int saturated(long s) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, s));
    }

    public BigDecimal divide(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException(signum() == 0 ? "Division undefined" : "Division by zero");
        }
        int preferred = saturated((long) scale - divisor.scale);
        if (signum() == 0) {
            return new BigDecimal(BigInteger.ZERO, preferred);
        }
        if (compact != INFLATED && divisor.compact != INFLATED && Math.abs((long) preferred) < 1 << 30) {
            long x = compact;
            for (int k = 0; k <= 18; k++) {
                long q = x / divisor.compact;
                if (q * divisor.compact == x) {
                    return new BigDecimal(preferred + k, q);
                }
                if (!fits(x, 1)) {
                    break;
                }
                x *= 10;
            }
        }
        // An exact quotient has no more digits than this.
        MathContext mc = new MathContext(
                (int) Math.min(precision() + (long) Math.ceil(10.0 * divisor.precision() / 3.0), Integer.MAX_VALUE),
                RoundingMode.UNNECESSARY);
        BigDecimal quotient;
        try {
            quotient = divide(divisor, mc);
        } catch (ArithmeticException e) {
            throw new ArithmeticException("Non-terminating decimal expansion; no exact representable decimal result.");
        }
        return preferred > quotient.scale ? quotient.setScale(preferred, RoundingMode.UNNECESSARY) : quotient;
    }

    public BigDecimal divide(BigDecimal divisor, MathContext mc) {
        if (mc.getPrecision() == 0) {
            return divide(divisor);
        }
        if (divisor.signum() == 0) {
            throw new ArithmeticException(signum() == 0 ? "Division undefined" : "Division by zero");
        }
        long preferred = (long) scale - divisor.scale;
        if (signum() == 0) {
            return new BigDecimal(BigInteger.ZERO, saturated(preferred));
        }
        // Enough digits that the quotient has at least the precision, with one to spare; what is lost is told by a last digit.
        long extra = (long) mc.getPrecision() + 3 - precision() + divisor.precision();
        long s = extra;
        BigInteger a = extra > 0 ? big().multiply(tenTo(extra)) : big();
        if (extra < 0) {
            s = 0;
        }
        BigInteger[] qr = a.divideAndRemainder(divisor.big());
        BigInteger q = qr[0];
        if (qr[1].signum() != 0) {
            // Sticky digit: not zero and not five.
            q = q.multiply(BigInteger.TEN).add(BigInteger.valueOf(signum() * divisor.signum()));
            s++;
            BigDecimal r = new BigDecimal(q, 0).round(mc);
            return new BigDecimal(r.big(), checkScale(r.big(), r.scale + s + preferred));
        }
        // Zeros go first: what rounding leaves keeps them.
        BigDecimal r = new BigDecimal(q, 0).strip(-s).round(mc);
        return new BigDecimal(r.big(), checkScale(r.big(), r.scale + s + preferred));
    }

    /** Removes trailing zeros while the scale stays above {@code preferred}. */
    private BigDecimal strip(long preferred) {
        int s = scale;
        long c = compact;
        if (c != INFLATED) {
            while (s > preferred && c != 0 && c % 10 == 0) {
                c /= 10;
                s = checkScale((long) s - 1);
            }
            return s == scale ? this : new BigDecimal(s, c);
        }
        BigInteger v = big();
        while (s > preferred && v.signum() != 0) {
            if (v.testBit(0)) {
                break;
            }
            BigInteger[] qr = v.divideAndRemainder(BigInteger.TEN);
            if (qr[1].signum() != 0) {
                break;
            }
            v = qr[0];
            s = checkScale((long) s - 1);
        }
        return s == scale ? this : new BigDecimal(v, s);
    }

    public BigDecimal divideToIntegralValue(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException(signum() == 0 ? "Division undefined" : "Division by zero");
        }
        int preferred = saturated((long) scale - divisor.scale);
        if (abs().compareTo(divisor.abs()) < 0) {
            return new BigDecimal(BigInteger.ZERO, preferred);
        }
        BigDecimal q = divide(divisor, 0, RoundingMode.DOWN);
        return preferred > 0 ? q.setScale(preferred, RoundingMode.UNNECESSARY) : q.strip(preferred);
    }

    public BigDecimal divideToIntegralValue(BigDecimal divisor, MathContext mc) {
        BigDecimal q = divideToIntegralValue(divisor);
        if (mc.getPrecision() == 0 || q.precision() <= mc.getPrecision()) {
            return q;
        }
        BigDecimal stripped = q.strip(Long.MIN_VALUE);
        if (stripped.precision() > mc.getPrecision()) {
            throw new ArithmeticException("Division impossible");
        }
        long preferred = (long) scale - divisor.scale;
        int room = mc.getPrecision() - stripped.precision();
        return stripped.setScale((int) Math.min(preferred, (long) stripped.scale + room), RoundingMode.UNNECESSARY);
    }

    public BigDecimal remainder(BigDecimal divisor) {
        return divideAndRemainder(divisor)[1];
    }

    public BigDecimal remainder(BigDecimal divisor, MathContext mc) {
        return divideAndRemainder(divisor, mc)[1];
    }

    public BigDecimal[] divideAndRemainder(BigDecimal divisor) {
        BigDecimal q = divideToIntegralValue(divisor);
        return new BigDecimal[] {q, subtract(q.multiply(divisor))};
    }

    public BigDecimal[] divideAndRemainder(BigDecimal divisor, MathContext mc) {
        BigDecimal q = divideToIntegralValue(divisor, mc);
        return new BigDecimal[] {q, subtract(q.multiply(divisor))};
    }

    public BigDecimal sqrt(MathContext mc) {
        if (signum() < 0) {
            throw new ArithmeticException("Attempted square root of negative BigDecimal");
        }
        int preferred = scale / 2;
        if (signum() == 0) {
            return valueOf(0L, preferred);
        }
        int digits = mc.getPrecision() == 0 ? precision() / 2 + 1 : mc.getPrecision();
        // Integer square root of the number scaled by an even power of ten, with digits to spare and a sticky digit.
        long want = 2L * (digits + 2) - (precision() - (long) scale);
        long s = Math.max(want, scale);
        s += s & 1;
        s = Math.max(s, scale + (scale & 1));
        BigInteger v = big().multiply(tenTo(s - scale));
        BigInteger[] root = v.sqrtAndRemainder();
        boolean isExact = root[1].signum() == 0;
        BigDecimal r;
        if (isExact) {
            r = new BigDecimal(root[0], (int) (s / 2));
        } else {
            if (mc.getPrecision() == 0 || mc.getRoundingMode() == RoundingMode.UNNECESSARY) {
                throw new ArithmeticException("Computed square root not exact.");
            }
            r = new BigDecimal(root[0].multiply(BigInteger.TEN).add(BigInteger.ONE), (int) (s / 2) + 1);
        }
        BigDecimal result = r.round(mc).strip(preferred);
        if (isExact) {
            if (result.scale < preferred) {
                int room = mc.getPrecision() == 0 ? preferred - result.scale : mc.getPrecision() - result.precision();
                result = result.setScale(Math.min(preferred, result.scale + room), RoundingMode.UNNECESSARY);
            }
            if (mc.getRoundingMode() == RoundingMode.UNNECESSARY && result.multiply(result).compareTo(this) != 0) {
                throw new ArithmeticException("Computed square root not exact.");
            }
        }
        return result;
    }

    public BigDecimal pow(int n) {
        if (n < 0 || n > 999999999) {
            throw new ArithmeticException("Invalid operation");
        }
        return new BigDecimal(big().pow(n), checkScale((long) scale * n));
    }

    public BigDecimal pow(int n, MathContext mc) {
        if (mc.getPrecision() == 0) {
            return pow(n);
        }
        if (n < -999999999 || n > 999999999) {
            throw new ArithmeticException("Invalid operation");
        }
        if (n == 0) {
            return ONE;
        }
        int m = Math.abs(n);
        int length = Integer.toString(m).length();
        if (length > mc.getPrecision()) {
            throw new ArithmeticException("Invalid operation");
        }
        MathContext work = new MathContext(mc.getPrecision() + length + 1, mc.getRoundingMode());
        BigDecimal acc = ONE;
        boolean seen = false;
        for (int i = 31; i >= 0; i--) {
            if (seen) {
                acc = acc.multiply(acc, work);
            }
            if ((m >> i & 1) != 0) {
                seen = true;
                acc = acc.multiply(this, work);
            }
        }
        if (n < 0) {
            acc = ONE.divide(acc, work);
        }
        return acc.round(mc);
    }

    public BigDecimal abs() {
        return signum() < 0 ? negate() : this;
    }

    public BigDecimal abs(MathContext mc) {
        return abs().round(mc);
    }

    public BigDecimal negate() {
        return compact != INFLATED ? new BigDecimal(scale, -compact) : new BigDecimal(big().negate(), scale);
    }

    public BigDecimal negate(MathContext mc) {
        return negate().round(mc);
    }

    public BigDecimal plus() {
        return this;
    }

    public BigDecimal plus(MathContext mc) {
        return round(mc);
    }

    public BigDecimal round(MathContext mc) {
        int want = mc.getPrecision();
        if (want == 0) {
            return this;
        }
        BigDecimal d = this;
        // Rounding up 9.99 gives one digit more: a second round takes it away.
        while (d.precision() > want) {
            int drop = d.precision() - want;
            int s = checkScale((long) d.scale - drop);
            d = d.compact != INFLATED ? new BigDecimal(s, divide(d.compact, TEN_TO[drop], mc.getRoundingMode()))
                    : new BigDecimal(divide(d.big(), tenTo(drop), mc.getRoundingMode()), s);
        }
        return d;
    }

    public int signum() {
        return compact != INFLATED ? Long.signum(compact) : value.signum();
    }

    public int scale() {
        return scale;
    }

    public int precision() {
        int p = precision;
        if (p == 0) {
            if (compact != INFLATED) {
                long x = Math.abs(compact);
                p = 1;
                while (p < 19 && x >= TEN_TO[p]) {
                    p++;
                }
            } else {
                // From the number of bits, off by one at most.
                p = (int) ((big().bitLength() - 1) * 0.3010299956639812) + 1;
                if (big().bitLength() > 20000) {
                    p = big().abs().toString().length();
                } else if (big().abs().compareTo(tenTo(p)) >= 0) {
                    p++;
                }
            }
            precision = p;
        }
        return p;
    }

    public BigInteger unscaledValue() {
        return big();
    }

    public BigDecimal setScale(int newScale, RoundingMode roundingMode) {
        if (newScale == scale) {
            return this;
        }
        long c = compact;
        if (c != INFLATED) {
            if (newScale > scale && fits(c, (long) newScale - scale)) {
                return new BigDecimal(newScale, c * TEN_TO[newScale - scale]);
            }
            long fewer = (long) scale - newScale;
            if (fewer > 0 && fewer <= 18) {
                return new BigDecimal(newScale, divide(c, TEN_TO[(int) fewer], roundingMode));
            }
        }
        if (newScale > scale) {
            return new BigDecimal(signum() == 0 ? big() : at(newScale), newScale);
        }
        long drop = (long) scale - newScale;
        if (signum() == 0) {
            return new BigDecimal(big(), newScale);
        }
        return new BigDecimal(divide(big(), tenTo(drop), roundingMode), newScale);
    }

    @Deprecated
    public BigDecimal setScale(int newScale, int roundingMode) {
        return setScale(newScale, mode(roundingMode));
    }

    public BigDecimal setScale(int newScale) {
        return setScale(newScale, RoundingMode.UNNECESSARY);
    }

    public BigDecimal movePointLeft(int n) {
        if (n == 0) {
            return this;
        }
        BigDecimal d = withScale(checkScale(this, (long) scale + n));
        return d.scale < 0 ? d.setScale(0, RoundingMode.UNNECESSARY) : d;
    }

    public BigDecimal movePointRight(int n) {
        if (n == 0) {
            return this;
        }
        BigDecimal d = withScale(checkScale(this, (long) scale - n));
        return d.scale < 0 ? d.setScale(0, RoundingMode.UNNECESSARY) : d;
    }

    public BigDecimal scaleByPowerOfTen(int n) {
        return withScale(checkScale(this, (long) scale - n));
    }

    public BigDecimal stripTrailingZeros() {
        return signum() == 0 ? ZERO : strip(Integer.MIN_VALUE);
    }

    @Override
    public int compareTo(BigDecimal val) {
        if (scale == val.scale) {
            return compact != INFLATED && val.compact != INFLATED ? Long.compare(compact, val.compact) : big().compareTo(val.big());
        }
        if (compact != INFLATED && val.compact != INFLATED) {
            long more = (long) val.scale - scale;
            if (more > 0 && fits(compact, more)) {
                return Long.compare(compact * TEN_TO[(int) more], val.compact);
            }
            if (more < 0 && fits(val.compact, -more)) {
                return Long.compare(compact, val.compact * TEN_TO[(int) -more]);
            }
        }
        int sign = signum();
        if (sign != val.signum()) {
            return sign > val.signum() ? 1 : -1;
        }
        if (sign == 0) {
            return 0;
        }
        long high = (long) precision() - scale;
        long other = (long) val.precision() - val.scale;
        if (high != other) {
            return high > other ? sign : -sign;
        }
        int s = Math.max(scale, val.scale);
        return at(s).compareTo(val.at(s));
    }

    @Override
    public boolean equals(Object x) {
        if (!(x instanceof BigDecimal)) {
            return false;
        }
        BigDecimal d = (BigDecimal) x;
        return scale == d.scale && compact == d.compact && (compact != INFLATED || value.equals(d.value));
    }

    public BigDecimal min(BigDecimal val) {
        return compareTo(val) <= 0 ? this : val;
    }

    public BigDecimal max(BigDecimal val) {
        return compareTo(val) >= 0 ? this : val;
    }

    @Override
    public int hashCode() {
        // As OpenJDK, where what fits a long has a hash of its own.
        long v = compact;
        if (v != INFLATED) {
            long abs = Math.abs(v);
            int h = (int) ((int) (abs >>> 32) * 31 + (abs & 0xffffffffL));
            return 31 * (v < 0 ? -h : h) + scale;
        }
        return 31 * big().hashCode() + scale;
    }

    @Override
    public String toString() {
        return layout(true);
    }

    public String toEngineeringString() {
        return layout(false);
    }

    private String layout(boolean scientific) {
        String digits = compact != INFLATED ? Long.toString(Math.abs(compact)) : value.abs().toString();
        String sign = signum() < 0 ? "-" : "";
        if (scale == 0) {
            return sign + digits;
        }
        long adjusted = -(long) scale + (digits.length() - 1);
        StringBuilder sb = new StringBuilder(sign);
        if (scale >= 0 && adjusted >= -6) {
            int pad = scale - digits.length();
            if (pad >= 0) {
                sb.append("0.");
                for (int i = 0; i < pad; i++) {
                    sb.append('0');
                }
                return sb.append(digits).toString();
            }
            return sb.append(digits, 0, -pad).append('.').append(digits, -pad, digits.length()).toString();
        }
        if (scientific) {
            sb.append(digits.charAt(0));
            if (digits.length() > 1) {
                sb.append('.').append(digits, 1, digits.length());
            }
        } else {
            int sig = (int) (adjusted % 3);
            if (sig < 0) {
                sig += 3;
            }
            adjusted -= sig;
            sig++;
            if (signum() == 0) {
                if (sig == 1) {
                    sb.append(digits);
                } else if (sig == 2) {
                    sb.append("0.00");
                    adjusted += 3;
                } else {
                    sb.append("0.0");
                    adjusted += 3;
                }
            } else if (sig >= digits.length()) {
                sb.append(digits);
                for (int i = sig - digits.length(); i > 0; i--) {
                    sb.append('0');
                }
            } else {
                sb.append(digits, 0, sig).append('.').append(digits, sig, digits.length());
            }
        }
        if (adjusted != 0) {
            sb.append('E');
            if (adjusted > 0) {
                sb.append('+');
            }
            sb.append(adjusted);
        }
        return sb.toString();
    }

    public String toPlainString() {
        String digits = compact != INFLATED ? Long.toString(Math.abs(compact)) : value.abs().toString();
        StringBuilder sb = new StringBuilder(signum() < 0 ? "-" : "");
        if (scale <= 0) {
            sb.append(digits);
            if (signum() != 0) {
                for (int i = scale; i < 0; i++) {
                    sb.append('0');
                }
            }
            return sb.toString();
        }
        int point = digits.length() - scale;
        if (point > 0) {
            return sb.append(digits, 0, point).append('.').append(digits, point, digits.length()).toString();
        }
        sb.append("0.");
        for (int i = point; i < 0; i++) {
            sb.append('0');
        }
        return sb.append(digits).toString();
    }

    public BigInteger toBigInteger() {
        return setScale(0, RoundingMode.DOWN).big();
    }

    public BigInteger toBigIntegerExact() {
        return setScale(0, RoundingMode.UNNECESSARY).big();
    }

    @Override
    public long longValue() {
        if (scale == 0 && compact != INFLATED) {
            return compact;
        }
        // What lies below one, or has all 64 low bits zero, needs no huge power of ten.
        if (signum() == 0 || (long) precision() - scale <= 0 || scale <= -64) {
            return 0;
        }
        return toBigInteger().longValue();
    }

    private BigInteger exactWithin(int bits) {
        if ((long) precision() - scale > 19) {
            throw new ArithmeticException("Overflow");
        }
        if (signum() == 0) {
            return BigInteger.ZERO;
        }
        if ((long) precision() - scale <= 0) {
            throw new ArithmeticException("Rounding necessary");
        }
        BigInteger v = toBigIntegerExact();
        if (v.bitLength() >= bits) {
            throw new ArithmeticException("Overflow");
        }
        return v;
    }

    public long longValueExact() {
        return exactWithin(64).longValue();
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    public int intValueExact() {
        return exactWithin(32).intValue();
    }

    public short shortValueExact() {
        return exactWithin(16).shortValue();
    }

    public byte byteValueExact() {
        return exactWithin(8).byteValue();
    }

    @Override
    public float floatValue() {
        return scale == 0 && compact != INFLATED ? (float) compact : Float.parseFloat(toString());
    }

    @Override
    public double doubleValue() {
        if (compact != INFLATED) {
            // One operation on exact operands is rounded as it should be.
            if (scale == 0) {
                return (double) compact;
            }
            if (Math.abs(compact) < 1L << 53) {
                if (scale > 0 && scale < EXACT_TEN_TO.length) {
                    return compact / EXACT_TEN_TO[scale];
                }
                if (scale < 0 && scale > -EXACT_TEN_TO.length) {
                    return compact * EXACT_TEN_TO[-scale];
                }
            }
        }
        return Double.parseDouble(toString());
    }

    public BigDecimal ulp() {
        return valueOf(1, scale);
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        java.io.ObjectOutputStream.PutField fields = out.putFields();
        fields.put("scale", scale);
        fields.put("intVal", big());
        out.writeFields();
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        java.io.ObjectInputStream.GetField fields = in.readFields();
        Object number = fields.get("intVal", null);
        if (number == null) {
            throw new java.io.StreamCorruptedException("BigDecimal: null intVal in stream");
        }
        rvm.internal.SerialForms.set(BigDecimal.class, "scale", this, fields.get("scale", 0));
        rvm.internal.SerialForms.set(BigDecimal.class, "value", this, number);
        rvm.internal.SerialForms.set(BigDecimal.class, "compact", this, ((BigInteger) number).compact());
    }
}
