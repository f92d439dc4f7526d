package java.lang.invoke;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import rvm.internal.Atomics;

/**
 * Atomic changes of variables of all types, as variable handles make them. Values of primitive types travel as bits in a
 * long: sign-extended where they are integral, zero-extended where they are char, boolean, or the bits of a float.
 */
final class Cells {
    static final int ADD = 0;
    static final int OR = 1;
    static final int AND = 2;
    static final int XOR = 3;
    static final int SET = 4;

    static {
        MethodHandles.hide(Cells.class);
    }

    private Cells() {
    }

    // The offset of an instance field, the address of a static one.
    static native long offset(Class<?> declaring, int index);

    // Compares and exchanges that many bytes; what was there. Without an object the offset is an address.
    static native long exchange(Object base, long offset, int size, long expected, long value);

    static native Object exchangeRef(Object base, long offset, Object expected, Object value);

    private static int size(char kind) {
        return kind == 'J' || kind == 'D' ? 8 : kind == 'I' || kind == 'F' ? 4 : kind == 'B' || kind == 'Z' ? 1 : 2;
    }

    /** The bytes of a variable: static ones of small types have whole words. */
    private static int size(Object base, char kind) {
        int size = size(kind);
        return base == null && size < 4 ? 4 : size;
    }

    /** The bits of a value that was read as bytes. */
    private static long normal(char kind, long raw) {
        return kind == 'I' ? (int) raw : kind == 'B' ? (byte) raw : kind == 'S' ? (short) raw : raw;
    }

    static boolean compareAndSet(Object base, long offset, char kind, long expected, long value) {
        return normal(kind, exchange(base, offset, size(base, kind), expected, value)) == expected;
    }

    static long compareAndExchange(Object base, long offset, char kind, long expected, long value) {
        return normal(kind, exchange(base, offset, size(base, kind), expected, value));
    }

    static long update(Object base, long offset, char kind, int op, long operand) {
        int size = size(base, kind);
        long old = 0;
        while (true) {
            long seen = normal(kind, exchange(base, offset, size, old, apply(kind, op, old, operand)));
            if (seen == old) {
                return old;
            }
            old = seen;
        }
    }

    /** Whether bits can be compared: the variable's and the expected ones, both normal. */
    static long apply(char kind, int op, long old, long operand) {
        switch (op) {
            case SET:
                return operand;
            case OR:
                return old | operand;
            case AND:
                return old & operand;
            case XOR:
                return old ^ operand;
            default:
                if (kind == 'F') {
                    float sum = Float.intBitsToFloat((int) old) + Float.intBitsToFloat((int) operand);
                    return Float.floatToRawIntBits(sum) & 0xffffffffL;
                }
                if (kind == 'D') {
                    return Double.doubleToRawLongBits(Double.longBitsToDouble(old) + Double.longBitsToDouble(operand));
                }
                long sum = old + operand;
                return kind == 'C' ? (char) sum : normal(kind, sum);
        }
    }

    static boolean compareAndSetRef(Object base, long offset, Object expected, Object value) {
        return exchangeRef(base, offset, expected, value) == expected;
    }

    static Object getAndSetRef(Object base, long offset, Object value) {
        Object old = null;
        while (true) {
            Object seen = exchangeRef(base, offset, old, value);
            if (seen == old) {
                return old;
            }
            old = seen;
        }
    }

    static void fence() {
        Atomics.fullFence();
    }

    static Object present(Object o) {
        if (o == null) {
            throw new NullPointerException();
        }
        return o;
    }

    /** The value as an element of that array. */
    static Object storable(Object[] array, Object value) {
        if (value != null && !array.getClass().getComponentType().isInstance(value)) {
            throw new ArrayStoreException();
        }
        return value;
    }

    // ---- views of bytes

    private static int limit(Object bytes) {
        return bytes instanceof byte[] ? ((byte[]) bytes).length : ((ByteBuffer) bytes).limit();
    }

    private static int checked(Object bytes, int index, int size, boolean aligned) {
        int length = Math.max(limit(bytes) - size + 1, 0);
        if (index < 0 || index >= length) {
            String text = "Index " + index + " out of bounds for length " + length;
            throw bytes instanceof byte[] ? new ArrayIndexOutOfBoundsException(text)
                    : new IndexOutOfBoundsException(text);
        }
        if (aligned && (index & size - 1) != 0) {
            throw new IllegalStateException("Misaligned access at index: " + index);
        }
        return index;
    }

    private static long read(Object bytes, int index, int size, boolean big) {
        byte[] array = bytes instanceof byte[] ? (byte[]) bytes : null;
        long r = 0;
        for (int i = 0; i < size; i++) {
            int at = index + (big ? i : size - 1 - i);
            r = r << 8 | (array != null ? array[at] : ((ByteBuffer) bytes).get(at)) & 0xff;
        }
        return r;
    }

    private static void write(Object bytes, int index, int size, boolean big, long value) {
        byte[] array = bytes instanceof byte[] ? (byte[]) bytes : null;
        for (int i = 0; i < size; i++) {
            int at = index + (big ? size - 1 - i : i);
            byte b = (byte) (value >> 8 * i);
            if (array != null) {
                array[at] = b;
            } else {
                ((ByteBuffer) bytes).put(at, b);
            }
        }
    }

    private static void writable(Object bytes) {
        if (bytes instanceof ByteBuffer && ((ByteBuffer) bytes).isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
    }

    static long getView(Object bytes, int index, char kind, boolean big, boolean plain) {
        int size = size(kind);
        checked(present(bytes), index, size, !plain);
        if (plain) {
            return normal(kind, read(bytes, index, size, big));
        }
        synchronized (VarHandle.class) {
            return normal(kind, read(bytes, index, size, big));
        }
    }

    static void setView(Object bytes, int index, char kind, boolean big, boolean plain, long value) {
        int size = size(kind);
        writable(present(bytes));
        checked(bytes, index, size, !plain);
        if (plain) {
            write(bytes, index, size, big, value);
            return;
        }
        synchronized (VarHandle.class) {
            write(bytes, index, size, big, value);
        }
    }

    static long exchangeView(Object bytes, int index, char kind, boolean big, long expected, long value) {
        int size = size(kind);
        writable(present(bytes));
        checked(bytes, index, size, true);
        synchronized (VarHandle.class) {
            long old = normal(kind, read(bytes, index, size, big));
            if (old == expected) {
                write(bytes, index, size, big, value);
            }
            return old;
        }
    }

    static boolean replaceView(Object bytes, int index, char kind, boolean big, long expected, long value) {
        return exchangeView(bytes, index, kind, big, expected, value) == expected;
    }

    static long updateView(Object bytes, int index, char kind, boolean big, int op, long operand) {
        int size = size(kind);
        writable(present(bytes));
        checked(bytes, index, size, true);
        synchronized (VarHandle.class) {
            long old = normal(kind, read(bytes, index, size, big));
            write(bytes, index, size, big, apply(kind, op, old, operand));
            return old;
        }
    }
}
