package java.nio;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.IntStream;

/** A buffer of values of type char. */
public class CharBuffer extends Buffer implements Comparable<CharBuffer>, Appendable, CharSequence, Readable {
    final char[] array;
    final int offset;
    /** The bytes behind a view; the array is null then. */
    final ByteBuffer bytes;
    /** The text behind a wrapped CharSequence. */
    final CharSequence text;

    CharBuffer(char[] array, int offset, ByteBuffer bytes, CharSequence text, int position, int limit, int capacity, boolean readOnly) {
        super(position, limit, capacity, readOnly);
        this.array = array;
        this.offset = offset;
        this.bytes = bytes;
        this.text = text;
    }

    public static CharBuffer allocate(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
        }
        return wrap(new char[capacity]);
    }

    public static CharBuffer wrap(char[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new CharBuffer(array, 0, null, null, offset, offset + length, array.length, false);
    }

    public static CharBuffer wrap(char[] array) {
        return wrap(array, 0, array.length);
    }

    public static CharBuffer wrap(CharSequence csq, int start, int end) {
        Objects.checkFromToIndex(start, end, csq.length());
        return new CharBuffer(null, 0, null, csq, start, end, csq.length(), true);
    }

    public static CharBuffer wrap(CharSequence csq) {
        return wrap(csq, 0, csq.length());
    }

    private char at(int i) {
        return text != null ? text.charAt(offset + i) : array != null ? array[offset + i] : bytes.getChar(offset + (i << 1));
    }

    private void set(int i, char x) {
        if (array != null) {
            array[offset + i] = x;
        } else {
            bytes.putChar(offset + (i << 1), x);
        }
    }

    @Override
    public CharBuffer slice() {
        int n = remaining();
        return new CharBuffer(array, array != null || text != null ? offset + position : offset + (position << 1), bytes, text, 0, n, n, readOnly);
    }

    @Override
    public CharBuffer slice(int index, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        return new CharBuffer(array, array != null || text != null ? offset + index : offset + (index << 1), bytes, text, 0, length, length, readOnly);
    }

    @Override
    public CharBuffer duplicate() {
        CharBuffer b = new CharBuffer(array, offset, bytes, text, position, limit, capacity, readOnly);
        b.mark = mark;
        return b;
    }

    public CharBuffer asReadOnlyBuffer() {
        CharBuffer b = new CharBuffer(array, offset, bytes, text, position, limit, capacity, true);
        b.mark = mark;
        return b;
    }

    public char get() {
        return at(nextGet(1));
    }

    public CharBuffer put(char x) {
        set(nextPut(1), x);
        return this;
    }

    public char get(int index) {
        return at(checkGet(index, 1));
    }

    public CharBuffer put(int index, char x) {
        set(checkPut(index, 1), x);
        return this;
    }

    public CharBuffer get(char[] dst, int off, int length) {
        Objects.checkFromIndexSize(off, length, dst.length);
        int p = nextGet(length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(p + i);
        }
        return this;
    }

    public CharBuffer get(char[] dst) {
        return get(dst, 0, dst.length);
    }

    public CharBuffer get(int index, char[] dst, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, dst.length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(index + i);
        }
        return this;
    }

    public CharBuffer get(int index, char[] dst) {
        return get(index, dst, 0, dst.length);
    }

    public CharBuffer put(CharBuffer src) {
        if (src == this) {
            throw new IllegalArgumentException("The source buffer is this buffer");
        }
        int n = src.remaining();
        int p = nextPut(n);
        int q = src.nextGet(n);
        for (int i = 0; i < n; i++) {
            set(p + i, src.at(q + i));
        }
        return this;
    }

    public CharBuffer put(int index, CharBuffer src, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, src.limit);
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        char[] copy = new char[length];
        src.get(off, copy);
        return put(index, copy);
    }

    public CharBuffer put(char[] src, int off, int length) {
        Objects.checkFromIndexSize(off, length, src.length);
        int p = nextPut(length);
        for (int i = 0; i < length; i++) {
            set(p + i, src[off + i]);
        }
        return this;
    }

    public final CharBuffer put(char[] src) {
        return put(src, 0, src.length);
    }

    public CharBuffer put(int index, char[] src, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, src.length);
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        for (int i = 0; i < length; i++) {
            set(index + i, src[off + i]);
        }
        return this;
    }

    public CharBuffer put(int index, char[] src) {
        return put(index, src, 0, src.length);
    }

    @Override
    public final boolean hasArray() {
        return array != null && !readOnly;
    }

    @Override
    public final char[] array() {
        if (array == null) {
            throw new UnsupportedOperationException();
        }
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        return array;
    }

    @Override
    public final int arrayOffset() {
        array();
        return offset;
    }

    @Override
    public final CharBuffer position(int newPosition) {
        super.position(newPosition);
        return this;
    }

    @Override
    public final CharBuffer limit(int newLimit) {
        super.limit(newLimit);
        return this;
    }

    @Override
    public final CharBuffer mark() {
        super.mark();
        return this;
    }

    @Override
    public final CharBuffer reset() {
        super.reset();
        return this;
    }

    @Override
    public final CharBuffer clear() {
        super.clear();
        return this;
    }

    @Override
    public final CharBuffer flip() {
        super.flip();
        return this;
    }

    @Override
    public final CharBuffer rewind() {
        super.rewind();
        return this;
    }

    public CharBuffer compact() {
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        int n = remaining();
        for (int i = 0; i < n; i++) {
            set(i, at(position + i));
        }
        position = n;
        limit = capacity;
        mark = -1;
        return this;
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = limit - 1; i >= position; i--) {
            h = 31 * h + (int) at(i);
        }
        return h;
    }

    @Override
    public boolean equals(Object ob) {
        if (!(ob instanceof CharBuffer)) {
            return false;
        }
        CharBuffer that = (CharBuffer) ob;
        return remaining() == that.remaining() && mismatch(that) < 0;
    }

    private static int compare(char a, char b) {
        return Character.compare(a, b);
    }

    @Override
    public int compareTo(CharBuffer that) {
        int i = mismatch(that);
        if (i >= 0 && i < remaining() && i < that.remaining()) {
            return compare(at(position + i), that.at(that.position + i));
        }
        return remaining() - that.remaining();
    }

    public int mismatch(CharBuffer that) {
        int n = Math.min(remaining(), that.remaining());
        for (int i = 0; i < n; i++) {
            char x = at(position + i);
            char y = that.at(that.position + i);
            if (!(x == y)) {
                return i;
            }
        }
        return remaining() == that.remaining() ? -1 : n;
    }

    public ByteOrder order() {
        return bytes != null ? bytes.order() : ByteOrder.nativeOrder();
    }

    @Override
    public int read(CharBuffer target) throws IOException {
        Objects.requireNonNull(target);
        int n = Math.min(target.remaining(), remaining());
        if (n == 0) {
            return hasRemaining() ? 0 : -1;
        }
        for (int i = 0; i < n; i++) {
            target.put(get());
        }
        return n;
    }

    public CharBuffer put(String src, int start, int end) {
        Objects.checkFromToIndex(start, end, src.length());
        int p = nextPut(end - start);
        for (int i = start; i < end; i++) {
            set(p++, src.charAt(i));
        }
        return this;
    }

    public final CharBuffer put(String src) {
        return put(src, 0, src.length());
    }

    @Override
    public String toString() {
        char[] chars = new char[remaining()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = at(position + i);
        }
        return new String(chars);
    }

    @Override
    public final int length() {
        return remaining();
    }

    public final boolean isEmpty() {
        return remaining() == 0;
    }

    @Override
    public final char charAt(int index) {
        return get(position + checkGet(index, 1));
    }

    @Override
    public CharBuffer subSequence(int start, int end) {
        Objects.checkFromToIndex(start, end, remaining());
        CharBuffer b = duplicate();
        b.limit(position + end);
        b.position(position + start);
        return b;
    }

    @Override
    public CharBuffer append(CharSequence csq) {
        return put(String.valueOf(csq));
    }

    @Override
    public CharBuffer append(CharSequence csq, int start, int end) {
        CharSequence t = csq == null ? "null" : csq;
        return put(t.subSequence(start, end).toString());
    }

    @Override
    public CharBuffer append(char c) {
        return put(c);
    }

    @Override
    public IntStream chars() {
        return toString().chars();
    }
}
