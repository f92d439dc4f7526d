package java.util;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** One specifier of a format string: {@code %[index$][flags][width][.precision]conversion}. */
final class FormatSpec {
    static final int ORDINARY = 0;
    static final int RELATIVE = -1;

    private static final int LEFT = 1;
    private static final int ALTERNATE = 2;
    private static final int PLUS = 4;
    private static final int SPACE = 8;
    private static final int ZERO = 16;
    private static final int GROUP = 32;
    private static final int PARENTHESES = 64;
    private static final int PREVIOUS = 128;
    private static final String FLAGS = "-#+ 0,(<";

    private final Formatter formatter;
    private final Locale locale;
    private final StringBuilder out;

    int index;
    private int flags;
    private int width;
    private int precision;
    /** The conversion in lower case, except for what has no upper case. */
    private char conversion;
    private boolean upper;
    private char dateTime;

    FormatSpec(Formatter formatter, Locale locale, StringBuilder out) {
        this.formatter = formatter;
        this.locale = locale;
        this.out = out;
    }

    /** As it would be written: the parts in canonical order. */
    String text() {
        StringBuilder sb = new StringBuilder("%");
        sb.append(flagText(flags));
        if (index > 0) {
            sb.append(index).append('$');
        }
        if (width != -1) {
            sb.append(width);
        }
        if (precision != -1) {
            sb.append('.').append(precision);
        }
        if (dateTime != 0) {
            sb.append(upper ? 'T' : 't').append(dateTime);
        } else {
            sb.append(upper ? Character.toUpperCase(conversion) : conversion);
        }
        return sb.toString();
    }

    private static String flagText(int flags) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < FLAGS.length(); i++) {
            if ((flags >> i & 1) != 0) {
                sb.append(FLAGS.charAt(i));
            }
        }
        return sb.toString();
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean takesArgument() {
        return conversion != 'n' && conversion != '%';
    }

    /** Reads the specifier at the percent sign {@code at}; returns where it ends. */
    int parse(String format, int at) {
        index = ORDINARY;
        flags = 0;
        width = -1;
        precision = -1;
        upper = false;
        dateTime = 0;
        int n = format.length();
        int i = at + 1;
        // A number: an index if a dollar sign follows, otherwise the width (a leading zero is a flag).
        int j = i;
        while (j < n && isDigit(format.charAt(j))) {
            j++;
        }
        if (j > i && j < n && format.charAt(j) == '$') {
            index = number(format, i, j);
            if (index <= 0) {
                throw new IllegalFormatArgumentIndexException(index);
            }
            i = j + 1;
        }
        while (i < n) {
            int f = FLAGS.indexOf(format.charAt(i));
            if (f < 0) {
                break;
            }
            if ((flags >> f & 1) != 0) {
                throw new DuplicateFormatFlagsException(flagText(1 << f));
            }
            flags |= 1 << f;
            i++;
        }
        if (has(PREVIOUS)) {
            index = RELATIVE;
        }
        j = i;
        while (j < n && isDigit(format.charAt(j))) {
            j++;
        }
        if (j > i) {
            width = number(format, i, j);
            if (width < 0) {
                throw new IllegalFormatWidthException(width);
            }
            i = j;
        }
        if (i < n && format.charAt(i) == '.') {
            j = i + 1;
            while (j < n && isDigit(format.charAt(j))) {
                j++;
            }
            if (j == i + 1) {
                throw new UnknownFormatConversionException(".");
            }
            precision = number(format, i + 1, j);
            if (precision < 0) {
                throw new IllegalFormatPrecisionException(precision);
            }
            i = j;
        }
        if (i >= n) {
            // The first character behind the percent sign is named.
            throw new UnknownFormatConversionException(at + 1 < n ? format.substring(at + 1, at + 2) : "%");
        }
        char c = format.charAt(i++);
        if (c == 't' || c == 'T') {
            if (i >= n) {
                throw new UnknownFormatConversionException(String.valueOf(c));
            }
            upper = c == 'T';
            conversion = 't';
            dateTime = format.charAt(i++);
            if (DateTimeText.CONVERSIONS.indexOf(dateTime) < 0) {
                throw new UnknownFormatConversionException("t" + dateTime);
            }
        } else {
            if ("bBhHsScCdoxXeEfgGaA%n".indexOf(c) < 0) {
                throw new UnknownFormatConversionException(String.valueOf(c));
            }
            upper = c >= 'A' && c <= 'Z';
            conversion = upper ? (char) (c + 32) : c;
        }
        check();
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number's value; Integer.MIN_VALUE when it is no int. */
    private static int number(String s, int from, int to) {
        long v = 0;
        for (int i = from; i < to; i++) {
            v = v * 10 + s.charAt(i) - '0';
            if (v > Integer.MAX_VALUE) {
                return Integer.MIN_VALUE;
            }
        }
        return (int) v;
    }

    private char shownConversion() {
        return conversion == 't' ? dateTime : upper ? Character.toUpperCase(conversion) : conversion;
    }

    private void refuse(int bad) {
        for (int f = 1; f < PREVIOUS; f <<= 1) {
            if ((bad & flags & f) != 0) {
                throw new FormatFlagsConversionMismatchException(flagText(f), shownConversion());
            }
        }
    }

    private void needWidth(int flagsThatNeedIt) {
        if ((flags & flagsThatNeedIt) != 0 && width == -1) {
            throw new MissingFormatWidthException(text());
        }
    }

    private void check() {
        switch (conversion) {
            case 't':
                if (precision != -1) {
                    throw new IllegalFormatPrecisionException(precision);
                }
                refuse(ALTERNATE | PLUS | SPACE | ZERO | GROUP | PARENTHESES);
                needWidth(LEFT);
                break;
            case 'b':
            case 'h':
            case 's':
                if (conversion == 'b' || conversion == 'h') {
                    refuse(ALTERNATE);
                }
                needWidth(LEFT);
                refuse(PLUS | SPACE | ZERO | GROUP | PARENTHESES);
                break;
            case 'c':
                if (precision != -1) {
                    throw new IllegalFormatPrecisionException(precision);
                }
                refuse(ALTERNATE | PLUS | SPACE | ZERO | GROUP | PARENTHESES);
                needWidth(LEFT);
                break;
            case 'd':
            case 'o':
            case 'x':
                checkNumeric();
                if (precision != -1) {
                    throw new IllegalFormatPrecisionException(precision);
                }
                refuse(conversion == 'd' ? ALTERNATE : GROUP);
                break;
            case 'e':
                checkNumeric();
                refuse(GROUP);
                break;
            case 'g':
                checkNumeric();
                refuse(ALTERNATE);
                break;
            case 'f':
                checkNumeric();
                break;
            case 'a':
                checkNumeric();
                refuse(PARENTHESES | GROUP);
                break;
            case 'n':
                if (width != -1) {
                    throw new IllegalFormatWidthException(width);
                }
                if (precision != -1) {
                    throw new IllegalFormatPrecisionException(precision);
                }
                if (flags != 0) {
                    throw new IllegalFormatFlagsException(flagText(flags));
                }
                break;
            default:
                if (precision != -1) {
                    throw new IllegalFormatPrecisionException(precision);
                }
                if ((flags & ~LEFT) != 0) {
                    throw new IllegalFormatFlagsException(flagText(flags));
                }
                needWidth(LEFT);
        }
    }

    private void checkNumeric() {
        needWidth(LEFT | ZERO);
        if (has(PLUS) && has(SPACE) || has(LEFT) && has(ZERO)) {
            throw new IllegalFormatFlagsException(flagText(flags));
        }
    }

    private IllegalFormatConversionException wrong(Object arg) {
        return new IllegalFormatConversionException(conversion, arg.getClass());
    }

    void print(Object arg) {
        switch (conversion) {
            case 'n':
                out.append(System.lineSeparator());
                return;
            case '%':
                pad("%");
                return;
            case 'b':
                text(arg == null ? "false" : arg instanceof Boolean ? arg.toString() : "true");
                return;
            case 'h':
                text(arg == null ? "null" : Integer.toHexString(arg.hashCode()));
                return;
            case 's':
                string(arg);
                return;
            case 'c':
                character(arg);
                return;
            case 't':
                dateTime(arg);
                return;
            case 'd':
            case 'o':
            case 'x':
                integer(arg);
                return;
            default:
                floating(arg);
        }
    }

    private void dateTime(Object arg) {
        if (arg == null) {
            text("null");
            return;
        }
        if (!DateTimeText.takes(arg)) {
            throw new IllegalFormatConversionException(dateTime, arg.getClass());
        }
        String shown;
        try {
            shown = ownDigits(new DateTimeText(arg, locale).of(dateTime));
        } catch (java.time.DateTimeException e) {
            throw new IllegalFormatConversionException(dateTime, arg.getClass());
        }
        text(shown);
    }

    private void string(Object arg) {
        if (arg instanceof Formattable) {
            int f = (has(LEFT) ? FormattableFlags.LEFT_JUSTIFY : 0) | (upper ? FormattableFlags.UPPERCASE : 0)
                    | (has(ALTERNATE) ? FormattableFlags.ALTERNATE : 0);
            Formatter target = formatter.out() == out ? formatter : new Formatter(out, locale);
            ((Formattable) arg).formatTo(target, f, width, precision);
            return;
        }
        refuse(ALTERNATE);
        text(String.valueOf(arg));
    }

    private void character(Object arg) {
        if (arg == null) {
            precision = -1;
            text("null");
            return;
        }
        int c;
        if (arg instanceof Character) {
            c = (Character) arg;
        } else if (arg instanceof Byte || arg instanceof Short || arg instanceof Integer) {
            c = ((Number) arg).intValue();
            if (!Character.isValidCodePoint(c)) {
                throw new IllegalFormatCodePointException(c);
            }
        } else {
            throw wrong(arg);
        }
        text(new String(Character.toChars(c)));
    }

    /** A text cut to the precision, in the right case. */
    private void text(String s) {
        String t = s;
        if (precision != -1 && precision < t.length()) {
            t = t.substring(0, precision);
        }
        pad(upper ? t.toUpperCase(locale == null ? Locale.ROOT : locale) : t);
    }

    private void pad(String s) {
        int n = width - s.length();
        if (n <= 0) {
            out.append(s);
            return;
        }
        if (has(LEFT)) {
            out.append(s);
        }
        for (int i = 0; i < n; i++) {
            out.append(' ');
        }
        if (!has(LEFT)) {
            out.append(s);
        }
    }

    private void pad(StringBuilder s) {
        pad(s.toString());
    }

    private String ownDigits(String text) {
        int zero = locale == null ? 0 : rvm.internal.LocaleData.zero(locale) - '0';
        if (zero == 0) {
            return text;
        }
        StringBuilder sb = new StringBuilder(text);
        for (int i = 0; i < sb.length(); i++) {
            char c = sb.charAt(i);
            if (c >= '0' && c <= '9') {
                sb.setCharAt(i, (char) (c + zero));
            }
        }
        return sb.toString();
    }

    /** Digits with the separators of the locale. */
    private String localized(String digits) {
        if (locale == null || locale.getLanguage().isEmpty() || locale == Locale.US || "dfeg".indexOf(conversion) < 0) {
            return digits;
        }
        String separators = rvm.internal.LocaleData.separators(locale);
        int zero = rvm.internal.LocaleData.zero(locale) - '0';
        StringBuilder sb = new StringBuilder(digits);
        for (int i = 0; i < sb.length(); i++) {
            char c = sb.charAt(i);
            if (c == '.' || c == ',') {
                sb.setCharAt(i, separators.charAt(c == '.' ? 0 : 1));
            } else if (c >= '0' && c <= '9') {
                sb.setCharAt(i, (char) (c + zero));
            }
        }
        return sb.toString();
    }

    /** Puts sign or parentheses around the digits of a number, zeros before them up to the width. */
    private void number(boolean negative, String prefix, String plain) {
        String digits = localized(plain);
        StringBuilder sb = new StringBuilder();
        if (negative) {
            sb.append(has(PARENTHESES) ? '(' : '-');
        } else if (has(PLUS)) {
            sb.append('+');
        } else if (has(SPACE)) {
            sb.append(' ');
        }
        sb.append(prefix);
        int close = negative && has(PARENTHESES) ? 1 : 0;
        if (has(ZERO)) {
            for (int n = width - sb.length() - digits.length() - close; n > 0; n--) {
                sb.append('0');
            }
        }
        sb.append(digits);
        if (close > 0) {
            sb.append(')');
        }
        pad(sb);
    }

    /** Puts commas between groups of three of the digits before the point. */
    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        int n = point < 0 ? digits.length() : point;
        if (n <= 3) {
            return digits;
        }
        StringBuilder sb = new StringBuilder(digits.length() + n / 3);
        for (int i = 0; i < n; i++) {
            if (i > 0 && (n - i) % 3 == 0) {
                sb.append(',');
            }
            sb.append(digits.charAt(i));
        }
        return sb.append(digits, n, digits.length()).toString();
    }

    private void integer(Object arg) {
        if (arg == null) {
            text("null");
            return;
        }
        if (arg instanceof BigInteger) {
            big((BigInteger) arg);
            return;
        }
        if (!(arg instanceof Byte || arg instanceof Short || arg instanceof Integer || arg instanceof Long)) {
            throw wrong(arg);
        }
        long v = ((Number) arg).longValue();
        if (conversion == 'd') {
            boolean negative = v < 0;
            String digits = Long.toString(v);
            if (negative) {
                digits = digits.substring(1);
            }
            number(negative, "", has(GROUP) ? grouped(digits) : digits);
            return;
        }
        if (has(PARENTHESES) || has(SPACE) || has(PLUS)) {
            refuse(PARENTHESES | SPACE | PLUS);
        }
        if (v < 0) {
            // Octal and hexadecimal show the two's complement of the type.
            v &= arg instanceof Byte ? 0xffL : arg instanceof Short ? 0xffffL : arg instanceof Integer ? 0xffffffffL : -1L;
        }
        String digits = conversion == 'o' ? Long.toOctalString(v) : Long.toHexString(v);
        radix(false, digits);
    }

    private void radix(boolean negative, String digits) {
        String prefix = !has(ALTERNATE) ? "" : conversion == 'o' ? "0" : upper ? "0X" : "0x";
        number(negative, prefix, upper ? digits.toUpperCase(Locale.ROOT) : digits);
    }

    private void big(BigInteger v) {
        boolean negative = v.signum() < 0;
        BigInteger abs = v.abs();
        if (conversion == 'd') {
            String digits = abs.toString();
            number(negative, "", has(GROUP) ? grouped(digits) : digits);
        } else {
            radix(negative, abs.toString(conversion == 'o' ? 8 : 16));
        }
    }

    private void floating(Object arg) {
        if (arg == null) {
            text("null");
            return;
        }
        if (arg instanceof Float) {
            floating(((Float) arg).doubleValue(), new BigDecimalSource(arg.toString()));
        } else if (arg instanceof Double) {
            floating((Double) arg, new BigDecimalSource(arg.toString()));
        } else if (arg instanceof BigDecimal) {
            if (conversion == 'a') {
                throw wrong(arg);
            }
            BigDecimal d = (BigDecimal) arg;
            decimal(d.signum() < 0, d.abs());
        } else {
            throw wrong(arg);
        }
    }

    /** The shortest decimal text of a double: what OpenJDK rounds from. */
    private static final class BigDecimalSource {
        final String text;

        BigDecimalSource(String text) {
            this.text = text.startsWith("-") ? text.substring(1) : text;
        }
    }

    private void floating(double v, BigDecimalSource source) {
        if (Double.isNaN(v) || Double.isInfinite(v)) {
            boolean negative = v < 0;
            StringBuilder sb = new StringBuilder();
            if (Double.isNaN(v)) {
                sb.append(upper ? "NAN" : "NaN");
            } else {
                sb.append(negative ? (has(PARENTHESES) ? "(" : "-") : has(PLUS) ? "+" : has(SPACE) ? " " : "");
                sb.append(upper ? "INFINITY" : "Infinity");
                if (negative && has(PARENTHESES)) {
                    sb.append(')');
                }
            }
            pad(sb);
            return;
        }
        boolean negative = Double.doubleToRawLongBits(v) < 0;
        if (conversion == 'a') {
            hex(negative, Math.abs(v));
        } else {
            decimal(negative, new BigDecimal(source.text));
        }
    }

    private void decimal(boolean negative, BigDecimal abs) {
        int p = precision == -1 ? 6 : precision;
        String digits;
        switch (conversion) {
            case 'f':
                digits = fixed(abs, p);
                break;
            case 'e':
                digits = scientific(abs, p);
                break;
            default:
                p = p == 0 ? 1 : p;
                if (abs.signum() == 0) {
                    digits = fixed(abs, p - 1);
                } else {
                    BigDecimal rounded = abs.round(new MathContext(p, RoundingMode.HALF_UP));
                    if (rounded.compareTo(new BigDecimal("0.0001")) >= 0 && rounded.compareTo(BigDecimal.TEN.pow(p)) < 0) {
                        int before = rounded.precision() - rounded.scale();
                        digits = fixed(rounded, Math.max(0, p - before));
                    } else {
                        digits = scientific(rounded, p - 1);
                    }
                }
        }
        number(negative, "", has(GROUP) ? grouped(digits) : digits);
    }

    private String fixed(BigDecimal abs, int p) {
        String s = abs.setScale(p, RoundingMode.HALF_UP).toPlainString();
        return p == 0 && has(ALTERNATE) ? s + "." : s;
    }

    private String scientific(BigDecimal abs, int p) {
        StringBuilder sb = new StringBuilder();
        int exp;
        String digits;
        if (abs.signum() == 0) {
            exp = 0;
            digits = "0".repeat(p + 1);
        } else {
            BigDecimal rounded = abs.round(new MathContext(p + 1, RoundingMode.HALF_UP));
            digits = rounded.unscaledValue().toString();
            exp = digits.length() - 1 - rounded.scale();
            digits = digits.length() > p + 1 ? digits.substring(0, p + 1) : digits + "0".repeat(p + 1 - digits.length());
        }
        sb.append(digits.charAt(0));
        if (p > 0) {
            sb.append('.').append(digits, 1, p + 1);
        } else if (has(ALTERNATE)) {
            sb.append('.');
        }
        sb.append(upper ? 'E' : 'e').append(exp < 0 ? '-' : '+');
        int e = Math.abs(exp);
        if (e < 10) {
            sb.append('0');
        }
        return sb.append(e).toString();
    }

    private void hex(boolean negative, double abs) {
        String s;
        if (precision == -1) {
            s = Double.toHexString(abs);
        } else {
            s = roundedHex(abs, Math.max(precision, 1));
        }
        String digits = s.substring(2);
        if (upper) {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        number(negative, upper ? "0X" : "0x", digits);
    }

    /** A hexadecimal text with so many digits behind the point, rounded half to even. */
    private static String roundedHex(double abs, int p) {
        if (p >= 13 || abs == 0) {
            String s = Double.toHexString(abs);
            int point = s.indexOf('.');
            int exp = s.indexOf('p');
            String fraction = s.substring(point + 1, exp);
            return s.substring(0, point + 1) + fraction + "0".repeat(Math.max(0, p - fraction.length())) + s.substring(exp);
        }
        double v = abs;
        int shift = 0;
        if (v < Double.MIN_NORMAL) {
            v *= 0x1.0p54;
            shift = 54;
        }
        long bits = Double.doubleToRawLongBits(v);
        int drop = 52 - 4 * p;
        long half = 1L << drop - 1;
        long rest = bits & (1L << drop) - 1;
        bits &= -(1L << drop);
        if (rest > half || rest == half && (bits >>> drop & 1) != 0) {
            bits += 1L << drop;
        }
        int exp = (int) (bits >>> 52) - 1023 - shift;
        String digits = Long.toHexString(bits & 0xfffffffffffffL | 1L << 52).substring(1, 1 + p);
        return "0x1." + digits + "p" + exp;
    }
}
