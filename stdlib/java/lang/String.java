package java.lang;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Formatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An immutable sequence of UTF-16 characters, kept in one byte a character where all of them are Latin-1. */
public final class String implements java.io.Serializable, Comparable<String>, CharSequence,
        java.lang.constant.Constable, java.lang.constant.ConstantDesc {
    static final byte LATIN1 = 0;
    static final byte UTF16 = 1;

    public static final Comparator<String> CASE_INSENSITIVE_ORDER = new CaseInsensitiveOrder();

    // The VM reads and makes these three. A string whose characters are all Latin-1 always has coder 0.
    private final byte[] value;
    private final byte coder;
    private int hash;

    /** Takes the array as it is. */
    String(byte[] value, byte coder) {
        this.value = value;
        this.coder = coder;
    }

    public String() {
        this.value = "".value;
        this.coder = LATIN1;
    }

    public String(String original) {
        this.value = original.value;
        this.coder = original.coder;
        this.hash = original.hash;
    }

    public String(char[] value) {
        this(value, 0, value.length);
    }

    public String(char[] value, int offset, int count) {
        checkOffsetCount(offset, count, value.length);
        byte[] narrow = Utf16.compress(value, offset, count);
        if (narrow != null) {
            this.value = narrow;
            this.coder = LATIN1;
        } else {
            this.value = Utf16.fromChars(value, offset, count);
            this.coder = UTF16;
        }
    }

    public String(int[] codePoints, int offset, int count) {
        checkOffsetCount(offset, count, codePoints.length);
        int chars = count;
        boolean narrow = true;
        for (int i = offset; i < offset + count; i++) {
            int c = codePoints[i];
            if (c >>> 8 != 0) {
                narrow = false;
                if (c >>> 16 != 0) {
                    if (!Character.isValidCodePoint(c)) {
                        throw new IllegalArgumentException(Integer.toString(c));
                    }
                    chars++;
                }
            }
        }
        if (narrow) {
            byte[] v = new byte[count];
            for (int i = 0; i < count; i++) {
                v[i] = (byte) codePoints[offset + i];
            }
            this.value = v;
            this.coder = LATIN1;
        } else {
            byte[] v = Utf16.make(chars);
            for (int i = offset, at = 0; i < offset + count; i++) {
                int c = codePoints[i];
                if (c >>> 16 == 0) {
                    Utf16.put(v, at++, c);
                } else {
                    Utf16.put(v, at++, Character.highSurrogate(c));
                    Utf16.put(v, at++, Character.lowSurrogate(c));
                }
            }
            this.value = v;
            this.coder = UTF16;
        }
    }

    @Deprecated(since = "1.1")
    public String(byte[] ascii, int hibyte, int offset, int count) {
        checkOffsetCount(offset, count, ascii.length);
        if ((byte) hibyte == 0 || count == 0) {
            byte[] v = new byte[count];
            System.arraycopy(ascii, offset, v, 0, count);
            this.value = v;
            this.coder = LATIN1;
        } else {
            byte[] v = Utf16.make(count);
            for (int i = 0; i < count; i++) {
                v[i << 1] = ascii[offset + i];
                v[(i << 1) + 1] = (byte) hibyte;
            }
            this.value = v;
            this.coder = UTF16;
        }
    }

    @Deprecated(since = "1.1")
    public String(byte[] ascii, int hibyte) {
        this(ascii, hibyte, 0, ascii.length);
    }

    public String(byte[] bytes, int offset, int length, String charsetName) throws UnsupportedEncodingException {
        this(StringCodec.charset(charsetName), bytes, checkOffsetCount(offset, length, bytes.length), length);
    }

    public String(byte[] bytes, int offset, int length, Charset charset) {
        this(Objects.requireNonNull(charset), bytes, checkOffsetCount(offset, length, bytes.length), length);
    }

    private String(Charset charset, byte[] bytes, int offset, int length) {
        this(StringCodec.decode(charset, bytes, offset, length));
    }

    public String(byte[] bytes, String charsetName) throws UnsupportedEncodingException {
        this(bytes, 0, bytes.length, charsetName);
    }

    public String(byte[] bytes, Charset charset) {
        this(bytes, 0, bytes.length, charset);
    }

    public String(byte[] bytes, int offset, int length) {
        this(Charset.defaultCharset(), bytes, checkOffsetCount(offset, length, bytes.length), length);
    }

    public String(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public String(StringBuffer buffer) {
        this(buffer.toString());
    }

    public String(StringBuilder builder) {
        this(builder.toString());
    }

    public int length() {
        return value.length >> coder;
    }

    public boolean isEmpty() {
        return value.length == 0;
    }

    public char charAt(int index) {
        byte[] v = value;
        if (coder == LATIN1) {
            if (index < 0 || index >= v.length) {
                throw new StringIndexOutOfBoundsException(index);
            }
            return (char) (v[index] & 0xff);
        }
        checkIndex(index, v.length >> 1);
        return Utf16.get(v, index);
    }

    public int codePointAt(int index) {
        int n = length();
        checkIndex(index, n);
        return Utf16.codePointAt(value, coder, index, n);
    }

    public int codePointBefore(int index) {
        if (index < 1 || index > length()) {
            throw new StringIndexOutOfBoundsException(index);
        }
        return Utf16.codePointBefore(value, coder, index);
    }

    public int codePointCount(int beginIndex, int endIndex) {
        if (beginIndex < 0 || beginIndex > endIndex || endIndex > length()) {
            throw new IndexOutOfBoundsException();
        }
        return Utf16.codePointCount(value, coder, beginIndex, endIndex);
    }

    public int offsetByCodePoints(int index, int codePointOffset) {
        if (index < 0 || index > length()) {
            throw new IndexOutOfBoundsException();
        }
        return Character.offsetByCodePoints(this, index, codePointOffset);
    }

    public void getChars(int srcBegin, int srcEnd, char[] dst, int dstBegin) {
        checkBounds(srcBegin, srcEnd, length());
        checkOffsetCount(dstBegin, srcEnd - srcBegin, dst.length);
        Utf16.getChars(value, coder, srcBegin, srcEnd, dst, dstBegin);
    }

    @Deprecated(since = "1.1")
    public void getBytes(int srcBegin, int srcEnd, byte[] dst, int dstBegin) {
        checkBounds(srcBegin, srcEnd, length());
        Objects.requireNonNull(dst);
        checkOffsetCount(dstBegin, srcEnd - srcBegin, dst.length);
        if (coder == LATIN1) {
            System.arraycopy(value, srcBegin, dst, dstBegin, srcEnd - srcBegin);
        } else {
            for (int i = srcBegin; i < srcEnd; i++) {
                dst[dstBegin++] = value[i << 1];
            }
        }
    }

    public byte[] getBytes(String charsetName) throws UnsupportedEncodingException {
        if (charsetName == null) {
            throw new NullPointerException();
        }
        return StringCodec.encode(StringCodec.charset(charsetName), this, value, coder);
    }

    public byte[] getBytes(Charset charset) {
        return StringCodec.encode(Objects.requireNonNull(charset), this, value, coder);
    }

    public byte[] getBytes() {
        return StringCodec.encode(Charset.defaultCharset(), this, value, coder);
    }

    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof String)) {
            return false;
        }
        String s = (String) other;
        byte[] v = value;
        byte[] w = s.value;
        if (v.length != w.length || coder != s.coder) {
            return false;
        }
        for (int i = 0; i < v.length; i++) {
            if (v[i] != w[i]) {
                return false;
            }
        }
        return true;
    }

    public boolean contentEquals(StringBuffer sb) {
        return contentEquals((CharSequence) sb);
    }

    public boolean contentEquals(CharSequence cs) {
        if (cs instanceof StringBuffer) {
            synchronized (cs) {
                return ((StringBuffer) cs).contentEquals(this);
            }
        }
        if (cs instanceof StringBuilder) {
            return ((StringBuilder) cs).contentEquals(this);
        }
        if (cs instanceof String) {
            return equals(cs);
        }
        int n = cs.length();
        if (n != length()) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (Utf16.charAt(value, coder, i) != cs.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public boolean equalsIgnoreCase(String anotherString) {
        return this == anotherString || anotherString != null && anotherString.length() == length()
                && regionMatches(true, 0, anotherString, 0, length());
    }

    public int compareTo(String anotherString) {
        return Utf16.compare(value, coder, length(), anotherString.value, anotherString.coder, anotherString.length());
    }

    private static final class CaseInsensitiveOrder implements Comparator<String>, java.io.Serializable {
        CaseInsensitiveOrder() {
        }

        @Override
        public int compare(String a, String b) {
            return a.compareToIgnoreCase(b);
        }
    }

    public int compareToIgnoreCase(String s2) {
        return StringCase.compareIgnoreCase(value, coder, s2.value, s2.coder);
    }

    public boolean regionMatches(int toffset, String other, int ooffset, int len) {
        byte[] theirs = other.value;
        if (ooffset < 0 || toffset < 0 || toffset > (long) length() - len || ooffset > (long) other.length() - len) {
            return false;
        }
        return len <= 0 || Utf16.regionEquals(value, coder, toffset, theirs, other.coder, ooffset, len);
    }

    public boolean regionMatches(boolean ignoreCase, int toffset, String other, int ooffset, int len) {
        if (!ignoreCase) {
            return regionMatches(toffset, other, ooffset, len);
        }
        if (ooffset < 0 || toffset < 0 || toffset > (long) length() - len || ooffset > (long) other.length() - len) {
            return false;
        }
        return len <= 0 || StringCase.regionEquals(value, coder, toffset, other.value, other.coder, ooffset, len);
    }

    public boolean startsWith(String prefix, int toffset) {
        if (toffset < 0) {
            return false;
        }
        int n = prefix.length();
        if (toffset > length() - n || coder == LATIN1 && prefix.coder != LATIN1) {
            return false;
        }
        return Utf16.regionEquals(value, coder, toffset, prefix.value, prefix.coder, 0, n);
    }

    public boolean startsWith(String prefix) {
        return startsWith(prefix, 0);
    }

    public boolean endsWith(String suffix) {
        return startsWith(suffix, length() - suffix.length());
    }

    public int hashCode() {
        int h = hash;
        if (h == 0) {
            byte[] v = value;
            if (coder == LATIN1) {
                int i = 0;
                // Four at a time: the multiplications do not wait for each other.
                for (int last = v.length - 4; i <= last; i += 4) {
                    h = 923521 * h + 29791 * (v[i] & 0xff) + 961 * (v[i + 1] & 0xff) + 31 * (v[i + 2] & 0xff) + (v[i + 3] & 0xff);
                }
                for (; i < v.length; i++) {
                    h = 31 * h + (v[i] & 0xff);
                }
            } else {
                for (int i = 0; i < v.length; i += 2) {
                    h = 31 * h + ((v[i] & 0xff) | ((v[i + 1] & 0xff) << 8));
                }
            }
            hash = h;
        }
        return h;
    }

    public int indexOf(int ch) {
        byte[] v = value;
        if (v.length <= 16 && coder == LATIN1 && ch >>> 8 == 0) {
            // Too short for the host to be worth its call.
            for (int i = 0; i < v.length; i++) {
                if (v[i] == (byte) ch) {
                    return i;
                }
            }
            return -1;
        }
        return Utf16.indexOf(value, coder, length(), ch, 0);
    }

    public int indexOf(int ch, int fromIndex) {
        return Utf16.indexOf(value, coder, length(), ch, fromIndex);
    }

    public int lastIndexOf(int ch) {
        return Utf16.lastIndexOf(value, coder, length(), ch, length() - 1);
    }

    public int lastIndexOf(int ch, int fromIndex) {
        return Utf16.lastIndexOf(value, coder, length(), ch, fromIndex);
    }

    public int indexOf(String str) {
        byte kind = str.coder();
        return Utf16.indexOf(value, coder, length(), str.value, kind, str.length(), 0);
    }

    public int indexOf(String str, int fromIndex) {
        return indexOf(value, coder, length(), str, fromIndex);
    }

    /** Names of variables are those that messages about null show. */
    static int indexOf(byte[] value, byte coder, int length, String tgtStr, int fromIndex) {
        return Utf16.indexOf(value, coder, length, tgtStr.value, tgtStr.coder, tgtStr.length(), fromIndex);
    }

    public int lastIndexOf(String str) {
        return lastIndexOf(str, length());
    }

    public int lastIndexOf(String str, int fromIndex) {
        return lastIndexOf(value, coder, length(), str, fromIndex);
    }

    static int lastIndexOf(byte[] value, byte coder, int length, String tgtStr, int fromIndex) {
        return Utf16.lastIndexOf(value, coder, length, tgtStr.value, tgtStr.coder, tgtStr.length(), fromIndex);
    }

    public String substring(int beginIndex) {
        return substring(beginIndex, length());
    }

    public String substring(int beginIndex, int endIndex) {
        int n = length();
        checkBounds(beginIndex, endIndex, n);
        if (beginIndex == 0 && endIndex == n) {
            return this;
        }
        return coder == LATIN1 ? Utf16.latin1String(value, beginIndex, endIndex - beginIndex)
                : Utf16.toString(value, beginIndex, endIndex - beginIndex);
    }

    public CharSequence subSequence(int beginIndex, int endIndex) {
        return substring(beginIndex, endIndex);
    }

    public String concat(String str) {
        if (str.isEmpty()) {
            return this;
        }
        if (coder == str.coder) {
            byte[] v = value;
            byte[] w = str.value;
            long size = (long) v.length + w.length;
            if (size > Integer.MAX_VALUE) {
                throw new OutOfMemoryError("Overflow: String length out of range");
            }
            byte[] r = new byte[(int) size];
            System.arraycopy(v, 0, r, 0, v.length);
            System.arraycopy(w, 0, r, v.length, w.length);
            return new String(r, coder);
        }
        byte[] r = Utf16.make(length() + str.length());
        copyTo(r, 0, UTF16);
        str.copyTo(r, length(), UTF16);
        return new String(r, UTF16);
    }

    /** Writes all characters into an array of the wider or the same encoding. */
    void copyTo(byte[] dst, int at, byte dstCoder) {
        if (coder == dstCoder) {
            System.arraycopy(value, 0, dst, at << coder, value.length);
        } else {
            Utf16.inflate(value, 0, dst, at, value.length);
        }
    }

    byte[] value() {
        return value;
    }

    byte coder() {
        return coder;
    }

    public String replace(char oldChar, char newChar) {
        if (oldChar == newChar) {
            return this;
        }
        int i = indexOf(oldChar);
        if (i < 0) {
            return this;
        }
        byte[] v = value;
        if (coder == LATIN1 && newChar < 256) {
            byte[] r = v.clone();
            for (byte o = (byte) oldChar, n = (byte) newChar; i < r.length; i++) {
                if (r[i] == o) {
                    r[i] = n;
                }
            }
            return new String(r, LATIN1);
        }
        int n = length();
        byte[] r = Utf16.make(n);
        for (int k = 0; k < n; k++) {
            char c = Utf16.charAt(v, coder, k);
            Utf16.put(r, k, c == oldChar ? newChar : c);
        }
        if (newChar < 256) {
            return Utf16.toString(r, 0, n);
        }
        return new String(r, UTF16);
    }

    public boolean matches(String regex) {
        return Pattern.matches(regex, this);
    }

    public boolean contains(CharSequence s) {
        return indexOf(s.toString()) >= 0;
    }

    public String replaceFirst(String regex, String replacement) {
        return Pattern.compile(regex).matcher(this).replaceFirst(replacement);
    }

    public String replaceAll(String regex, String replacement) {
        return Pattern.compile(regex).matcher(this).replaceAll(replacement);
    }

    public String replace(CharSequence target, CharSequence replacement) {
        return StringText.replace(this, target.toString(), replacement.toString());
    }

    public String[] split(String regex, int limit) {
        return StringText.split(this, regex, limit);
    }

    public String[] split(String regex) {
        return StringText.split(this, regex, 0);
    }

    public static String join(CharSequence delimiter, CharSequence... elements) {
        String d = delimiter.toString();
        int n = elements.length;
        String[] parts = new String[n];
        byte c = n > 1 ? d.coder : LATIN1;
        long size = (long) d.length() * Math.max(0, n - 1);
        for (int i = 0; i < n; i++) {
            String s = String.valueOf(elements[i]);
            parts[i] = s;
            size += s.length();
            c |= s.coder;
        }
        if (size > Integer.MAX_VALUE - 8 >> c) {
            throw new OutOfMemoryError("Requested array size exceeds VM limit");
        }
        if (size == 0) {
            return "";
        }
        byte[] r = new byte[(int) size << c];
        int at = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                d.copyTo(r, at, c);
                at += d.length();
            }
            parts[i].copyTo(r, at, c);
            at += parts[i].length();
        }
        return new String(r, c);
    }

    public static String join(CharSequence delimiter, Iterable<? extends CharSequence> elements) {
        Objects.requireNonNull(delimiter);
        Objects.requireNonNull(elements);
        String d = delimiter.toString();
        StringBuilder sb = new StringBuilder();
        Iterator<? extends CharSequence> it = elements.iterator();
        while (it.hasNext()) {
            sb.append(String.valueOf(it.next()));
            if (it.hasNext()) {
                sb.append(d);
            }
        }
        return sb.toString();
    }

    public String toLowerCase(Locale locale) {
        return StringCase.toLowerCase(this, locale.getLanguage());
    }

    public String toLowerCase() {
        return toLowerCase(Locale.getDefault());
    }

    public String toUpperCase(Locale locale) {
        return StringCase.toUpperCase(this, locale.getLanguage());
    }

    public String toUpperCase() {
        return toUpperCase(Locale.getDefault());
    }

    public String trim() {
        int end = length();
        int start = 0;
        while (start < end && Utf16.charAt(value, coder, start) <= ' ') {
            start++;
        }
        while (start < end && Utf16.charAt(value, coder, end - 1) <= ' ') {
            end--;
        }
        return substring(start, end);
    }

    public String strip() {
        int start = StringText.skipWhitespace(this);
        return start == length() ? "" : substring(start, StringText.skipWhitespaceBack(this));
    }

    public String stripLeading() {
        return substring(StringText.skipWhitespace(this));
    }

    public String stripTrailing() {
        return substring(0, StringText.skipWhitespaceBack(this));
    }

    public boolean isBlank() {
        return StringText.skipWhitespace(this) == length();
    }

    public Stream<String> lines() {
        return StreamSupport.stream(new StringText.Lines(this, 0, length()), false);
    }

    public String indent(int n) {
        return StringText.indent(this, n);
    }

    public String stripIndent() {
        return StringText.stripIndent(this);
    }

    public String translateEscapes() {
        return StringText.translateEscapes(this);
    }

    public <R> R transform(Function<? super String, ? extends R> f) {
        return f.apply(this);
    }

    public String toString() {
        return this;
    }

    public IntStream chars() {
        return StreamSupport.intStream(new CharsSpliterator(this, 0, length(), java.util.Spliterator.IMMUTABLE), false);
    }

    public IntStream codePoints() {
        return StreamSupport.intStream(new CodePointsSpliterator(this), false);
    }

    public char[] toCharArray() {
        char[] r = new char[length()];
        Utf16.getChars(value, coder, 0, r.length, r, 0);
        return r;
    }

    public static String format(String format, Object... args) {
        return new Formatter().format(format, args).toString();
    }

    public static String format(Locale l, String format, Object... args) {
        return new Formatter(l).format(format, args).toString();
    }

    public String formatted(Object... args) {
        return new Formatter().format(this, args).toString();
    }

    public static String valueOf(Object obj) {
        return obj == null ? "null" : obj.toString();
    }

    public static String valueOf(char[] data) {
        return new String(data);
    }

    public static String valueOf(char[] data, int offset, int count) {
        return new String(data, offset, count);
    }

    public static String copyValueOf(char[] data, int offset, int count) {
        return new String(data, offset, count);
    }

    public static String copyValueOf(char[] data) {
        return new String(data);
    }

    public static String valueOf(boolean b) {
        return b ? "true" : "false";
    }

    public static String valueOf(char c) {
        if (c < 256) {
            byte[] v = new byte[1];
            v[0] = (byte) c;
            return new String(v, LATIN1);
        }
        byte[] v = new byte[2];
        v[0] = (byte) c;
        v[1] = (byte) (c >> 8);
        return new String(v, UTF16);
    }

    public static String valueOf(int i) {
        return Integer.toString(i);
    }

    public static String valueOf(long l) {
        return Long.toString(l);
    }

    public static String valueOf(float f) {
        return Float.toString(f);
    }

    public static String valueOf(double d) {
        return Double.toString(d);
    }

    // The string of the VM's table of constants that equals this one; this string joins the table if there is none.
    public native String intern();

    public String repeat(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is negative: ".concat(Integer.toString(count)));
        }
        byte[] v = value;
        if (count == 1) {
            return this;
        }
        if (v.length == 0 || count == 0) {
            return "";
        }
        if (Integer.MAX_VALUE / count < v.length) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        byte[] r = new byte[v.length * count];
        if (v.length == 1) {
            byte b = v[0];
            for (int i = 0; i < r.length; i++) {
                r[i] = b;
            }
        } else {
            System.arraycopy(v, 0, r, 0, v.length);
            int done = v.length;
            for (; done < r.length - done; done <<= 1) {
                System.arraycopy(r, 0, r, done, done);
            }
            System.arraycopy(r, 0, r, done, r.length - done);
        }
        return new String(r, coder);
    }

    static void checkIndex(int index, int length) {
        if (index < 0 || index >= length) {
            throw new StringIndexOutOfBoundsException(
                    "index ".concat(Integer.toString(index)).concat(", length ").concat(Integer.toString(length)));
        }
    }

    static void checkOffset(int offset, int length) {
        if (offset < 0 || offset > length) {
            throw new StringIndexOutOfBoundsException(
                    "offset ".concat(Integer.toString(offset)).concat(", length ").concat(Integer.toString(length)));
        }
    }

    static int checkOffsetCount(int offset, int count, int length) {
        if (offset < 0 || count < 0 || offset > length - count) {
            throw new StringIndexOutOfBoundsException("offset " + offset + ", count " + count + ", length " + length);
        }
        return offset;
    }

    static void checkBounds(int begin, int end, int length) {
        if (begin < 0 || begin > end || end > length) {
            throw new StringIndexOutOfBoundsException("begin " + begin + ", end " + end + ", length " + length);
        }
    }

    @Override
    public java.util.Optional<String> describeConstable() {
        return java.util.Optional.of(this);
    }

    @Override
    public String resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup lookup) {
        return this;
    }
}
