package java.nio;

import java.util.Objects;

/** A buffer of values of type int. */
public class IntBuffer extends Buffer implements Comparable<IntBuffer> {
    final int[] array;
    final int offset;
    /** The bytes behind a view; the array is null then. */
    final ByteBuffer bytes;

    IntBuffer(int[] array, int offset, ByteBuffer bytes, int position, int limit, int capacity, boolean readOnly) {
        super(position, limit, capacity, readOnly);
        this.array = array;
        this.offset = offset;
        this.bytes = bytes;
    }

    public static IntBuffer allocate(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
        }
        return wrap(new int[capacity]);
    }

    public static IntBuffer wrap(int[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new IntBuffer(array, 0, null, offset, offset + length, array.length, false);
    }

    public static IntBuffer wrap(int[] array) {
        return wrap(array, 0, array.length);
    }

    private int at(int i) {
        return array != null ? array[offset + i] : bytes.getInt(offset + (i << 2));
    }

    private void set(int i, int x) {
        if (array != null) {
            array[offset + i] = x;
        } else {
            bytes.putInt(offset + (i << 2), x);
        }
    }

    @Override
    public IntBuffer slice() {
        int n = remaining();
        return new IntBuffer(array, array != null ? offset + position : offset + (position << 2), bytes, 0, n, n, readOnly);
    }

    @Override
    public IntBuffer slice(int index, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        return new IntBuffer(array, array != null ? offset + index : offset + (index << 2), bytes, 0, length, length, readOnly);
    }

    @Override
    public IntBuffer duplicate() {
        IntBuffer b = new IntBuffer(array, offset, bytes, position, limit, capacity, readOnly);
        b.mark = mark;
        return b;
    }

    public IntBuffer asReadOnlyBuffer() {
        IntBuffer b = new IntBuffer(array, offset, bytes, position, limit, capacity, true);
        b.mark = mark;
        return b;
    }

    public int get() {
        return at(nextGet(1));
    }

    public IntBuffer put(int x) {
        set(nextPut(1), x);
        return this;
    }

    public int get(int index) {
        return at(checkGet(index, 1));
    }

    public IntBuffer put(int index, int x) {
        set(checkPut(index, 1), x);
        return this;
    }

    public IntBuffer get(int[] dst, int off, int length) {
        Objects.checkFromIndexSize(off, length, dst.length);
        int p = nextGet(length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(p + i);
        }
        return this;
    }

    public IntBuffer get(int[] dst) {
        return get(dst, 0, dst.length);
    }

    public IntBuffer get(int index, int[] dst, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, dst.length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(index + i);
        }
        return this;
    }

    public IntBuffer get(int index, int[] dst) {
        return get(index, dst, 0, dst.length);
    }

    public IntBuffer put(IntBuffer src) {
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

    public IntBuffer put(int index, IntBuffer src, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, src.limit);
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        int[] copy = new int[length];
        src.get(off, copy);
        return put(index, copy);
    }

    public IntBuffer put(int[] src, int off, int length) {
        Objects.checkFromIndexSize(off, length, src.length);
        int p = nextPut(length);
        for (int i = 0; i < length; i++) {
            set(p + i, src[off + i]);
        }
        return this;
    }

    public final IntBuffer put(int[] src) {
        return put(src, 0, src.length);
    }

    public IntBuffer put(int index, int[] src, int off, int length) {
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

    public IntBuffer put(int index, int[] src) {
        return put(index, src, 0, src.length);
    }

    @Override
    public final boolean hasArray() {
        return array != null && !readOnly;
    }

    @Override
    public final int[] array() {
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
    public final IntBuffer position(int newPosition) {
        super.position(newPosition);
        return this;
    }

    @Override
    public final IntBuffer limit(int newLimit) {
        super.limit(newLimit);
        return this;
    }

    @Override
    public final IntBuffer mark() {
        super.mark();
        return this;
    }

    @Override
    public final IntBuffer reset() {
        super.reset();
        return this;
    }

    @Override
    public final IntBuffer clear() {
        super.clear();
        return this;
    }

    @Override
    public final IntBuffer flip() {
        super.flip();
        return this;
    }

    @Override
    public final IntBuffer rewind() {
        super.rewind();
        return this;
    }

    public IntBuffer compact() {
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
        if (!(ob instanceof IntBuffer)) {
            return false;
        }
        IntBuffer that = (IntBuffer) ob;
        return remaining() == that.remaining() && mismatch(that) < 0;
    }

    private static int compare(int a, int b) {
        return Integer.compare(a, b);
    }

    @Override
    public int compareTo(IntBuffer that) {
        int i = mismatch(that);
        if (i >= 0 && i < remaining() && i < that.remaining()) {
            return compare(at(position + i), that.at(that.position + i));
        }
        return remaining() - that.remaining();
    }

    public int mismatch(IntBuffer that) {
        int n = Math.min(remaining(), that.remaining());
        for (int i = 0; i < n; i++) {
            int x = at(position + i);
            int y = that.at(that.position + i);
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
