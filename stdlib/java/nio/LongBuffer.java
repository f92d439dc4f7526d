package java.nio;

import java.util.Objects;

/** A buffer of values of type long. */
public class LongBuffer extends Buffer implements Comparable<LongBuffer> {
    final long[] array;
    final int offset;
    /** The bytes behind a view; the array is null then. */
    final ByteBuffer bytes;

    LongBuffer(long[] array, int offset, ByteBuffer bytes, int position, int limit, int capacity, boolean readOnly) {
        super(position, limit, capacity, readOnly);
        this.array = array;
        this.offset = offset;
        this.bytes = bytes;
    }

    public static LongBuffer allocate(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
        }
        return wrap(new long[capacity]);
    }

    public static LongBuffer wrap(long[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new LongBuffer(array, 0, null, offset, offset + length, array.length, false);
    }

    public static LongBuffer wrap(long[] array) {
        return wrap(array, 0, array.length);
    }

    private long at(int i) {
        return array != null ? array[offset + i] : bytes.getLong(offset + (i << 3));
    }

    private void set(int i, long x) {
        if (array != null) {
            array[offset + i] = x;
        } else {
            bytes.putLong(offset + (i << 3), x);
        }
    }

    @Override
    public LongBuffer slice() {
        int n = remaining();
        return new LongBuffer(array, array != null ? offset + position : offset + (position << 3), bytes, 0, n, n, readOnly);
    }

    @Override
    public LongBuffer slice(int index, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        return new LongBuffer(array, array != null ? offset + index : offset + (index << 3), bytes, 0, length, length, readOnly);
    }

    @Override
    public LongBuffer duplicate() {
        LongBuffer b = new LongBuffer(array, offset, bytes, position, limit, capacity, readOnly);
        b.mark = mark;
        return b;
    }

    public LongBuffer asReadOnlyBuffer() {
        LongBuffer b = new LongBuffer(array, offset, bytes, position, limit, capacity, true);
        b.mark = mark;
        return b;
    }

    public long get() {
        return at(nextGet(1));
    }

    public LongBuffer put(long x) {
        set(nextPut(1), x);
        return this;
    }

    public long get(int index) {
        return at(checkGet(index, 1));
    }

    public LongBuffer put(int index, long x) {
        set(checkPut(index, 1), x);
        return this;
    }

    public LongBuffer get(long[] dst, int off, int length) {
        Objects.checkFromIndexSize(off, length, dst.length);
        int p = nextGet(length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(p + i);
        }
        return this;
    }

    public LongBuffer get(long[] dst) {
        return get(dst, 0, dst.length);
    }

    public LongBuffer get(int index, long[] dst, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, dst.length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(index + i);
        }
        return this;
    }

    public LongBuffer get(int index, long[] dst) {
        return get(index, dst, 0, dst.length);
    }

    public LongBuffer put(LongBuffer src) {
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

    public LongBuffer put(int index, LongBuffer src, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, src.limit);
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        long[] copy = new long[length];
        src.get(off, copy);
        return put(index, copy);
    }

    public LongBuffer put(long[] src, int off, int length) {
        Objects.checkFromIndexSize(off, length, src.length);
        int p = nextPut(length);
        for (int i = 0; i < length; i++) {
            set(p + i, src[off + i]);
        }
        return this;
    }

    public final LongBuffer put(long[] src) {
        return put(src, 0, src.length);
    }

    public LongBuffer put(int index, long[] src, int off, int length) {
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

    public LongBuffer put(int index, long[] src) {
        return put(index, src, 0, src.length);
    }

    @Override
    public final boolean hasArray() {
        return array != null && !readOnly;
    }

    @Override
    public final long[] array() {
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
    public final LongBuffer position(int newPosition) {
        super.position(newPosition);
        return this;
    }

    @Override
    public final LongBuffer limit(int newLimit) {
        super.limit(newLimit);
        return this;
    }

    @Override
    public final LongBuffer mark() {
        super.mark();
        return this;
    }

    @Override
    public final LongBuffer reset() {
        super.reset();
        return this;
    }

    @Override
    public final LongBuffer clear() {
        super.clear();
        return this;
    }

    @Override
    public final LongBuffer flip() {
        super.flip();
        return this;
    }

    @Override
    public final LongBuffer rewind() {
        super.rewind();
        return this;
    }

    public LongBuffer compact() {
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
        if (!(ob instanceof LongBuffer)) {
            return false;
        }
        LongBuffer that = (LongBuffer) ob;
        return remaining() == that.remaining() && mismatch(that) < 0;
    }

    private static int compare(long a, long b) {
        return Long.compare(a, b);
    }

    @Override
    public int compareTo(LongBuffer that) {
        int i = mismatch(that);
        if (i >= 0 && i < remaining() && i < that.remaining()) {
            return compare(at(position + i), that.at(that.position + i));
        }
        return remaining() - that.remaining();
    }

    public int mismatch(LongBuffer that) {
        int n = Math.min(remaining(), that.remaining());
        for (int i = 0; i < n; i++) {
            long x = at(position + i);
            long y = that.at(that.position + i);
            if (!(x == y)) {
                return i;
            }
        }
        return remaining() == that.remaining() ? -1 : n;
    }

    public ByteOrder order() {
        return bytes != null ? bytes.order() : ByteOrder.nativeOrder();
    }
}
