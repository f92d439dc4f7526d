package java.lang;

/** An object that holds a {@code long}, and what one can do with such numbers. */
public final class Long extends Number implements Comparable<Long>, java.lang.constant.Constable,
        java.lang.constant.ConstantDesc {
    public static final long MIN_VALUE = 0x8000000000000000L;
    public static final long MAX_VALUE = 0x7fffffffffffffffL;
    public static final Class<Long> TYPE = Class.primitive('J');
    public static final int SIZE = 64;
    public static final int BYTES = 8;

    private final long value;

    private static final class Cache {
        static final Long[] VALUES = new Long[256];

        static {
            for (int i = 0; i < 256; i++) {
                VALUES[i] = new Long(i - 128);
            }
        }
    }

    @Deprecated(since = "9", forRemoval = true)
    public Long(long value) {
        this.value = value;
    }

    @Deprecated(since = "9", forRemoval = true)
    public Long(String s) throws NumberFormatException {
        this.value = parseLong(s, 10);
    }

    public static String toString(long i, int radix) {
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            radix = 10;
        }
        if (radix == 10) {
            return toString(i);
        }
        byte[] buf = new byte[65];
        int at = buf.length;
        // Negative numbers reach further than positive ones.
        long n = i < 0 ? i : -i;
        do {
            long q = n / radix;
            int d = (int) (q * radix - n);
            buf[--at] = (byte) (d < 10 ? '0' + d : 'a' - 10 + d);
            n = q;
        } while (n != 0);
        if (i < 0) {
            buf[--at] = '-';
        }
        return Utf16.latin1String(buf, at, buf.length - at);
    }

    public static String toUnsignedString(long i, int radix) {
        if (i >= 0) {
            return toString(i, radix);
        }
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            radix = 10;
        }
        long q = divideUnsigned(i, radix);
        return toString(q, radix).concat(toString(i - q * radix, radix));
    }

    public static String toHexString(long i) {
        return powerOfTwo(i, 4);
    }

    public static String toOctalString(long i) {
        return powerOfTwo(i, 3);
    }

    public static String toBinaryString(long i) {
        return powerOfTwo(i, 1);
    }

    private static String powerOfTwo(long i, int shift) {
        int bits = SIZE - numberOfLeadingZeros(i);
        int n = bits <= shift ? 1 : (bits + shift - 1) / shift;
        byte[] buf = new byte[n];
        int mask = (1 << shift) - 1;
        while (n > 0) {
            int d = (int) i & mask;
            buf[--n] = (byte) (d < 10 ? '0' + d : 'a' - 10 + d);
            i >>>= shift;
        }
        return new String(buf, String.LATIN1);
    }

    public static String toString(long i) {
        byte[] buf = new byte[digits(i)];
        getDigits(i, buf.length, buf);
        return new String(buf, String.LATIN1);
    }

    /** The number of characters of the decimal form. */
    static int digits(long i) {
        int n = 1;
        if (i < 0) {
            n = 2;
        } else {
            i = -i;
        }
        for (long limit = -10; n < 20; n++, limit *= 10) {
            if (i > limit) {
                return n;
            }
            if (limit == -1000000000000000000L) {
                return n + 1;
            }
        }
        return n;
    }

    /** Writes the decimal form so that it ends before {@code end}. */
    static void getDigits(long i, int end, byte[] buf) {
        long n = i < 0 ? i : -i;
        while (n < Integer.MIN_VALUE) {
            long q = n / 10;
            buf[--end] = (byte) ('0' + (q * 10 - n));
            n = q;
        }
        int m = (int) n;
        do {
            int q = m / 10;
            buf[--end] = (byte) ('0' + (q * 10 - m));
            m = q;
        } while (m != 0);
        if (i < 0) {
            buf[--end] = '-';
        }
    }

    public static String toUnsignedString(long i) {
        return toUnsignedString(i, 10);
    }

    public static long parseLong(String s, int radix) throws NumberFormatException {
        if (s == null) {
            throw new NumberFormatException("Cannot parse null string");
        }
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw NumberFormatException.forRadix(radix);
        }
        int n = s.length();
        int i = 0;
        boolean negative = false;
        if (n > 0) {
            char c = s.charAt(0);
            negative = c == '-';
            if (negative || c == '+') {
                i = 1;
            }
        }
        if (i == n) {
            throw NumberFormatException.forInput(s, radix);
        }
        long limit = negative ? MIN_VALUE : -MAX_VALUE;
        long least = limit / radix;
        long result = 0;
        for (; i < n; i++) {
            int d = Character.digit(s.charAt(i), radix);
            if (d < 0 || result < least) {
                throw NumberFormatException.forInput(s, radix);
            }
            result *= radix;
            if (result < limit + d) {
                throw NumberFormatException.forInput(s, radix);
            }
            result -= d;
        }
        return negative ? result : -result;
    }

    public static long parseLong(CharSequence s, int beginIndex, int endIndex, int radix) throws NumberFormatException {
        if (beginIndex < 0 || beginIndex > endIndex || endIndex > s.length()) {
            throw new IndexOutOfBoundsException();
        }
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw NumberFormatException.forRadix(radix);
        }
        if (beginIndex == endIndex) {
            throw new NumberFormatException("");
        }
        int i = beginIndex;
        char c = s.charAt(i);
        boolean negative = c == '-';
        if (negative || c == '+') {
            if (++i == endIndex) {
                throw NumberFormatException.forRange(s, beginIndex, endIndex, i);
            }
        }
        long limit = negative ? MIN_VALUE : -MAX_VALUE;
        long least = limit / radix;
        long result = 0;
        for (; i < endIndex; i++) {
            int d = Character.digit(s.charAt(i), radix);
            if (d < 0 || result < least) {
                throw NumberFormatException.forRange(s, beginIndex, endIndex, i);
            }
            result *= radix;
            if (result < limit + d) {
                throw NumberFormatException.forRange(s, beginIndex, endIndex, i);
            }
            result -= d;
        }
        return negative ? result : -result;
    }

    public static long parseLong(String s) throws NumberFormatException {
        if (s != null && s.coder() == String.LATIN1) {
            // What cannot overflow; everything else takes the long way.
            byte[] v = s.value();
            int n = v.length;
            int i = n > 1 && v[0] == '-' ? 1 : 0;
            if (n > 0 && n - i < 19) {
                long r = 0;
                int k = i;
                for (; k < n; k++) {
                    int d = v[k] - '0';
                    if ((char) d > 9) {
                        break;
                    }
                    r = r * 10 + d;
                }
                if (k == n) {
                    return i == 0 ? r : -r;
                }
            }
        }
        return parseLong(s, 10);
    }

    public static long parseUnsignedLong(String s, int radix) throws NumberFormatException {
        if (s == null) {
            throw new NumberFormatException("Cannot parse null string");
        }
        int n = s.length();
        if (n == 0) {
            throw NumberFormatException.forInput(s, radix);
        }
        if (s.charAt(0) == '-') {
            throw new NumberFormatException("Illegal leading minus sign on unsigned string " + s + ".");
        }
        if (n <= 12 || radix == 10 && n <= 18) {
            return parseLong(s, radix);
        }
        return parseUnsigned(s, 0, n, radix);
    }

    public static long parseUnsignedLong(CharSequence s, int beginIndex, int endIndex, int radix)
            throws NumberFormatException {
        if (beginIndex < 0 || beginIndex > endIndex || endIndex > s.length()) {
            throw new IndexOutOfBoundsException();
        }
        int n = endIndex - beginIndex;
        if (n == 0) {
            throw NumberFormatException.forInput("", radix);
        }
        if (s.charAt(beginIndex) == '-') {
            throw new NumberFormatException("Illegal leading minus sign on unsigned string " + s + ".");
        }
        if (n <= 12 || radix == 10 && n <= 18) {
            return parseLong(s, beginIndex, endIndex, radix);
        }
        return parseUnsigned(s, beginIndex, endIndex, radix);
    }

    private static long parseUnsigned(CharSequence s, int begin, int end, int radix) {
        long first = parseLong(s, begin, end - 1, radix);
        int last = Character.digit(s.charAt(end - 1), radix);
        if (last < 0) {
            throw new NumberFormatException("Bad digit at end of " + s);
        }
        if (first > divideUnsigned(-1L, radix)
                || first == divideUnsigned(-1L, radix) && last > remainderUnsigned(-1L, radix)) {
            throw new NumberFormatException("String value " + s + " exceeds range of unsigned long.");
        }
        return first * radix + last;
    }

    public static long parseUnsignedLong(String s) throws NumberFormatException {
        return parseUnsignedLong(s, 10);
    }

    public static Long valueOf(String s, int radix) throws NumberFormatException {
        return valueOf(parseLong(s, radix));
    }

    public static Long valueOf(String s) throws NumberFormatException {
        return valueOf(parseLong(s, 10));
    }

    public static Long valueOf(long i) {
        if (i >= -128 && i <= 127) {
            return Cache.VALUES[(int) i + 128];
        }
        return new Long(i);
    }

    public static Long decode(String nm) throws NumberFormatException {
        if (nm.isEmpty()) {
            throw new NumberFormatException("Zero length string");
        }
        int i = 0;
        char c = nm.charAt(0);
        boolean negative = c == '-';
        if (negative || c == '+') {
            i++;
        }
        int radix = 10;
        if (nm.startsWith("0x", i) || nm.startsWith("0X", i)) {
            i += 2;
            radix = 16;
        } else if (nm.startsWith("#", i)) {
            i++;
            radix = 16;
        } else if (nm.startsWith("0", i) && nm.length() > i + 1) {
            i++;
            radix = 8;
        }
        if (nm.startsWith("-", i) || nm.startsWith("+", i)) {
            throw new NumberFormatException("Sign character in wrong position");
        }
        String rest = nm.substring(i);
        return valueOf(parseLong(negative ? "-".concat(rest) : rest, radix));
    }

    public byte byteValue() {
        return (byte) value;
    }

    public short shortValue() {
        return (short) value;
    }

    public int intValue() {
        return (int) value;
    }

    public long longValue() {
        return value;
    }

    public float floatValue() {
        return (float) value;
    }

    public double doubleValue() {
        return (double) value;
    }

    public String toString() {
        return toString(value);
    }

    @Override
    public int hashCode() {
        return (int) (value ^ (value >>> 32));
    }

    public static int hashCode(long value) {
        return (int) (value ^ (value >>> 32));
    }

    public boolean equals(Object obj) {
        return obj instanceof Long && value == ((Long) obj).value;
    }

    public static Long getLong(String nm) {
        return getLong(nm, null);
    }

    public static Long getLong(String nm, long val) {
        Long result = getLong(nm, null);
        return result == null ? valueOf(val) : result;
    }

    public static Long getLong(String nm, Long val) {
        try {
            String v = nm == null || nm.isEmpty() ? null : System.getProperty(nm);
            if (v != null) {
                return decode(v);
            }
        } catch (NumberFormatException e) {
            return val;
        }
        return val;
    }

    public int compareTo(Long another) {
        return compare(value, another.value);
    }

    public static int compare(long x, long y) {
        return x < y ? -1 : x == y ? 0 : 1;
    }

    public static int compareUnsigned(long x, long y) {
        return compare(x + MIN_VALUE, y + MIN_VALUE);
    }

    public static long divideUnsigned(long dividend, long divisor) {
        if (divisor < 0) {
            return compareUnsigned(dividend, divisor) < 0 ? 0 : 1;
        }
        if (dividend >= 0) {
            return dividend / divisor;
        }
        // Half the dividend over the divisor, doubled, is at most one too small.
        long q = ((dividend >>> 1) / divisor) << 1;
        long r = dividend - q * divisor;
        return compareUnsigned(r, divisor) >= 0 ? q + 1 : q;
    }

    public static long remainderUnsigned(long dividend, long divisor) {
        if (dividend >= 0 && divisor > 0) {
            return dividend % divisor;
        }
        return dividend - divideUnsigned(dividend, divisor) * divisor;
    }

    public static long highestOneBit(long i) {
        return i & (MIN_VALUE >>> numberOfLeadingZeros(i));
    }

    public static long lowestOneBit(long i) {
        return i & -i;
    }

    public static int numberOfLeadingZeros(long i) {
        int high = (int) (i >>> 32);
        return high == 0 ? 32 + Integer.numberOfLeadingZeros((int) i) : Integer.numberOfLeadingZeros(high);
    }

    public static int numberOfTrailingZeros(long i) {
        int low = (int) i;
        return low == 0 ? 32 + Integer.numberOfTrailingZeros((int) (i >>> 32)) : Integer.numberOfTrailingZeros(low);
    }

    public static int bitCount(long i) {
        i -= (i >>> 1) & 0x5555555555555555L;
        i = (i & 0x3333333333333333L) + ((i >>> 2) & 0x3333333333333333L);
        i = (i + (i >>> 4)) & 0x0f0f0f0f0f0f0f0fL;
        return (int) ((i * 0x0101010101010101L) >>> 56);
    }

    public static long rotateLeft(long i, int distance) {
        return (i << distance) | (i >>> -distance);
    }

    public static long rotateRight(long i, int distance) {
        return (i >>> distance) | (i << -distance);
    }

    public static long reverse(long i) {
        i = (i & 0x5555555555555555L) << 1 | (i >>> 1) & 0x5555555555555555L;
        i = (i & 0x3333333333333333L) << 2 | (i >>> 2) & 0x3333333333333333L;
        i = (i & 0x0f0f0f0f0f0f0f0fL) << 4 | (i >>> 4) & 0x0f0f0f0f0f0f0f0fL;
        return reverseBytes(i);
    }

    public static long reverseBytes(long i) {
        i = (i & 0x00ff00ff00ff00ffL) << 8 | (i >>> 8) & 0x00ff00ff00ff00ffL;
        return (i << 48) | ((i & 0xffff0000L) << 16) | ((i >>> 16) & 0xffff0000L) | (i >>> 48);
    }

    public static int signum(long i) {
        return (int) ((i >> 63) | (-i >>> 63));
    }

    public static long sum(long a, long b) {
        return a + b;
    }

    public static long max(long a, long b) {
        return a >= b ? a : b;
    }

    public static long min(long a, long b) {
        return a <= b ? a : b;
    }

    @Override
    public java.util.Optional<Long> describeConstable() {
        return java.util.Optional.of(this);
    }

    @Override
    public Long resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup lookup) {
        return this;
    }
}
