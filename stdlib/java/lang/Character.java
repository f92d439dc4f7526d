package java.lang;

import java.util.Locale;
import java.util.Objects;

/** An object that holds a {@code char}, and what Unicode 13 says of characters. */
public final class Character implements java.io.Serializable, Comparable<Character> {
    public static final Class<Character> TYPE = Class.primitive('C');
    public static final int MIN_RADIX = 2;
    public static final int MAX_RADIX = 36;
    public static final char MIN_VALUE = '\u0000';
    public static final char MAX_VALUE = '\uffff';
    public static final byte UNASSIGNED = 0;
    public static final byte UPPERCASE_LETTER = 1;
    public static final byte LOWERCASE_LETTER = 2;
    public static final byte TITLECASE_LETTER = 3;
    public static final byte MODIFIER_LETTER = 4;
    public static final byte OTHER_LETTER = 5;
    public static final byte NON_SPACING_MARK = 6;
    public static final byte ENCLOSING_MARK = 7;
    public static final byte COMBINING_SPACING_MARK = 8;
    public static final byte DECIMAL_DIGIT_NUMBER = 9;
    public static final byte LETTER_NUMBER = 10;
    public static final byte OTHER_NUMBER = 11;
    public static final byte SPACE_SEPARATOR = 12;
    public static final byte LINE_SEPARATOR = 13;
    public static final byte PARAGRAPH_SEPARATOR = 14;
    public static final byte CONTROL = 15;
    public static final byte FORMAT = 16;
    public static final byte PRIVATE_USE = 18;
    public static final byte SURROGATE = 19;
    public static final byte DASH_PUNCTUATION = 20;
    public static final byte START_PUNCTUATION = 21;
    public static final byte END_PUNCTUATION = 22;
    public static final byte CONNECTOR_PUNCTUATION = 23;
    public static final byte OTHER_PUNCTUATION = 24;
    public static final byte MATH_SYMBOL = 25;
    public static final byte CURRENCY_SYMBOL = 26;
    public static final byte MODIFIER_SYMBOL = 27;
    public static final byte OTHER_SYMBOL = 28;
    public static final byte INITIAL_QUOTE_PUNCTUATION = 29;
    public static final byte FINAL_QUOTE_PUNCTUATION = 30;
    public static final byte DIRECTIONALITY_UNDEFINED = -1;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT = 0;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT = 1;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC = 2;
    public static final byte DIRECTIONALITY_EUROPEAN_NUMBER = 3;
    public static final byte DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR = 4;
    public static final byte DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR = 5;
    public static final byte DIRECTIONALITY_ARABIC_NUMBER = 6;
    public static final byte DIRECTIONALITY_COMMON_NUMBER_SEPARATOR = 7;
    public static final byte DIRECTIONALITY_NONSPACING_MARK = 8;
    public static final byte DIRECTIONALITY_BOUNDARY_NEUTRAL = 9;
    public static final byte DIRECTIONALITY_PARAGRAPH_SEPARATOR = 10;
    public static final byte DIRECTIONALITY_SEGMENT_SEPARATOR = 11;
    public static final byte DIRECTIONALITY_WHITESPACE = 12;
    public static final byte DIRECTIONALITY_OTHER_NEUTRALS = 13;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING = 14;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE = 15;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING = 16;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE = 17;
    public static final byte DIRECTIONALITY_POP_DIRECTIONAL_FORMAT = 18;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE = 19;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE = 20;
    public static final byte DIRECTIONALITY_FIRST_STRONG_ISOLATE = 21;
    public static final byte DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE = 22;
    public static final char MIN_HIGH_SURROGATE = '\ud800';
    public static final char MAX_HIGH_SURROGATE = '\udbff';
    public static final char MIN_LOW_SURROGATE = '\udc00';
    public static final char MAX_LOW_SURROGATE = '\udfff';
    public static final char MIN_SURROGATE = '\ud800';
    public static final char MAX_SURROGATE = '\udfff';
    public static final int MIN_SUPPLEMENTARY_CODE_POINT = 65536;
    public static final int MIN_CODE_POINT = 0;
    public static final int MAX_CODE_POINT = 1114111;
    public static final int SIZE = 16;
    public static final int BYTES = 2;

    // Sets of general categories, a bit each.
    private static final int LETTERS = 1 << UPPERCASE_LETTER | 1 << LOWERCASE_LETTER | 1 << TITLECASE_LETTER
            | 1 << MODIFIER_LETTER | 1 << OTHER_LETTER;
    private static final int STARTERS = 1 << LETTER_NUMBER | 1 << CURRENCY_SYMBOL | 1 << CONNECTOR_PUNCTUATION;
    private static final int PARTS = 1 << DECIMAL_DIGIT_NUMBER | 1 << NON_SPACING_MARK | 1 << COMBINING_SPACING_MARK;
    private static final int SPACES = 1 << SPACE_SEPARATOR | 1 << LINE_SEPARATOR | 1 << PARAGRAPH_SEPARATOR;

    private final char value;

    private static final class Cache {
        static final Character[] VALUES = new Character[128];

        static {
            for (int i = 0; i < 128; i++) {
                VALUES[i] = new Character((char) i);
            }
        }
    }

    @Deprecated(since = "9", forRemoval = true)
    public Character(char value) {
        this.value = value;
    }

    public static Character valueOf(char c) {
        return c < 128 ? Cache.VALUES[c] : new Character(c);
    }

    public char charValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    public static int hashCode(char value) {
        return value;
    }

    public boolean equals(Object obj) {
        return obj instanceof Character && value == ((Character) obj).value;
    }

    public String toString() {
        return String.valueOf(value);
    }

    public static String toString(char c) {
        return String.valueOf(c);
    }

    public static String toString(int codePoint) {
        return isBmpCodePoint(codePoint) ? String.valueOf((char) codePoint) : new String(toChars(codePoint));
    }

    public static boolean isValidCodePoint(int codePoint) {
        return codePoint >>> 16 <= 16;
    }

    public static boolean isBmpCodePoint(int codePoint) {
        return codePoint >>> 16 == 0;
    }

    public static boolean isSupplementaryCodePoint(int codePoint) {
        return codePoint >= MIN_SUPPLEMENTARY_CODE_POINT && codePoint <= MAX_CODE_POINT;
    }

    public static boolean isHighSurrogate(char ch) {
        return ch >= MIN_HIGH_SURROGATE && ch <= MAX_HIGH_SURROGATE;
    }

    public static boolean isLowSurrogate(char ch) {
        return ch >= MIN_LOW_SURROGATE && ch <= MAX_LOW_SURROGATE;
    }

    public static boolean isSurrogate(char ch) {
        return ch >= MIN_SURROGATE && ch <= MAX_SURROGATE;
    }

    public static boolean isSurrogatePair(char high, char low) {
        return isHighSurrogate(high) && isLowSurrogate(low);
    }

    public static int charCount(int codePoint) {
        return codePoint >= MIN_SUPPLEMENTARY_CODE_POINT ? 2 : 1;
    }

    public static int toCodePoint(char high, char low) {
        return (high << 10) + low + (MIN_SUPPLEMENTARY_CODE_POINT - (MIN_HIGH_SURROGATE << 10) - MIN_LOW_SURROGATE);
    }

    public static int codePointAt(CharSequence seq, int index) {
        char c = seq.charAt(index);
        if (isHighSurrogate(c) && index + 1 < seq.length()) {
            char d = seq.charAt(index + 1);
            if (isLowSurrogate(d)) {
                return toCodePoint(c, d);
            }
        }
        return c;
    }

    public static int codePointAt(char[] a, int index) {
        return at(a, index, a.length);
    }

    public static int codePointAt(char[] a, int index, int limit) {
        if (index >= limit || index < 0 || limit < 0 || limit > a.length) {
            throw new IndexOutOfBoundsException();
        }
        return at(a, index, limit);
    }

    private static int at(char[] a, int index, int limit) {
        char c = a[index];
        return isHighSurrogate(c) && index + 1 < limit && isLowSurrogate(a[index + 1]) ? toCodePoint(c, a[index + 1]) : c;
    }

    public static int codePointBefore(CharSequence seq, int index) {
        char d = seq.charAt(--index);
        if (isLowSurrogate(d) && index > 0) {
            char c = seq.charAt(index - 1);
            if (isHighSurrogate(c)) {
                return toCodePoint(c, d);
            }
        }
        return d;
    }

    public static int codePointBefore(char[] a, int index) {
        return before(a, index, 0);
    }

    public static int codePointBefore(char[] a, int index, int start) {
        if (index <= start || start < 0 || index > a.length) {
            throw new IndexOutOfBoundsException();
        }
        return before(a, index, start);
    }

    private static int before(char[] a, int index, int start) {
        char d = a[--index];
        return isLowSurrogate(d) && index > start && isHighSurrogate(a[index - 1]) ? toCodePoint(a[index - 1], d) : d;
    }

    public static char highSurrogate(int codePoint) {
        return (char) ((codePoint >>> 10) + (MIN_HIGH_SURROGATE - (MIN_SUPPLEMENTARY_CODE_POINT >>> 10)));
    }

    public static char lowSurrogate(int codePoint) {
        return (char) ((codePoint & 0x3ff) + MIN_LOW_SURROGATE);
    }

    private static IllegalArgumentException invalid(int codePoint) {
        return new IllegalArgumentException("Not a valid Unicode code point: 0x"
                + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT));
    }

    public static int toChars(int codePoint, char[] dst, int dstIndex) {
        if (isBmpCodePoint(codePoint)) {
            dst[dstIndex] = (char) codePoint;
            return 1;
        }
        if (!isValidCodePoint(codePoint)) {
            throw invalid(codePoint);
        }
        // The second first: nothing is written when there is no room for both.
        dst[dstIndex + 1] = lowSurrogate(codePoint);
        dst[dstIndex] = highSurrogate(codePoint);
        return 2;
    }

    public static char[] toChars(int codePoint) {
        if (!isValidCodePoint(codePoint)) {
            throw invalid(codePoint);
        }
        char[] r = new char[charCount(codePoint)];
        toChars(codePoint, r, 0);
        return r;
    }

    public static int codePointCount(CharSequence seq, int beginIndex, int endIndex) {
        if (beginIndex < 0 || endIndex > seq.length() || beginIndex > endIndex) {
            throw new IndexOutOfBoundsException();
        }
        int n = endIndex - beginIndex;
        for (int i = beginIndex; i < endIndex - 1; i++) {
            if (isSurrogatePair(seq.charAt(i), seq.charAt(i + 1))) {
                n--;
                i++;
            }
        }
        return n;
    }

    public static int codePointCount(char[] a, int offset, int count) {
        if (count > a.length - offset || offset < 0 || count < 0) {
            throw new IndexOutOfBoundsException();
        }
        int n = count;
        for (int i = offset; i < offset + count - 1; i++) {
            if (isSurrogatePair(a[i], a[i + 1])) {
                n--;
                i++;
            }
        }
        return n;
    }

    public static int offsetByCodePoints(CharSequence seq, int index, int codePointOffset) {
        int n = seq.length();
        if (index < 0 || index > n) {
            throw new IndexOutOfBoundsException();
        }
        int i = index;
        for (; codePointOffset > 0; codePointOffset--) {
            if (i >= n) {
                throw new IndexOutOfBoundsException();
            }
            i += isHighSurrogate(seq.charAt(i)) && i + 1 < n && isLowSurrogate(seq.charAt(i + 1)) ? 2 : 1;
        }
        for (; codePointOffset < 0; codePointOffset++) {
            if (i <= 0) {
                throw new IndexOutOfBoundsException();
            }
            i -= isLowSurrogate(seq.charAt(i - 1)) && i > 1 && isHighSurrogate(seq.charAt(i - 2)) ? 2 : 1;
        }
        return i;
    }

    public static int offsetByCodePoints(char[] a, int start, int count, int index, int codePointOffset) {
        int end = start + count;
        if (count > a.length - start || start < 0 || count < 0 || index < start || index > end) {
            throw new IndexOutOfBoundsException();
        }
        int i = index;
        for (; codePointOffset > 0; codePointOffset--) {
            if (i >= end) {
                throw new IndexOutOfBoundsException();
            }
            i += i + 1 < end && isSurrogatePair(a[i], a[i + 1]) ? 2 : 1;
        }
        for (; codePointOffset < 0; codePointOffset++) {
            if (i <= start) {
                throw new IndexOutOfBoundsException();
            }
            i -= i - 1 > start && isSurrogatePair(a[i - 2], a[i - 1]) ? 2 : 1;
        }
        return i;
    }

    public static boolean isLowerCase(char ch) {
        return isLowerCase((int) ch);
    }

    public static boolean isLowerCase(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return codePoint >= 'a' && codePoint <= 'z';
        }
        int p = UnicodeData.properties(codePoint);
        return (p & 0x1f) == LOWERCASE_LETTER || (p & UnicodeData.OTHER_LOWER) != 0;
    }

    public static boolean isUpperCase(char ch) {
        return isUpperCase((int) ch);
    }

    public static boolean isUpperCase(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return codePoint >= 'A' && codePoint <= 'Z';
        }
        int p = UnicodeData.properties(codePoint);
        return (p & 0x1f) == UPPERCASE_LETTER || (p & UnicodeData.OTHER_UPPER) != 0;
    }

    public static boolean isTitleCase(char ch) {
        return isTitleCase((int) ch);
    }

    public static boolean isTitleCase(int codePoint) {
        return getType(codePoint) == TITLECASE_LETTER;
    }

    public static boolean isDigit(char ch) {
        return isDigit((int) ch);
    }

    public static boolean isDigit(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return codePoint >= '0' && codePoint <= '9';
        }
        return getType(codePoint) == DECIMAL_DIGIT_NUMBER;
    }

    public static boolean isDefined(char ch) {
        return isDefined((int) ch);
    }

    public static boolean isDefined(int codePoint) {
        return getType(codePoint) != UNASSIGNED;
    }

    public static boolean isLetter(char ch) {
        return isLetter((int) ch);
    }

    public static boolean isLetter(int codePoint) {
        if (codePoint >>> 7 == 0) {
            int c = codePoint | 0x20;
            return c >= 'a' && c <= 'z';
        }
        return (LETTERS >> getType(codePoint) & 1) != 0;
    }

    public static boolean isLetterOrDigit(char ch) {
        return isLetterOrDigit((int) ch);
    }

    public static boolean isLetterOrDigit(int codePoint) {
        if (codePoint >>> 7 == 0) {
            int c = codePoint | 0x20;
            return c >= 'a' && c <= 'z' || codePoint >= '0' && codePoint <= '9';
        }
        return ((LETTERS | 1 << DECIMAL_DIGIT_NUMBER) >> getType(codePoint) & 1) != 0;
    }

    @Deprecated(since = "1.1")
    public static boolean isJavaLetter(char ch) {
        return isJavaIdentifierStart(ch);
    }

    @Deprecated(since = "1.1")
    public static boolean isJavaLetterOrDigit(char ch) {
        return isJavaIdentifierPart(ch);
    }

    public static boolean isAlphabetic(int codePoint) {
        int p = UnicodeData.properties(codePoint);
        return ((LETTERS | 1 << LETTER_NUMBER) >> (p & 0x1f) & 1) != 0 || (p & UnicodeData.OTHER_ALPHABETIC) != 0;
    }

    public static boolean isIdeographic(int codePoint) {
        return (UnicodeData.properties(codePoint) & UnicodeData.IDEOGRAPHIC) != 0;
    }

    public static boolean isJavaIdentifierStart(char ch) {
        return isJavaIdentifierStart((int) ch);
    }

    public static boolean isJavaIdentifierStart(int codePoint) {
        return ((LETTERS | STARTERS) >> getType(codePoint) & 1) != 0;
    }

    public static boolean isJavaIdentifierPart(char ch) {
        return isJavaIdentifierPart((int) ch);
    }

    public static boolean isJavaIdentifierPart(int codePoint) {
        return ((LETTERS | STARTERS | PARTS) >> getType(codePoint) & 1) != 0 || isIdentifierIgnorable(codePoint);
    }

    public static boolean isUnicodeIdentifierStart(char ch) {
        return isUnicodeIdentifierStart((int) ch);
    }

    public static boolean isUnicodeIdentifierStart(int codePoint) {
        if (((LETTERS | 1 << LETTER_NUMBER) >> getType(codePoint) & 1) != 0) {
            // Unicode keeps these out for the sake of its patterns.
            return codePoint != 0x2e2f;
        }
        return codePoint == 0x1885 || codePoint == 0x1886 || codePoint == 0x2118 || codePoint == 0x212e
                || codePoint == 0x309b || codePoint == 0x309c;
    }

    public static boolean isUnicodeIdentifierPart(char ch) {
        return isUnicodeIdentifierPart((int) ch);
    }

    public static boolean isUnicodeIdentifierPart(int codePoint) {
        return isUnicodeIdentifierStart(codePoint)
                || ((PARTS | 1 << CONNECTOR_PUNCTUATION) >> getType(codePoint) & 1) != 0
                || isIdentifierIgnorable(codePoint) || codePoint == 0xb7 || codePoint == 0x387
                || codePoint >= 0x1369 && codePoint <= 0x1371 || codePoint == 0x19da;
    }

    public static boolean isIdentifierIgnorable(char ch) {
        return isIdentifierIgnorable((int) ch);
    }

    public static boolean isIdentifierIgnorable(int codePoint) {
        return codePoint >= 0 && codePoint <= 8 || codePoint >= 0xe && codePoint <= 0x1b
                || codePoint >= 0x7f && codePoint <= 0x9f || getType(codePoint) == FORMAT;
    }

    public static char toLowerCase(char ch) {
        return (char) toLowerCase((int) ch);
    }

    public static int toLowerCase(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint;
        }
        return UnicodeData.toLower(codePoint);
    }

    public static char toUpperCase(char ch) {
        return (char) toUpperCase((int) ch);
    }

    public static int toUpperCase(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return codePoint >= 'a' && codePoint <= 'z' ? codePoint - 32 : codePoint;
        }
        return UnicodeData.toUpper(codePoint);
    }

    public static char toTitleCase(char ch) {
        return (char) toTitleCase((int) ch);
    }

    public static int toTitleCase(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return codePoint >= 'a' && codePoint <= 'z' ? codePoint - 32 : codePoint;
        }
        return UnicodeData.toTitle(codePoint);
    }

    public static int digit(char ch, int radix) {
        return digit((int) ch, radix);
    }

    public static int digit(int codePoint, int radix) {
        int d = -1;
        if (codePoint >= '0' && codePoint <= '9') {
            d = codePoint - '0';
        } else if (codePoint >>> 7 == 0) {
            int c = codePoint | 0x20;
            if (c >= 'a' && c <= 'z') {
                d = c - 'a' + 10;
            }
        } else {
            d = wideDigit(codePoint);
        }
        return d < radix && radix >= MIN_RADIX && radix <= MAX_RADIX ? d : -1;
    }

    /** The value of a decimal digit or a full-width letter, or -1. */
    private static int wideDigit(int codePoint) {
        if (getType(codePoint) == DECIMAL_DIGIT_NUMBER) {
            return UnicodeData.decimal(codePoint);
        }
        if (codePoint >= 0xff21 && codePoint <= 0xff3a) {
            return codePoint - 0xff21 + 10;
        }
        return codePoint >= 0xff41 && codePoint <= 0xff5a ? codePoint - 0xff41 + 10 : -1;
    }

    public static int getNumericValue(char ch) {
        return getNumericValue((int) ch);
    }

    public static int getNumericValue(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return digit(codePoint, MAX_RADIX);
        }
        int d = wideDigit(codePoint);
        return d >= 0 ? d : UnicodeData.numeric(codePoint);
    }

    @Deprecated(since = "1.1")
    public static boolean isSpace(char ch) {
        return ch == ' ' || ch == '\t' || ch == '\n' || ch == '\f' || ch == '\r';
    }

    public static boolean isSpaceChar(char ch) {
        return isSpaceChar((int) ch);
    }

    public static boolean isSpaceChar(int codePoint) {
        return (SPACES >> getType(codePoint) & 1) != 0;
    }

    public static boolean isWhitespace(char ch) {
        return isWhitespace((int) ch);
    }

    public static boolean isWhitespace(int codePoint) {
        if (codePoint >>> 7 == 0) {
            return codePoint == ' ' || codePoint >= 9 && codePoint <= 13 || codePoint >= 28 && codePoint <= 31;
        }
        return (SPACES >> getType(codePoint) & 1) != 0 && codePoint != 0xa0 && codePoint != 0x2007
                && codePoint != 0x202f;
    }

    public static boolean isISOControl(char ch) {
        return isISOControl((int) ch);
    }

    public static boolean isISOControl(int codePoint) {
        return codePoint >= 0 && codePoint <= 0x1f || codePoint >= 0x7f && codePoint <= 0x9f;
    }

    public static int getType(char ch) {
        return getType((int) ch);
    }

    public static int getType(int codePoint) {
        return UnicodeData.properties(codePoint) & 0x1f;
    }

    public static char forDigit(int digit, int radix) {
        if (digit < 0 || digit >= radix || radix < MIN_RADIX || radix > MAX_RADIX) {
            return 0;
        }
        return (char) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
    }

    public static byte getDirectionality(char ch) {
        return getDirectionality((int) ch);
    }

    public static byte getDirectionality(int codePoint) {
        // What is not assigned has no direction.
        int d = UnicodeData.properties(codePoint) >> 5 & 0x1f;
        return (byte) (d - 1);
    }

    public static boolean isMirrored(char ch) {
        return isMirrored((int) ch);
    }

    public static boolean isMirrored(int codePoint) {
        return (UnicodeData.properties(codePoint) & UnicodeData.MIRRORED) != 0;
    }

    public int compareTo(Character anotherCharacter) {
        return value - anotherCharacter.value;
    }

    public static int compare(char x, char y) {
        return x - y;
    }

    public static char reverseBytes(char ch) {
        return (char) (((ch & 0xff00) >> 8) | (ch << 8));
    }

    public static String getName(int codePoint) {
        if (!isValidCodePoint(codePoint)) {
            throw invalid(codePoint);
        }
        throw new UnsupportedOperationException("Character.getName: the table of Unicode names is not there");
    }

    public static int codePointOf(String name) {
        Objects.requireNonNull(name);
        throw new UnsupportedOperationException("Character.codePointOf: the table of Unicode names is not there");
    }

}
