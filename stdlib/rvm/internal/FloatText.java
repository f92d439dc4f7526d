package rvm.internal;

/** How {@code float} and {@code double} are written and read. */
public final class FloatText {
    private FloatText() {
    }

    public static String toString(double v) {
        int i = (int) v;
        if (i == v && i < 10000000 && i > -10000000 && (i != 0 || 1 / v > 0)) {
            return Integer.toString(i).concat(".0");
        }
        if (v != v) {
            return "NaN";
        }
        if (v - v != 0) {
            return v > 0 ? "Infinity" : "-Infinity";
        }
        if (v == 0) {
            return "-0.0";
        }
        double a = v < 0 ? -v : v;
        if (a >= 1e-3 && a < 1e7) {
            // Fifteen digits tell decimals apart, so one of them that gives the number back is, without its zeros, the shortest.
            int k = a >= 1 ? a >= 1e3 ? a >= 1e5 ? a >= 1e6 ? 8 : 9 : a >= 1e4 ? 10 : 11 : a >= 1e2 ? 12 : a >= 10 ? 13 : 14
                    : a >= 0.1 ? 15 : a >= 0.01 ? 16 : 17;
            long d = (long) (a * TEN_TO[k] + 0.5);
            if (d < 1000000000000000L && d / TEN_TO[k] == a) {
                return plain(v < 0, d, k);
            }
        }
        int[] exponent = new int[1];
        long digits = FloatDigits.shortest(a, exponent);
        return layOut(v < 0, digits, exponent[0]);
    }

    /** The powers of ten that a double holds exactly. */
    private static final double[] TEN_TO = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22};

    /** d / 10^k without trailing zeros behind the point (but one digit). */
    @SuppressWarnings("deprecation")
    private static String plain(boolean negative, long d, int k) {
        if (k > 8 && d % 100000000 == 0) {
            d /= 100000000;
            k -= 8;
        }
        if (k > 4 && d % 10000 == 0) {
            d /= 10000;
            k -= 4;
        }
        while (k > 1 && d % 10 == 0) {
            d /= 10;
            k--;
        }
        byte[] out = new byte[24];
        int at = 24;
        while (k > 0) {
            long q = d / 10;
            out[--at] = (byte) ('0' + (d - q * 10));
            d = q;
            k--;
        }
        out[--at] = '.';
        int rest = (int) d;
        do {
            int q = rest / 10;
            out[--at] = (byte) ('0' + (rest - q * 10));
            rest = q;
        } while (rest != 0);
        if (negative) {
            out[--at] = '-';
        }
        return new String(out, 0, at, 24 - at);
    }

    /**
     * The value of a text of digits and a point alone where one division of exact numbers gives it rounded right; NaN for everything else.
     */
    private static double simple(String s, int digits, int places) {
        int n = s.length();
        if (n == 0 || n > digits + 2) {
            return Double.NaN;
        }
        char sign = s.charAt(0);
        int i = sign == '-' || sign == '+' ? 1 : 0;
        long m = 0;
        int point = -1;
        int count = 0;
        for (; i < n; i++) {
            char c = s.charAt(i);
            if ((char) (c - '0') <= 9) {
                m = m * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int behind = point < 0 ? 0 : n - 1 - point;
        if (count == 0 || count > digits || behind > places) {
            return Double.NaN;
        }
        double v = digits < 10 ? (float) m / (float) TEN_TO[behind] : m / TEN_TO[behind];
        return sign == '-' ? -v : v;
    }

    public static String toString(float v) {
        int i = (int) v;
        if (i == v && i < 10000000 && i > -10000000 && (i != 0 || 1 / v > 0)) {
            return Integer.toString(i).concat(".0");
        }
        if (v != v) {
            return "NaN";
        }
        if (v - v != 0) {
            return v > 0 ? "Infinity" : "-Infinity";
        }
        if (v == 0) {
            return "-0.0";
        }
        int[] exponent = new int[1];
        long digits = FloatDigits.shortest(v < 0 ? -v : v, exponent);
        return layOut(v < 0, digits, exponent[0]);
    }

    /** Plain from 10^-3 up to 10^7, computerised scientific notation elsewhere. */
    @SuppressWarnings("deprecation")
    private static String layOut(boolean negative, long digits, int exponent) {
        byte[] d = new byte[20];
        int from = 20;
        for (long n = digits; n != 0; n /= 10) {
            d[--from] = (byte) ('0' + n % 10);
        }
        int count = 20 - from;
        int e = exponent + count - 1;
        byte[] out = new byte[32];
        int at = 0;
        if (negative) {
            out[at++] = '-';
        }
        if (e >= -3 && e < 7) {
            if (e < 0) {
                out[at++] = '0';
                out[at++] = '.';
                for (int i = e; i < -1; i++) {
                    out[at++] = '0';
                }
                while (from < 20) {
                    out[at++] = d[from++];
                }
            } else {
                for (int i = 0; i <= e; i++) {
                    out[at++] = from < 20 ? d[from++] : (byte) '0';
                }
                out[at++] = '.';
                do {
                    out[at++] = from < 20 ? d[from++] : (byte) '0';
                } while (from < 20);
            }
        } else {
            out[at++] = d[from++];
            out[at++] = '.';
            do {
                out[at++] = from < 20 ? d[from++] : (byte) '0';
            } while (from < 20);
            out[at++] = 'E';
            if (e < 0) {
                out[at++] = '-';
                e = -e;
            }
            if (e >= 100) {
                out[at++] = (byte) ('0' + e / 100);
            }
            if (e >= 10) {
                out[at++] = (byte) ('0' + e / 10 % 10);
            }
            out[at++] = (byte) ('0' + e % 10);
        }
        return new String(out, 0, 0, at);
    }

    public static String toHexString(double v) {
        if (v - v != 0) {
            return toString(v);
        }
        long bits = Double.doubleToRawLongBits(v);
        return hex(bits < 0, bits & 0xfffffffffffffL, (int) (bits >>> 52) & 0x7ff, -1022);
    }

    public static String toHexString(float v) {
        if (v - v != 0) {
            return toString(v);
        }
        int bits = Float.floatToRawIntBits(v);
        int e = (bits >>> 23) & 0xff;
        return hex(bits < 0, (bits & 0x7fffffL) << 29, e, -126);
    }

    private static String hex(boolean negative, long fraction, int biased, int least) {
        StringBuilder sb = new StringBuilder(24);
        if (negative) {
            sb.append('-');
        }
        sb.append(biased == 0 ? "0x0." : "0x1.");
        if (fraction == 0) {
            sb.append('0');
        } else {
            for (fraction <<= 12; fraction != 0; fraction <<= 4) {
                sb.append(Character.forDigit((int) (fraction >>> 60), 16));
            }
        }
        return sb.append('p').append(biased != 0 ? biased - 1 + least : fractionIsZero(sb) ? 0 : least).toString();
    }

    private static boolean fractionIsZero(StringBuilder sb) {
        int n = sb.length();
        return sb.charAt(n - 1) == 'p' && sb.charAt(n - 2) == '0' && sb.charAt(n - 3) == '.';
    }

    public static double parseDouble(String in) {
        double quick = in == null ? Double.NaN : simple(in, 15, 15);
        if (quick == quick) {
            return quick;
        }
        String s = in.trim();
        int start = start(s);
        char c = start < s.length() ? s.charAt(start) : 0;
        boolean negative = s.charAt(0) == '-';
        double v;
        if (c == 'N' || c == 'I') {
            v = special(s, start);
        } else if (isHex(s, start)) {
            v = parseHex(s, start + 2, 53, -1022);
        } else {
            v = FloatDigits.parseDouble(decimal(s, start));
        }
        return negative ? -v : v;
    }

    public static float parseFloat(String in) {
        double quick = in == null ? Double.NaN : simple(in, 7, 7);
        if (quick == quick) {
            return (float) quick;
        }
        String s = in.trim();
        int start = start(s);
        char c = start < s.length() ? s.charAt(start) : 0;
        boolean negative = s.charAt(0) == '-';
        float v;
        if (c == 'N' || c == 'I') {
            v = (float) special(s, start);
        } else if (isHex(s, start)) {
            v = (float) parseHex(s, start + 2, 24, -126);
        } else {
            v = FloatDigits.parseFloat(decimal(s, start));
        }
        return negative ? -v : v;
    }

    private static int start(String s) {
        if (s.isEmpty()) {
            throw new NumberFormatException("empty String");
        }
        char c = s.charAt(0);
        return c == '-' || c == '+' ? 1 : 0;
    }

    private static NumberFormatException bad(String s) {
        return new NumberFormatException("For input string: \"".concat(s).concat("\""));
    }

    private static double special(String s, int start) {
        int n = s.length() - start;
        if (n == 3 && s.startsWith("NaN", start)) {
            return Double.NaN;
        }
        if (n == 8 && s.startsWith("Infinity", start)) {
            return Double.POSITIVE_INFINITY;
        }
        throw bad(s);
    }

    private static boolean isHex(String s, int start) {
        return start + 1 < s.length() && s.charAt(start) == '0' && (s.charAt(start + 1) | 0x20) == 'x';
    }

    private static boolean isDigit(String s, int i) {
        if (i >= s.length()) {
            return false;
        }
        char c = s.charAt(i);
        return c >= '0' && c <= '9';
    }

    private static int skipDigits(String s, int i) {
        while (isDigit(s, i)) {
            i++;
        }
        return i;
    }

    /** The index after an exponent's sign and digits. */
    private static int skipExponent(String s, int i) {
        if (i < s.length() && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
            i++;
        }
        int end = skipDigits(s, i);
        if (end == i) {
            throw bad(s);
        }
        return end;
    }

    private static void checkEnd(String s, int i) {
        if (i < s.length()) {
            int c = s.charAt(i) | 0x20;
            if (c == 'f' || c == 'd') {
                i++;
            }
        }
        if (i != s.length()) {
            throw bad(s);
        }
    }

    /** Checks the syntax of a decimal and returns it without sign and suffix. */
    private static String decimal(String s, int start) {
        int i = skipDigits(s, start);
        int digits = i - start;
        if (i < s.length() && s.charAt(i) == '.') {
            int from = ++i;
            i = skipDigits(s, i);
            digits += i - from;
            if (i < s.length() && s.charAt(i) == '.') {
                throw new NumberFormatException("multiple points");
            }
        }
        if (digits == 0) {
            throw bad(s);
        }
        if (i < s.length() && (s.charAt(i) | 0x20) == 'e') {
            i = skipExponent(s, i + 1);
        }
        checkEnd(s, i);
        return s.substring(start, i);
    }

    /** Reads what follows {@code 0x}, rounded to so many bits and for so small an exponent. */
    private static double parseHex(String s, int i, int precision, int least) {
        long significand = 0;
        boolean sticky = false;
        boolean point = false;
        int digits = 0;
        long exponent = 0;
        for (; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            int d = c < 128 ? Character.digit(c, 16) : -1;
            if (d < 0) {
                break;
            }
            digits++;
            if (significand >>> 56 == 0) {
                significand = significand << 4 | d;
                exponent -= point ? 4 : 0;
            } else {
                sticky |= d != 0;
                exponent += point ? 0 : 4;
            }
        }
        if (digits == 0 || i >= s.length() || (s.charAt(i) | 0x20) != 'p') {
            throw bad(s);
        }
        int end = skipExponent(s, ++i);
        checkEnd(s, end);
        boolean negative = s.charAt(i) == '-';
        long e = 0;
        for (int k = isDigit(s, i) ? i : i + 1; k < end; k++) {
            e = e > 100000000000L ? e : e * 10 + s.charAt(k) - '0';
        }
        if (significand == 0) {
            return 0;
        }
        exponent += negative ? -e : e;
        int bits = 64 - Long.numberOfLeadingZeros(significand);
        long top = exponent + bits - 1;
        if (top > 1024) {
            return Double.POSITIVE_INFINITY;
        }
        long keep = top < least ? precision - (least - top) : precision;
        if (keep < 0) {
            return 0;
        }
        int drop = (int) (bits - keep);
        if (drop > 0) {
            long half = 1L << (drop - 1);
            long rest = significand & ((half << 1) - 1);
            significand = drop == 64 ? 0 : significand >>> drop;
            if (rest > half || rest == half && (sticky || (significand & 1) != 0)) {
                significand++;
            }
            exponent += drop;
        }
        return Math.scalb((double) significand, (int) exponent);
    }
}
