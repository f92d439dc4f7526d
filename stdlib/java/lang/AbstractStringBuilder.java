package java.lang;

import java.util.Arrays;
import java.util.Spliterator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What {@link StringBuilder} and {@link StringBuffer} have in common. */
abstract class AbstractStringBuilder implements Appendable, CharSequence {
    byte[] value;
    byte coder;
    int count;

    /** For what is read from a stream. */
    AbstractStringBuilder() {
        value = new byte[16];
    }

    AbstractStringBuilder(int capacity) {
        value = new byte[capacity];
    }

    AbstractStringBuilder(String str) {
        int n = str.length();
        int capacity = n < Integer.MAX_VALUE - 16 ? n + 16 : Integer.MAX_VALUE;
        byte c = str.coder();
        value = c == String.LATIN1 ? new byte[capacity] : Utf16.make(capacity);
        coder = c;
        str.copyTo(value, 0, c);
        count = n;
    }

    AbstractStringBuilder(CharSequence seq) {
        int n = seq.length();
        if (n < 0) {
            throw new NegativeArraySizeException("Negative length: " + n);
        }
        value = new byte[n < Integer.MAX_VALUE - 16 ? n + 16 : Integer.MAX_VALUE];
        append(seq);
    }

    public int length() {
        return count;
    }

    public int capacity() {
        return value.length >> coder;
    }

    public void ensureCapacity(int minimumCapacity) {
        if (minimumCapacity > 0) {
            grow(minimumCapacity);
        }
    }

    /** Makes room for so many characters in all; a negative number is one that overflowed. */
    final void grow(int min) {
        int old = value.length >> coder;
        if (min >= 0 && min <= old) {
            return;
        }
        int limit = (Integer.MAX_VALUE - 8) >> coder;
        if (min < 0 || min > limit) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        long wanted = 2L * old + 2;
        if (wanted < min) {
            wanted = min;
        }
        if (wanted > limit) {
            wanted = limit;
        }
        byte[] v = new byte[(int) wanted << coder];
        System.arraycopy(value, 0, v, 0, count << coder);
        value = v;
    }

    /** Goes over to two bytes a character. */
    final void widen() {
        if (coder == String.LATIN1) {
            byte[] v = Utf16.make(value.length);
            Utf16.inflate(value, 0, v, 0, count);
            value = v;
            coder = String.UTF16;
        }
    }

    public void trimToSize() {
        int n = count << coder;
        if (n < value.length) {
            value = Arrays.copyOf(value, n);
        }
    }

    public void setLength(int newLength) {
        if (newLength < 0) {
            throw new StringIndexOutOfBoundsException(newLength);
        }
        grow(newLength);
        if (count < newLength) {
            Arrays.fill(value, count << coder, newLength << coder, (byte) 0);
        }
        count = newLength;
    }

    public char charAt(int index) {
        String.checkIndex(index, count);
        byte[] v = value;
        return coder == String.LATIN1 ? (char) (v[index] & 0xff) : Utf16.get(v, index);
    }

    public int codePointAt(int index) {
        String.checkIndex(index, count);
        return Utf16.codePointAt(value, coder, index, count);
    }

    public int codePointBefore(int index) {
        if (index < 1 || index > count) {
            throw new StringIndexOutOfBoundsException(index);
        }
        return Utf16.codePointBefore(value, coder, index);
    }

    public int codePointCount(int beginIndex, int endIndex) {
        if (beginIndex < 0 || endIndex > count || beginIndex > endIndex) {
            throw new IndexOutOfBoundsException();
        }
        return Utf16.codePointCount(value, coder, beginIndex, endIndex);
    }

    public int offsetByCodePoints(int index, int codePointOffset) {
        if (index < 0 || index > count) {
            throw new IndexOutOfBoundsException();
        }
        return Character.offsetByCodePoints(this, index, codePointOffset);
    }

    public void getChars(int srcBegin, int srcEnd, char[] dst, int dstBegin) {
        checkRangeSioobe(srcBegin, srcEnd, count);
        checkRange(dstBegin, dstBegin + srcEnd - srcBegin, dst.length);
        Utf16.getChars(value, coder, srcBegin, srcEnd, dst, dstBegin);
    }

    public void setCharAt(int index, char ch) {
        String.checkIndex(index, count);
        if (coder == String.LATIN1) {
            if (ch < 256) {
                value[index] = (byte) ch;
                return;
            }
            widen();
        }
        Utf16.put(value, index, ch);
    }

    public AbstractStringBuilder append(Object obj) {
        return append(String.valueOf(obj));
    }

    public AbstractStringBuilder append(String str) {
        if (str == null) {
            str = "null";
        }
        int n = count;
        int end = n + str.length();
        byte[] w = str.value();
        if (coder == str.coder()) {
            if (end < 0 || end << coder > value.length) {
                grow(end);
            }
            System.arraycopy(w, 0, value, n << coder, w.length);
        } else {
            widen();
            grow(end);
            str.copyTo(value, n, coder);
        }
        count = end;
        return this;
    }

    public AbstractStringBuilder append(StringBuffer sb) {
        return append((AbstractStringBuilder) sb);
    }

    final AbstractStringBuilder append(AbstractStringBuilder sb) {
        if (sb == null) {
            return append("null");
        }
        int n = sb.count;
        grow(count + n);
        if (sb.coder != String.LATIN1) {
            widen();
        }
        if (coder == sb.coder) {
            System.arraycopy(sb.value, 0, value, count << coder, n << coder);
        } else {
            Utf16.inflate(sb.value, 0, value, count, n);
        }
        count += n;
        return this;
    }

    @Override
    public AbstractStringBuilder append(CharSequence s) {
        if (s == null) {
            return append("null");
        }
        if (s instanceof String) {
            return append((String) s);
        }
        if (s instanceof AbstractStringBuilder) {
            return append((AbstractStringBuilder) s);
        }
        return append(s, 0, s.length());
    }

    @Override
    public AbstractStringBuilder append(CharSequence s, int start, int end) {
        if (s == null) {
            s = "null";
        }
        checkRange(start, end, s.length());
        int n = end - start;
        grow(count + n);
        if (s instanceof String) {
            copyIn((String) s, start, end, count);
        } else {
            for (int i = start, at = count; i < end; i++, at++) {
                store(at, s.charAt(i));
            }
        }
        count += n;
        return this;
    }

    /** Writes a part of a string at an index, where there is room. */
    private void copyIn(String s, int start, int end, int at) {
        if (s.coder() == String.LATIN1) {
            if (coder == String.LATIN1) {
                System.arraycopy(s.value(), start, value, at, end - start);
            } else {
                Utf16.inflate(s.value(), start, value, at, end - start);
            }
            return;
        }
        if (coder == String.LATIN1) {
            widenTo(at);
        }
        System.arraycopy(s.value(), start << 1, value, at << 1, (end - start) << 1);
    }

    /** As widen, where characters before {@code upTo} are in use already. */
    private void widenTo(int upTo) {
        byte[] v = Utf16.make(value.length);
        Utf16.inflate(value, 0, v, 0, Math.max(upTo, count));
        value = v;
        coder = String.UTF16;
    }

    private void store(int at, char c) {
        if (coder == String.LATIN1) {
            if (c < 256) {
                value[at] = (byte) c;
                return;
            }
            widenTo(at);
        }
        Utf16.put(value, at, c);
    }

    public AbstractStringBuilder append(char[] str) {
        appendChars(str, 0, str.length);
        return this;
    }

    public AbstractStringBuilder append(char[] str, int offset, int len) {
        checkRange(offset, offset + len, str.length);
        appendChars(str, offset, len);
        return this;
    }

    private void appendChars(char[] str, int offset, int len) {
        grow(count + len);
        for (int i = 0, at = count; i < len; i++) {
            store(at++, str[offset + i]);
        }
        count += len;
    }

    public AbstractStringBuilder append(boolean b) {
        return append(b ? "true" : "false");
    }

    @Override
    public AbstractStringBuilder append(char c) {
        int n = count;
        if (n + 1 > value.length >> coder) {
            grow(n + 1);
        }
        if (coder == String.LATIN1) {
            if (c < 256) {
                value[n] = (byte) c;
                count = n + 1;
                return this;
            }
            widen();
        }
        Utf16.put(value, n, c);
        count = n + 1;
        return this;
    }

    public AbstractStringBuilder append(int i) {
        int end = count + Integer.digits(i);
        grow(end);
        if (coder == String.LATIN1) {
            Integer.getDigits(i, end, value);
            count = end;
            return this;
        }
        return append(Integer.toString(i));
    }

    public AbstractStringBuilder append(long l) {
        int end = count + Long.digits(l);
        grow(end);
        if (coder == String.LATIN1) {
            Long.getDigits(l, end, value);
            count = end;
            return this;
        }
        return append(Long.toString(l));
    }

    public AbstractStringBuilder append(float f) {
        return append(Float.toString(f));
    }

    public AbstractStringBuilder append(double d) {
        return append(Double.toString(d));
    }

    public AbstractStringBuilder delete(int start, int end) {
        if (end > count) {
            end = count;
        }
        checkRangeSioobe(start, end, count);
        if (end > start) {
            shift(end, start - end);
            count -= end - start;
        }
        return this;
    }

    /** Moves everything from an index on. */
    private void shift(int from, int by) {
        System.arraycopy(value, from << coder, value, (from + by) << coder, (count - from) << coder);
    }

    public AbstractStringBuilder appendCodePoint(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            return append((char) codePoint);
        }
        return append(Character.toString(codePoint));
    }

    public AbstractStringBuilder deleteCharAt(int index) {
        String.checkIndex(index, count);
        shift(index + 1, -1);
        count--;
        return this;
    }

    public AbstractStringBuilder replace(int start, int end, String str) {
        if (end > count) {
            end = count;
        }
        checkRangeSioobe(start, end, count);
        int by = str.length() - (end - start);
        grow(count + by);
        if (str.coder() != String.LATIN1) {
            widen();
        }
        shift(end, by);
        str.copyTo(value, start, coder);
        count += by;
        return this;
    }

    public String substring(int start) {
        return substring(start, count);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return substring(start, end);
    }

    public String substring(int start, int end) {
        checkRangeSioobe(start, end, count);
        return coder == String.LATIN1 ? Utf16.latin1String(value, start, end - start)
                : Utf16.toString(value, start, end - start);
    }

    public AbstractStringBuilder insert(int index, char[] str, int offset, int len) {
        String.checkOffset(index, count);
        checkRangeSioobe(offset, offset + len, str.length);
        return insertString(index, new String(str, offset, len));
    }

    public AbstractStringBuilder insert(int offset, Object obj) {
        return insert(offset, String.valueOf(obj));
    }

    public AbstractStringBuilder insert(int offset, String str) {
        String.checkOffset(offset, count);
        return insertString(offset, str == null ? "null" : str);
    }

    private AbstractStringBuilder insertString(int offset, String str) {
        int n = str.length();
        grow(count + n);
        if (str.coder() != String.LATIN1) {
            widen();
        }
        shift(offset, n);
        str.copyTo(value, offset, coder);
        count += n;
        return this;
    }

    public AbstractStringBuilder insert(int offset, char[] str) {
        String.checkOffset(offset, count);
        return insertString(offset, new String(str));
    }

    public AbstractStringBuilder insert(int dstOffset, CharSequence s) {
        if (s == null) {
            s = "null";
        }
        if (s instanceof String) {
            return insert(dstOffset, (String) s);
        }
        return insert(dstOffset, s, 0, s.length());
    }

    public AbstractStringBuilder insert(int dstOffset, CharSequence s, int start, int end) {
        if (s == null) {
            s = "null";
        }
        String.checkOffset(dstOffset, count);
        checkRange(start, end, s.length());
        if (s instanceof String) {
            return insertString(dstOffset, ((String) s).substring(start, end));
        }
        char[] part = new char[end - start];
        for (int i = 0; i < part.length; i++) {
            part[i] = s.charAt(start + i);
        }
        return insertString(dstOffset, new String(part));
    }

    public AbstractStringBuilder insert(int offset, boolean b) {
        return insert(offset, String.valueOf(b));
    }

    public AbstractStringBuilder insert(int offset, char c) {
        String.checkOffset(offset, count);
        grow(count + 1);
        if (c > 255) {
            widen();
        }
        shift(offset, 1);
        count++;
        store(offset, c);
        return this;
    }

    public AbstractStringBuilder insert(int offset, int i) {
        return insert(offset, Integer.toString(i));
    }

    public AbstractStringBuilder insert(int offset, long l) {
        return insert(offset, Long.toString(l));
    }

    public AbstractStringBuilder insert(int offset, float f) {
        return insert(offset, Float.toString(f));
    }

    public AbstractStringBuilder insert(int offset, double d) {
        return insert(offset, Double.toString(d));
    }

    public int indexOf(String str) {
        return indexOf(str, 0);
    }

    public int indexOf(String str, int fromIndex) {
        return String.indexOf(value, coder, count, str, fromIndex);
    }

    public int lastIndexOf(String str) {
        return lastIndexOf(str, count);
    }

    public int lastIndexOf(String str, int fromIndex) {
        return String.lastIndexOf(value, coder, count, str, fromIndex);
    }

    public AbstractStringBuilder reverse() {
        byte[] v = value;
        if (coder == String.LATIN1) {
            for (int i = 0, j = count - 1; i < j; i++, j--) {
                byte b = v[i];
                v[i] = v[j];
                v[j] = b;
            }
            return this;
        }
        boolean pairs = false;
        for (int i = 0, j = count - 1; i <= j; i++, j--) {
            char a = Utf16.get(v, i);
            char b = Utf16.get(v, j);
            Utf16.put(v, i, b);
            Utf16.put(v, j, a);
            pairs |= Character.isSurrogate(a) | Character.isSurrogate(b);
        }
        if (pairs) {
            for (int i = 0; i < count - 1; i++) {
                char low = Utf16.get(v, i);
                if (Character.isLowSurrogate(low)) {
                    char high = Utf16.get(v, i + 1);
                    if (Character.isHighSurrogate(high)) {
                        Utf16.put(v, i++, high);
                        Utf16.put(v, i, low);
                    }
                }
            }
        }
        return this;
    }

    @Override
    public abstract String toString();

    final String makeString() {
        return coder == String.LATIN1 ? Utf16.latin1String(value, 0, count) : Utf16.toString(value, 0, count);
    }

    final int compare(AbstractStringBuilder other) {
        return this == other ? 0 : Utf16.compare(value, coder, count, other.value, other.coder, other.count);
    }

    final boolean contentEquals(String s) {
        return s.length() == count && Utf16.regionEquals(value, coder, 0, s.value(), s.coder(), 0, count);
    }

    @Override
    public IntStream chars() {
        return StreamSupport.intStream(() -> new CharsSpliterator(this, 0, count, Spliterator.ORDERED),
                Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED, false);
    }

    @Override
    public IntStream codePoints() {
        return StreamSupport.intStream(() -> new CodePointsSpliterator(this), Spliterator.ORDERED, false);
    }

    private static void checkRange(int start, int end, int length) {
        if (start < 0 || start > end || end > length) {
            throw new IndexOutOfBoundsException("start " + start + ", end " + end + ", length " + length);
        }
    }

    private static void checkRangeSioobe(int start, int end, int length) {
        if (start < 0 || start > end || end > length) {
            throw new StringIndexOutOfBoundsException("start " + start + ", end " + end + ", length " + length);
        }
    }
}
