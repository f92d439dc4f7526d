package java.nio;

import java.util.Objects;

/** A buffer of values of type float. */
public class FloatBuffer extends Buffer implements Comparable<FloatBuffer> {
    final float[] array;
    final int offset;
    /** The bytes behind a view; the array is null then. */
    final ByteBuffer bytes;

    FloatBuffer(float[] array, int offset, ByteBuffer bytes, int position, int limit, int capacity, boolean readOnly) {
        super(position, limit, capacity, readOnly);
        this.array = array;
        this.offset = offset;
        this.bytes = bytes;
    }

    public static FloatBuffer allocate(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
        }
        return wrap(new float[capacity]);
    }

    public static FloatBuffer wrap(float[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new FloatBuffer(array, 0, null, offset, offset + length, array.length, false);
    }

    public static FloatBuffer wrap(float[] array) {
        return wrap(array, 0, array.length);
    }

    private float at(int i) {
        return array != null ? array[offset + i] : bytes.getFloat(offset + (i << 2));
    }

    private void set(int i, float x) {
        if (array != null) {
            array[offset + i] = x;
        } else {
            bytes.putFloat(offset + (i << 2), x);
        }
    }

    @Override
    public FloatBuffer slice() {
        int n = remaining();
        return new FloatBuffer(array, array != null ? offset + position : offset + (position << 2), bytes, 0, n, n, readOnly);
    }

    @Override
    public FloatBuffer slice(int index, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        return new FloatBuffer(array, array != null ? offset + index : offset + (index << 2), bytes, 0, length, length, readOnly);
    }

    @Override
    public FloatBuffer duplicate() {
        FloatBuffer b = new FloatBuffer(array, offset, bytes, position, limit, capacity, readOnly);
        b.mark = mark;
        return b;
    }

    public FloatBuffer asReadOnlyBuffer() {
        FloatBuffer b = new FloatBuffer(array, offset, bytes, position, limit, capacity, true);
        b.mark = mark;
        return b;
    }

    public float get() {
        return at(nextGet(1));
    }

    public FloatBuffer put(float x) {
        set(nextPut(1), x);
        return this;
    }

    public float get(int index) {
        return at(checkGet(index, 1));
    }

    public FloatBuffer put(int index, float x) {
        set(checkPut(index, 1), x);
        return this;
    }

    public FloatBuffer get(float[] dst, int off, int length) {
        Objects.checkFromIndexSize(off, length, dst.length);
        int p = nextGet(length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(p + i);
        }
        return this;
    }

    public FloatBuffer get(float[] dst) {
        return get(dst, 0, dst.length);
    }

    public FloatBuffer get(int index, float[] dst, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, dst.length);
        for (int i = 0; i < length; i++) {
            dst[off + i] = at(index + i);
        }
        return this;
    }

    public FloatBuffer get(int index, float[] dst) {
        return get(index, dst, 0, dst.length);
    }

    public FloatBuffer put(FloatBuffer src) {
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

    public FloatBuffer put(int index, FloatBuffer src, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, src.limit);
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        float[] copy = new float[length];
        src.get(off, copy);
        return put(index, copy);
    }

    public FloatBuffer put(float[] src, int off, int length) {
        Objects.checkFromIndexSize(off, length, src.length);
        int p = nextPut(length);
        for (int i = 0; i < length; i++) {
            set(p + i, src[off + i]);
        }
        return this;
    }

    public final FloatBuffer put(float[] src) {
        return put(src, 0, src.length);
    }

    public FloatBuffer put(int index, float[] src, int off, int length) {
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

    public FloatBuffer put(int index, float[] src) {
        return put(index, src, 0, src.length);
    }

    @Override
    public final boolean hasArray() {
        return array != null && !readOnly;
    }

    @Override
    public final float[] array() {
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
    public final FloatBuffer position(int newPosition) {
        super.position(newPosition);
        return this;
    }

    @Override
    public final FloatBuffer limit(int newLimit) {
        super.limit(newLimit);
        return this;
    }

    @Override
    public final FloatBuffer mark() {
        super.mark();
        return this;
    }

    @Override
    public final FloatBuffer reset() {
        super.reset();
        return this;
    }

    @Override
    public final FloatBuffer clear() {
        super.clear();
        return this;
    }

    @Override
    public final FloatBuffer flip() {
        super.flip();
        return this;
    }

    @Override
    public final FloatBuffer rewind() {
        super.rewind();
        return this;
    }

    public FloatBuffer compact() {
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
        if (!(ob instanceof FloatBuffer)) {
            return false;
        }
        FloatBuffer that = (FloatBuffer) ob;
        return remaining() == that.remaining() && mismatch(that) < 0;
    }

    private static int compare(float a, float b) {
        return a < b ? -1 : a > b ? 1 : a == b ? 0 : Float.isNaN(a) ? (Float.isNaN(b) ? 0 : 1) : -1;
    }

    @Override
    public int compareTo(FloatBuffer that) {
        int i = mismatch(that);
        if (i >= 0 && i < remaining() && i < that.remaining()) {
            return compare(at(position + i), that.at(that.position + i));
        }
        return remaining() - that.remaining();
    }

    public int mismatch(FloatBuffer that) {
        int n = Math.min(remaining(), that.remaining());
        for (int i = 0; i < n; i++) {
            float x = at(position + i);
            float y = that.at(that.position + i);
            if (!(x == y || Float.isNaN(x) && Float.isNaN(y))) {
                return i;
            }
        }
        return remaining() == that.remaining() ? -1 : n;
    }

    public ByteOrder order() {
        return bytes != null ? bytes.order() : ByteOrder.nativeOrder();
    }
}
