package java.nio;

import java.util.Objects;
import rvm.internal.Bytes;

/** A buffer of values of type byte. */
public class ByteBuffer extends Buffer implements Comparable<ByteBuffer> {
    final byte[] array;
    final int offset;
    boolean bigEndian = true;

    ByteBuffer(byte[] array, int offset, int position, int limit, int capacity, boolean readOnly) {
        super(position, limit, capacity, readOnly);
        this.array = array;
        this.offset = offset;
    }

    public static ByteBuffer allocate(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
        }
        return wrap(new byte[capacity]);
    }

    /** Not outside the heap: there is nothing to be gained here. */
    public static ByteBuffer allocateDirect(int capacity) {
        long limit = Runtime.getRuntime().maxMemory();
        if (capacity > limit) {
            throw new OutOfMemoryError("Cannot reserve " + capacity
                    + " bytes of direct buffer memory (allocated: 0, limit: " + limit + ")");
        }
        return allocate(capacity);
    }

    public static ByteBuffer wrap(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new ByteBuffer(array, 0, offset, offset + length, array.length, false);
    }

    public static ByteBuffer wrap(byte[] array) {
        return wrap(array, 0, array.length);
    }

    private byte at(int i) {
        return array[offset + i];
    }

    private void set(int i, byte x) {
        array[offset + i] = x;
    }

    @Override
    public ByteBuffer slice() {
        int n = remaining();
        return new ByteBuffer(array, offset + position, 0, n, n, readOnly);
    }

    @Override
    public ByteBuffer slice(int index, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        return new ByteBuffer(array, offset + index, 0, length, length, readOnly);
    }

    @Override
    public ByteBuffer duplicate() {
        ByteBuffer b = new ByteBuffer(array, offset, position, limit, capacity, readOnly);
        b.mark = mark;
        return b;
    }

    public ByteBuffer asReadOnlyBuffer() {
        ByteBuffer b = new ByteBuffer(array, offset, position, limit, capacity, true);
        b.mark = mark;
        return b;
    }

    public byte get() {
        return at(nextGet(1));
    }

    public ByteBuffer put(byte x) {
        set(nextPut(1), x);
        return this;
    }

    public byte get(int index) {
        return at(checkGet(index, 1));
    }

    public ByteBuffer put(int index, byte x) {
        set(checkPut(index, 1), x);
        return this;
    }

    public ByteBuffer get(byte[] dst, int off, int length) {
        Objects.checkFromIndexSize(off, length, dst.length);
        System.arraycopy(array, offset + nextGet(length), dst, off, length);
        return this;
    }

    public ByteBuffer get(byte[] dst) {
        return get(dst, 0, dst.length);
    }

    public ByteBuffer get(int index, byte[] dst, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, dst.length);
        System.arraycopy(array, offset + index, dst, off, length);
        return this;
    }

    public ByteBuffer get(int index, byte[] dst) {
        return get(index, dst, 0, dst.length);
    }

    public ByteBuffer put(ByteBuffer src) {
        if (src == this) {
            throw new IllegalArgumentException("The source buffer is this buffer");
        }
        int n = src.remaining();
        int p = nextPut(n);
        System.arraycopy(src.array, src.offset + src.nextGet(n), array, offset + p, n);
        return this;
    }

    public ByteBuffer put(int index, ByteBuffer src, int off, int length) {
        Objects.checkFromIndexSize(index, length, limit);
        Objects.checkFromIndexSize(off, length, src.limit);
        if (readOnly) {
            throw new ReadOnlyBufferException();
        }
        byte[] copy = new byte[length];
        src.get(off, copy);
        return put(index, copy);
    }

    public ByteBuffer put(byte[] src, int off, int length) {
        Objects.checkFromIndexSize(off, length, src.length);
        int p = nextPut(length);
        for (int i = 0; i < length; i++) {
            set(p + i, src[off + i]);
        }
        return this;
    }

    public final ByteBuffer put(byte[] src) {
        return put(src, 0, src.length);
    }

    public ByteBuffer put(int index, byte[] src, int off, int length) {
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

    public ByteBuffer put(int index, byte[] src) {
        return put(index, src, 0, src.length);
    }

    @Override
    public final boolean hasArray() {
        return array != null && !readOnly;
    }

    @Override
    public final byte[] array() {
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
    public final ByteBuffer position(int newPosition) {
        super.position(newPosition);
        return this;
    }

    @Override
    public final ByteBuffer limit(int newLimit) {
        super.limit(newLimit);
        return this;
    }

    @Override
    public final ByteBuffer mark() {
        super.mark();
        return this;
    }

    @Override
    public final ByteBuffer reset() {
        super.reset();
        return this;
    }

    @Override
    public final ByteBuffer clear() {
        super.clear();
        return this;
    }

    @Override
    public final ByteBuffer flip() {
        super.flip();
        return this;
    }

    @Override
    public final ByteBuffer rewind() {
        super.rewind();
        return this;
    }

    public ByteBuffer compact() {
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
        if (!(ob instanceof ByteBuffer)) {
            return false;
        }
        ByteBuffer that = (ByteBuffer) ob;
        return remaining() == that.remaining() && mismatch(that) < 0;
    }

    private static int compare(byte a, byte b) {
        return Byte.compare(a, b);
    }

    @Override
    public int compareTo(ByteBuffer that) {
        int i = mismatch(that);
        if (i >= 0 && i < remaining() && i < that.remaining()) {
            return compare(at(position + i), that.at(that.position + i));
        }
        return remaining() - that.remaining();
    }

    public int mismatch(ByteBuffer that) {
        int n = Math.min(remaining(), that.remaining());
        for (int i = 0; i < n; i++) {
            byte x = at(position + i);
            byte y = that.at(that.position + i);
            if (!(x == y)) {
                return i;
            }
        }
        return remaining() == that.remaining() ? -1 : n;
    }

    public final ByteOrder order() {
        return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    public final ByteBuffer order(ByteOrder bo) {
        bigEndian = bo == ByteOrder.BIG_ENDIAN;
        return this;
    }

    public final int alignmentOffset(int index, int unitSize) {
        throw new UnsupportedOperationException("ByteBuffer.alignmentOffset of a heap buffer");
    }

    public final ByteBuffer alignedSlice(int unitSize) {
        throw new UnsupportedOperationException("ByteBuffer.alignedSlice of a heap buffer");
    }

    private char load2(int i) {
        char v = Bytes.getChar(array, offset + i);
        return bigEndian ? Character.reverseBytes(v) : v;
    }

    private int load4(int i) {
        int v = Bytes.getInt(array, offset + i);
        return bigEndian ? Integer.reverseBytes(v) : v;
    }

    private long load8(int i) {
        long v = Bytes.getLong(array, offset + i);
        return bigEndian ? Long.reverseBytes(v) : v;
    }

    private void store2(int i, int v) {
        char x = (char) v;
        Bytes.putChar(array, offset + i, bigEndian ? Character.reverseBytes(x) : x);
    }

    private void store4(int i, int v) {
        Bytes.putInt(array, offset + i, bigEndian ? Integer.reverseBytes(v) : v);
    }

    private void store8(int i, long v) {
        Bytes.putLong(array, offset + i, bigEndian ? Long.reverseBytes(v) : v);
    }

    public char getChar() {
        return (char) load2(nextGet(2));
    }

    public ByteBuffer putChar(char x) {
        store2(nextPut(2), x);
        return this;
    }

    public char getChar(int index) {
        return (char) load2(checkGet(index, 2));
    }

    public ByteBuffer putChar(int index, char x) {
        store2(checkPut(index, 2), x);
        return this;
    }

    public CharBuffer asCharBuffer() {
        int n = remaining() >> 1;
        ByteBuffer all = new ByteBuffer(array, offset, 0, capacity, capacity, readOnly).order(order());
        return new CharBuffer(null, position, all, null, 0, n, n, readOnly);
    }

    public short getShort() {
        return (short) load2(nextGet(2));
    }

    public ByteBuffer putShort(short x) {
        store2(nextPut(2), x);
        return this;
    }

    public short getShort(int index) {
        return (short) load2(checkGet(index, 2));
    }

    public ByteBuffer putShort(int index, short x) {
        store2(checkPut(index, 2), x);
        return this;
    }

    public ShortBuffer asShortBuffer() {
        int n = remaining() >> 1;
        ByteBuffer all = new ByteBuffer(array, offset, 0, capacity, capacity, readOnly).order(order());
        return new ShortBuffer(null, position, all, 0, n, n, readOnly);
    }

    public int getInt() {
        return load4(nextGet(4));
    }

    public ByteBuffer putInt(int x) {
        store4(nextPut(4), x);
        return this;
    }

    public int getInt(int index) {
        return load4(checkGet(index, 4));
    }

    public ByteBuffer putInt(int index, int x) {
        store4(checkPut(index, 4), x);
        return this;
    }

    public IntBuffer asIntBuffer() {
        int n = remaining() >> 2;
        ByteBuffer all = new ByteBuffer(array, offset, 0, capacity, capacity, readOnly).order(order());
        return new IntBuffer(null, position, all, 0, n, n, readOnly);
    }

    public long getLong() {
        return load8(nextGet(8));
    }

    public ByteBuffer putLong(long x) {
        store8(nextPut(8), x);
        return this;
    }

    public long getLong(int index) {
        return load8(checkGet(index, 8));
    }

    public ByteBuffer putLong(int index, long x) {
        store8(checkPut(index, 8), x);
        return this;
    }

    public LongBuffer asLongBuffer() {
        int n = remaining() >> 3;
        ByteBuffer all = new ByteBuffer(array, offset, 0, capacity, capacity, readOnly).order(order());
        return new LongBuffer(null, position, all, 0, n, n, readOnly);
    }

    public float getFloat() {
        return Float.intBitsToFloat(load4(nextGet(4)));
    }

    public ByteBuffer putFloat(float x) {
        store4(nextPut(4), Float.floatToRawIntBits(x));
        return this;
    }

    public float getFloat(int index) {
        return Float.intBitsToFloat(load4(checkGet(index, 4)));
    }

    public ByteBuffer putFloat(int index, float x) {
        store4(checkPut(index, 4), Float.floatToRawIntBits(x));
        return this;
    }

    public FloatBuffer asFloatBuffer() {
        int n = remaining() >> 2;
        ByteBuffer all = new ByteBuffer(array, offset, 0, capacity, capacity, readOnly).order(order());
        return new FloatBuffer(null, position, all, 0, n, n, readOnly);
    }

    public double getDouble() {
        return Double.longBitsToDouble(load8(nextGet(8)));
    }

    public ByteBuffer putDouble(double x) {
        store8(nextPut(8), Double.doubleToRawLongBits(x));
        return this;
    }

    public double getDouble(int index) {
        return Double.longBitsToDouble(load8(checkGet(index, 8)));
    }

    public ByteBuffer putDouble(int index, double x) {
        store8(checkPut(index, 8), Double.doubleToRawLongBits(x));
        return this;
    }

    public DoubleBuffer asDoubleBuffer() {
        int n = remaining() >> 3;
        ByteBuffer all = new ByteBuffer(array, offset, 0, capacity, capacity, readOnly).order(order());
        return new DoubleBuffer(null, position, all, 0, n, n, readOnly);
    }
}
