package rvm.internal;

/** Atomic access to fields and array elements, with the ordering of volatile variables; for java.util.concurrent. */
public final class Atomics {
    private Atomics() {
    }

    // What the other methods call the offset of a declared instance field; NoSuchFieldError when there is none.
    public static native long fieldOffset(Class<?> declaring, String name);

    public static native boolean compareAndSetInt(Object o, long offset, int expected, int value);

    public static native int getIntVolatile(Object o, long offset);

    public static native void putIntVolatile(Object o, long offset, int value);

    public static native int getAndSetInt(Object o, long offset, int value);

    public static native int getAndAddInt(Object o, long offset, int delta);

    public static native boolean compareAndSetLong(Object o, long offset, long expected, long value);

    public static native long getLongVolatile(Object o, long offset);

    public static native void putLongVolatile(Object o, long offset, long value);

    public static native long getAndSetLong(Object o, long offset, long value);

    public static native long getAndAddLong(Object o, long offset, long delta);

    public static native boolean compareAndSetRef(Object o, long offset, Object expected, Object value);

    public static native Object getRefVolatile(Object o, long offset);

    public static native void putRefVolatile(Object o, long offset, Object value);

    public static native Object getAndSetRef(Object o, long offset, Object value);

    // Array elements: ArrayIndexOutOfBoundsException, ArrayStoreException as for ordinary access.
    public static native boolean compareAndSetIntAt(int[] array, int index, int expected, int value);

    public static native int getIntAt(int[] array, int index);

    public static native void putIntAt(int[] array, int index, int value);

    public static native int getAndSetIntAt(int[] array, int index, int value);

    public static native int getAndAddIntAt(int[] array, int index, int delta);

    public static native boolean compareAndSetLongAt(long[] array, int index, long expected, long value);

    public static native long getLongAt(long[] array, int index);

    public static native void putLongAt(long[] array, int index, long value);

    public static native long getAndSetLongAt(long[] array, int index, long value);

    public static native long getAndAddLongAt(long[] array, int index, long delta);

    public static native boolean compareAndSetRefAt(Object[] array, int index, Object expected, Object value);

    public static native Object getRefAt(Object[] array, int index);

    public static native void putRefAt(Object[] array, int index, Object value);

    public static native Object getAndSetRefAt(Object[] array, int index, Object value);

    public static native void fullFence();
}
