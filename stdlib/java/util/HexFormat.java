package java.util;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;

/** Bytes as pairs of hexadecimal digits, between which may stand a delimiter, a prefix and a suffix. */
public final class HexFormat {
    private static final HexFormat PLAIN = new HexFormat("", "", "", false);

    private final String delimiter;
    private final String prefix;
    private final String suffix;
    private final boolean upper;

    private HexFormat(String delimiter, String prefix, String suffix, boolean upper) {
        this.delimiter = Objects.requireNonNull(delimiter, "delimiter");
        this.prefix = Objects.requireNonNull(prefix, "prefix");
        this.suffix = Objects.requireNonNull(suffix, "suffix");
        this.upper = upper;
    }

    public static HexFormat of() {
        return PLAIN;
    }

    public static HexFormat ofDelimiter(String delimiter) {
        return new HexFormat(delimiter, "", "", false);
    }

    public HexFormat withDelimiter(String delimiter) {
        return new HexFormat(delimiter, prefix, suffix, upper);
    }

    public HexFormat withPrefix(String prefix) {
        return new HexFormat(delimiter, prefix, suffix, upper);
    }

    public HexFormat withSuffix(String suffix) {
        return new HexFormat(delimiter, prefix, suffix, upper);
    }

    public HexFormat withUpperCase() {
        return new HexFormat(delimiter, prefix, suffix, true);
    }

    public HexFormat withLowerCase() {
        return new HexFormat(delimiter, prefix, suffix, false);
    }

    public String delimiter() {
        return delimiter;
    }

    public String prefix() {
        return prefix;
    }

    public String suffix() {
        return suffix;
    }

    public boolean isUpperCase() {
        return upper;
    }

    public String formatHex(byte[] bytes) {
        return formatHex(bytes, 0, bytes.length);
    }

    public String formatHex(byte[] bytes, int fromIndex, int toIndex) {
        StringBuilder sb = new StringBuilder();
        formatHex(sb, bytes, fromIndex, toIndex);
        return sb.toString();
    }

    public <A extends Appendable> A formatHex(A out, byte[] bytes) {
        return formatHex(out, bytes, 0, bytes.length);
    }

    public <A extends Appendable> A formatHex(A out, byte[] bytes, int fromIndex, int toIndex) {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(bytes, "bytes");
        Objects.checkFromToIndex(fromIndex, toIndex, bytes.length);
        try {
            for (int i = fromIndex; i < toIndex; i++) {
                if (i > fromIndex) {
                    out.append(delimiter);
                }
                out.append(prefix);
                toHexDigits(out, bytes[i]);
                out.append(suffix);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return out;
    }

    public byte[] parseHex(CharSequence string) {
        return parseHex(string, 0, string.length());
    }

    public byte[] parseHex(CharSequence string, int fromIndex, int toIndex) {
        Objects.requireNonNull(string, "string");
        Objects.checkFromToIndex(fromIndex, toIndex, string.length());
        CharSequence s = fromIndex != 0 || toIndex != string.length() ? string.subSequence(fromIndex, toIndex) : string;
        if (s.length() == 0) {
            return new byte[0];
        }
        int value = prefix.length() + 2 + suffix.length();
        int stride = value + delimiter.length();
        if (stride == 2 && s.length() % 2 != 0) {
            throw new IllegalArgumentException("string length not even: " + s.length());
        }
        if (s.length() < value || (s.length() - value) % stride != 0) {
            throw new IllegalArgumentException("extra or missing delimiters "
                    + "or values consisting of prefix, two hexadecimal digits, and suffix in the string");
        }
        byte[] bytes = new byte[(s.length() - value) / stride + 1];
        String between = suffix + delimiter + prefix;
        int at = literal(s, 0, prefix);
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0) {
                at = literal(s, at, between);
            }
            bytes[i] = (byte) (fromHexDigit(s.charAt(at)) << 4 | fromHexDigit(s.charAt(at + 1)));
            at += 2;
        }
        literal(s, at, suffix);
        return bytes;
    }

    private static int literal(CharSequence s, int at, String wanted) {
        if (!s.subSequence(at, at + wanted.length()).toString().equals(wanted)) {
            throw new IllegalArgumentException("found: \"" + s.subSequence(at, at + wanted.length())
                    + "\", expected: \"" + wanted + "\", index: " + at + " ch: " + (int) s.charAt(at));
        }
        return at + wanted.length();
    }

    public byte[] parseHex(char[] chars, int fromIndex, int toIndex) {
        Objects.requireNonNull(chars, "chars");
        Objects.checkFromToIndex(fromIndex, toIndex, chars.length);
        return parseHex(CharBuffer.wrap(chars, fromIndex, toIndex - fromIndex));
    }

    public char toLowHexDigit(int value) {
        int d = value & 15;
        return (char) (d < 10 ? '0' + d : (upper ? 'A' : 'a') + d - 10);
    }

    public char toHighHexDigit(int value) {
        return toLowHexDigit(value >> 4);
    }

    public <A extends Appendable> A toHexDigits(A out, byte value) {
        Objects.requireNonNull(out, "out");
        try {
            out.append(toHighHexDigit(value));
            out.append(toLowHexDigit(value));
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    public String toHexDigits(byte value) {
        return toHexDigits(value, 2);
    }

    public String toHexDigits(char value) {
        return toHexDigits(value, 4);
    }

    public String toHexDigits(short value) {
        return toHexDigits(value, 4);
    }

    public String toHexDigits(int value) {
        return toHexDigits(value, 8);
    }

    public String toHexDigits(long value) {
        return toHexDigits(value, 16);
    }

    public String toHexDigits(long value, int digits) {
        if (digits < 0 || digits > 16) {
            throw new IllegalArgumentException("number of digits: " + digits);
        }
        char[] c = new char[digits];
        long v = value;
        for (int i = digits - 1; i >= 0; i--) {
            c[i] = toLowHexDigit((int) v);
            v >>>= 4;
        }
        return new String(c);
    }

    public static boolean isHexDigit(int ch) {
        return digit(ch) >= 0;
    }

    private static int digit(int c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    public static int fromHexDigit(int ch) {
        int d = digit(ch);
        if (d < 0) {
            throw new NumberFormatException("not a hexadecimal digit: \"" + (char) ch + "\" = " + ch);
        }
        return d;
    }

    private static long digits(CharSequence s, int from, int to, int limit) {
        Objects.requireNonNull(s, "string");
        Objects.checkFromToIndex(from, to, s.length());
        if (to - from > limit) {
            throw new IllegalArgumentException("string length greater than " + limit + ": " + (to - from));
        }
        long v = 0;
        for (int i = from; i < to; i++) {
            v = v << 4 | fromHexDigit(s.charAt(i));
        }
        return v;
    }

    public static int fromHexDigits(CharSequence string) {
        return (int) digits(string, 0, string.length(), 8);
    }

    public static int fromHexDigits(CharSequence string, int fromIndex, int toIndex) {
        return (int) digits(string, fromIndex, toIndex, 8);
    }

    public static long fromHexDigitsToLong(CharSequence string) {
        return digits(string, 0, string.length(), 16);
    }

    public static long fromHexDigitsToLong(CharSequence string, int fromIndex, int toIndex) {
        return digits(string, fromIndex, toIndex, 16);
    }

    @Override
    public boolean equals(Object o) {
        if (!(o instanceof HexFormat)) {
            return false;
        }
        HexFormat h = (HexFormat) o;
        return upper == h.upper && delimiter.equals(h.delimiter) && prefix.equals(h.prefix) && suffix.equals(h.suffix);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(delimiter, prefix, suffix) + Boolean.hashCode(upper);
    }

    @Override
    public String toString() {
        return "uppercase: " + upper + ", delimiter: \"" + delimiter + "\", prefix: \"" + prefix + "\", suffix: \"" + suffix + "\"";
    }
}
