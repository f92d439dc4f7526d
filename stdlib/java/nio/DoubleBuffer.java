package java.nio;

import java.util.Objects;

/** A buffer of values of type double. */
public class DoubleBuffer extends Buffer implements Comparable<DoubleBuffer> {
    final double[] array;
    final int offset;
    /** The bytes behind a view; the array is null then. */
    final ByteBuffer bytes;

    DoubleBuffer(double[] array, int offset, ByteBuffer bytes, int position, int limit, int capacity, boolean readOnly) {
        super(position, limit, capacity, readOnly);
        this.array = array;
        this.offset = offset;
        this.bytes = bytes;
    }

    public static DoubleBuffer allocate(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
        }
        return wrap(new double[capacity]);
    }

    public static DoubleBuffer wrap(double[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new DoubleBuffer(array, 0, null, offset, offset + length, array.length, false);
    }

    public static DoubleBuffer wrap(double[] array) {
        return wrap(array, 0, array.length);
    }

    private double at(int i) {
        return array != null ? array[offset + i] : bytes.getDouble(offset + (i << 3));
    }

    private void set(int i, double x) {
        if (array != null) {
            array[offset + i] = x;
        } else {
            bytes.putDouble(offset + (i << 3), x);
        }
    }

    @Override
    public DoubleBuffer slice() {
        int n = remaining();
        return new DoubleBuffer(array, array != null ? offset + position : offset + (position << 3), bytes, 0, n, n, readOnly);
    }

    @Override
    public DoubleBuffer slice(int index, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        return new DoubleBuffer(array, array != null ? offset + index : offset + (index << 3), bytes, 0, length, length, readOnly);
    }

    @Override
    public DoubleBuffer duplicate() {
        DoubleBuffer b = new DoubleBuffer(array, offset, bytes, position, limit, capacity, readOnly);
        b.mark = mark;
        return b;
    }

    public DoubleBuffer asReadOnlyBuffer() {
        DoubleBuffer b = new DoubleBuffer(array, offset, bytes, position, limit, capacity, true);
        b.mark = mark;
        return b;
    }

    public double get() {
        return at(nextGet(1));
    }

    public DoubleBuffer put(double x) {
        set(nextPut(1), x);
        return this;
    }

    public double get(int index) {
        return at(checkGet(index, 1));
    }

    public DoubleBuffer put(int index, double x) {
        set(checkPut(index, 1), x);
        return this;
    }

    public DoubleBuffer get(double[] dst, int off, int length) {
        Objects.checkFromIndexSize(off, length, dst.length);
        int p = nextGet(length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(p + i);
        }
        return this;
    }

    public DoubleBuffer get(double[] dst) {
        return get(dst, 0, dst.length);
    }

    public DoubleBuffer get(int index, double[] dst, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, dst.length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(index + i);
        }
        return this;
    }

    public DoubleBuffer get(int index, double[] dst) {
        return get(index, dst, 0, dst.length);
    }

    public DoubleBuffer put(DoubleBuffer src) {
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

    public DoubleBuffer put(int index, DoubleBuffer src, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, src.limit);
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        double[] copy = new double[length];
        src.get(off, copy);
        return put(index, copy);
    }

    public DoubleBuffer put(double[] src, int off, int length) {
        Objects.checkFromIndexSize(off, length, src.length);
        int p = nextPut(length);
        for (int i = 0; i < length; i++) {
            set(p + i, src[off + i]);
        }
        return this;
    }

    public final DoubleBuffer put(double[] src) {
        return put(src, 0, src.length);
    }

    public DoubleBuffer put(int index, double[] src, int off, int length) {
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

    public DoubleBuffer put(int index, double[] src) {
        return put(index, src, 0, src.length);
    }

    @Override
    public final boolean hasArray() {
        return array != null && !readOnly;
    }

    @Override
    public final double[] array() {
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
    public final DoubleBuffer position(int newPosition) {
        super.position(newPosition);
        return this;
    }

    @Override
    public final DoubleBuffer limit(int newLimit) {
        super.limit(newLimit);
        return this;
    }

    @Override
    public final DoubleBuffer mark() {
        super.mark();
        return this;
    }

    @Override
    public final DoubleBuffer reset() {
        super.reset();
        return this;
    }

    @Override
    public final DoubleBuffer clear() {
        super.clear();
        return this;
    }

    @Override
    public final DoubleBuffer flip() {
        super.flip();
        return this;
    }

    @Override
    public final DoubleBuffer rewind() {
        super.rewind();
        return this;
    }

    public DoubleBuffer compact() {
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
        if (!(ob instanceof DoubleBuffer)) {
            return false;
        }
        DoubleBuffer that = (DoubleBuffer) ob;
        return remaining() == that.remaining() && mismatch(that) < 0;
    }

    private static int compare(double a, double b) {
        return a < b ? -1 : a > b ? 1 : a == b ? 0 : Double.isNaN(a) ? (Double.isNaN(b) ? 0 : 1) : -1;
    }

    @Override
    public int compareTo(DoubleBuffer that) {
        int i = mismatch(that);
        if (i >= 0 && i < remaining() && i < that.remaining()) {
            return compare(at(position + i), that.at(that.position + i));
        }
        return remaining() - that.remaining();
    }

    public int mismatch(DoubleBuffer that) {
        int n = Math.min(remaining(), that.remaining());
        for (int i = 0; i < n; i++) {
            double x = at(position + i);
            double y = that.at(that.position + i);
            if (!(x == y || Double.isNaN(x) && Double.isNaN(y))) {
                return i;
            }
        }
        return remaining() == that.remaining() ? -1 : n;
    }

    public ByteOrder order() {
        return bytes != null ? bytes.order() : ByteOrder.nativeOrder();
    }
}
