package java.lang;

/** An object that holds an {@code int}, and what one can do with such numbers. */
public final class Integer extends Number implements Comparable<Integer>, java.lang.constant.Constable,
        java.lang.constant.ConstantDesc {
    public static final int MIN_VALUE = 0x80000000;
    public static final int MAX_VALUE = 0x7fffffff;
    public static final Class<Integer> TYPE = Class.primitive('I');
    public static final int SIZE = 32;
    public static final int BYTES = 4;

    private final int value;

    private static final class Cache {
        static final Integer[] VALUES = new Integer[256];

        static {
            for (int i = 0; i < 256; i++) {
                VALUES[i] = new Integer(i - 128);
            }
        }
    }

    @Deprecated(since = "9", forRemoval = true)
    public Integer(int value) {
        this.value = value;
    }

    @Deprecated(since = "9", forRemoval = true)
    public Integer(String s) throws NumberFormatException {
        this.value = parseInt(s, 10);
    }

    public static String toString(int i, int radix) {
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            radix = 10;
        }
        if (radix == 10) {
            return toString(i);
        }
        byte[] buf = new byte[33];
        int at = buf.length;
        // Negative numbers reach further than positive ones.
        int n = i < 0 ? i : -i;
        do {
            int q = n / radix;
            int d = (q * radix - n);
            buf[--at] = (byte) (d < 10 ? '0' + d : 'a' - 10 + d);
            n = q;
        } while (n != 0);
        if (i < 0) {
            buf[--at] = '-';
        }
        return Utf16.latin1String(buf, at, buf.length - at);
    }

    public static String toUnsignedString(int i, int radix) {
        return Long.toString(toUnsignedLong(i), radix);
    }

    public static String toHexString(int i) {
        return powerOfTwo(i, 4);
    }

    public static String toOctalString(int i) {
        return powerOfTwo(i, 3);
    }

    public static String toBinaryString(int i) {
        return powerOfTwo(i, 1);
    }

    private static String powerOfTwo(int i, int shift) {
        int bits = SIZE - numberOfLeadingZeros(i);
        int n = bits <= shift ? 1 : (bits + shift - 1) / shift;
        byte[] buf = new byte[n];
        int mask = (1 << shift) - 1;
        while (n > 0) {
            int d = i & mask;
            buf[--n] = (byte) (d < 10 ? '0' + d : 'a' - 10 + d);
            i >>>= shift;
        }
        return new String(buf, String.LATIN1);
    }

    public static String toString(int i) {
        byte[] buf = new byte[digits(i)];
        getDigits(i, buf.length, buf);
        return new String(buf, String.LATIN1);
    }

    /** The number of characters of the decimal form. */
    static int digits(int i) {
        int n = 0;
        if (i < 0) {
            n = 1;
        } else {
            i = -i;
        }
        if (i > -100000) {
            return n + (i > -100 ? i > -10 ? 1 : 2 : i > -1000 ? 3 : i > -10000 ? 4 : 5);
        }
        return n + (i > -10000000 ? i > -1000000 ? 6 : 7 : i > -100000000 ? 8 : i > -1000000000 ? 9 : 10);
    }

    /** Writes the decimal form so that it ends before {@code end}. */
    static void getDigits(int i, int end, byte[] buf) {
        int n = i < 0 ? i : -i;
        do {
            int q = n / 10;
            buf[--end] = (byte) ('0' + (q * 10 - n));
            n = q;
        } while (n != 0);
        if (i < 0) {
            buf[--end] = '-';
        }
    }

    public static String toUnsignedString(int i) {
        return toUnsignedString(i, 10);
    }

    public static int parseInt(String s, int radix) throws NumberFormatException {
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
        int limit = negative ? MIN_VALUE : -MAX_VALUE;
        int least = limit / radix;
        int result = 0;
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

    public static int parseInt(CharSequence s, int beginIndex, int endIndex, int radix) throws NumberFormatException {
        if (beginIndex < 0 || beginIndex > endIndex || endIndex > s.length()) {
            throw new IndexOutOfBoundsException();
        }
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw NumberFormatException.forRadix(radix);
        }
        if (beginIndex == endIndex) {
            throw NumberFormatException.forInput("", radix);
        }
        int i = beginIndex;
        char c = s.charAt(i);
        boolean negative = c == '-';
        if (negative || c == '+') {
            if (++i == endIndex) {
                throw NumberFormatException.forRange(s, beginIndex, endIndex, i);
            }
        }
        int limit = negative ? MIN_VALUE : -MAX_VALUE;
        int least = limit / radix;
        int result = 0;
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

    public static int parseInt(String s) throws NumberFormatException {
        if (s != null && s.coder() == String.LATIN1) {
            // What cannot overflow; everything else takes the long way.
            byte[] v = s.value();
            int n = v.length;
            int i = n > 1 && v[0] == '-' ? 1 : 0;
            if (n > 0 && n - i < 10) {
                int r = 0;
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
        return parseInt(s, 10);
    }

    public static int parseUnsignedInt(String s, int radix) throws NumberFormatException {
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
        if (n <= 5 || radix == 10 && n <= 9) {
            return parseInt(s, radix);
        }
        return narrow(Long.parseLong(s, radix), s);
    }

    public static int parseUnsignedInt(CharSequence s, int beginIndex, int endIndex, int radix)
            throws NumberFormatException {
        if (beginIndex < 0 || beginIndex > endIndex || endIndex > s.length()) {
            throw new IndexOutOfBoundsException();
        }
        int n = endIndex - beginIndex;
        if (n == 0) {
            throw new NumberFormatException("");
        }
        if (s.charAt(beginIndex) == '-') {
            throw new NumberFormatException("Illegal leading minus sign on unsigned string " + s + ".");
        }
        if (n <= 5 || radix == 10 && n <= 9) {
            return parseInt(s, beginIndex, endIndex, radix);
        }
        return narrow(Long.parseLong(s, beginIndex, endIndex, radix), s);
    }

    private static int narrow(long l, CharSequence s) {
        if (l >>> 32 != 0) {
            throw new NumberFormatException("String value " + s + " exceeds range of unsigned int.");
        }
        return (int) l;
    }

    public static int parseUnsignedInt(String s) throws NumberFormatException {
        return parseUnsignedInt(s, 10);
    }

    public static Integer valueOf(String s, int radix) throws NumberFormatException {
        return valueOf(parseInt(s, radix));
    }

    public static Integer valueOf(String s) throws NumberFormatException {
        return valueOf(parseInt(s, 10));
    }

    public static Integer valueOf(int i) {
        if (i >= -128 && i <= 127) {
            return Cache.VALUES[i + 128];
        }
        return new Integer(i);
    }

    public static Integer decode(String nm) throws NumberFormatException {
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
        return valueOf(parseInt(negative ? "-".concat(rest) : rest, radix));
    }

    public byte byteValue() {
        return (byte) value;
    }

    public short shortValue() {
        return (short) value;
    }

    public int intValue() {
        return value;
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
        return value;
    }

    public static int hashCode(int value) {
        return value;
    }

    public boolean equals(Object obj) {
        return obj instanceof Integer && value == ((Integer) obj).value;
    }

    public static Integer getInteger(String nm) {
        return getInteger(nm, null);
    }

    public static Integer getInteger(String nm, int val) {
        Integer result = getInteger(nm, null);
        return result == null ? valueOf(val) : result;
    }

    public static Integer getInteger(String nm, Integer val) {
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

    public int compareTo(Integer another) {
        return compare(value, another.value);
    }

    public static int compare(int x, int y) {
        return x < y ? -1 : x == y ? 0 : 1;
    }

    public static int compareUnsigned(int x, int y) {
        return compare(x + MIN_VALUE, y + MIN_VALUE);
    }

    public static long toUnsignedLong(int x) {
        return x & 0xffffffffL;
    }

    public static int divideUnsigned(int dividend, int divisor) {
        return (int) (toUnsignedLong(dividend) / toUnsignedLong(divisor));
    }

    public static int remainderUnsigned(int dividend, int divisor) {
        return (int) (toUnsignedLong(dividend) % toUnsignedLong(divisor));
    }

    public static int highestOneBit(int i) {
        return i & (MIN_VALUE >>> numberOfLeadingZeros(i));
    }

    public static int lowestOneBit(int i) {
        return i & -i;
    }

    public static int numberOfLeadingZeros(int i) {
        if (i <= 0) {
            return i == 0 ? 32 : 0;
        }
        int n = 1;
        if (i >>> 16 == 0) {
            n += 16;
            i <<= 16;
        }
        if (i >>> 24 == 0) {
            n += 8;
            i <<= 8;
        }
        if (i >>> 28 == 0) {
            n += 4;
            i <<= 4;
        }
        if (i >>> 30 == 0) {
            n += 2;
            i <<= 2;
        }
        return n - (i >>> 31);
    }

    public static int numberOfTrailingZeros(int i) {
        return i == 0 ? 32 : 31 - numberOfLeadingZeros(i & -i);
    }

    public static int bitCount(int i) {
        i -= (i >>> 1) & 0x55555555;
        i = (i & 0x33333333) + ((i >>> 2) & 0x33333333);
        i = (i + (i >>> 4)) & 0x0f0f0f0f;
        return (i * 0x01010101) >>> 24;
    }

    public static int rotateLeft(int i, int distance) {
        return (i << distance) | (i >>> -distance);
    }

    public static int rotateRight(int i, int distance) {
        return (i >>> distance) | (i << -distance);
    }

    public static int reverse(int i) {
        i = (i & 0x55555555) << 1 | (i >>> 1) & 0x55555555;
        i = (i & 0x33333333) << 2 | (i >>> 2) & 0x33333333;
        i = (i & 0x0f0f0f0f) << 4 | (i >>> 4) & 0x0f0f0f0f;
        return reverseBytes(i);
    }

    public static int reverseBytes(int i) {
        return (i << 24) | ((i & 0xff00) << 8) | ((i >>> 8) & 0xff00) | (i >>> 24);
    }

    public static int signum(int i) {
        return (i >> 31) | (-i >>> 31);
    }

    public static int sum(int a, int b) {
        return a + b;
    }

    public static int max(int a, int b) {
        return a >= b ? a : b;
    }

    public static int min(int a, int b) {
        return a <= b ? a : b;
    }

    @Override
    public java.util.Optional<Integer> describeConstable() {
        return java.util.Optional.of(this);
    }

    @Override
    public Integer resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup lookup) {
        return this;
    }
}
