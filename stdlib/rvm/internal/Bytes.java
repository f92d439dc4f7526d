package rvm.internal;

/**
 * Several bytes of an array at once, the low one first; an instruction in compiled code. Whoever calls has checked that the array has
 * them all.
 */
public final class Bytes {
    private Bytes() {
    }

    public static native char getChar(byte[] array, int index);

    public static native int getInt(byte[] array, int index);

    public static native long getLong(byte[] array, int index);

    public static native void putChar(byte[] array, int index, char value);

    public static native void putInt(byte[] array, int index, int value);

    public static native void putLong(byte[] array, int index, long value);
}
