package rvm.internal;

/** Deflating and inflating streams of the host, by number, and checksums. */
public final class Zlib {
    public static final int OK = 0;
    public static final int STREAM_END = 1;
    public static final int NEED_DICT = 2;
    public static final int STREAM_ERROR = -2;
    public static final int DATA_ERROR = -3;
    public static final int MEM_ERROR = -4;
    public static final int BUF_ERROR = -5;

    private Zlib() {
    }

    public static native long openDeflate(int level, int strategy, boolean bare);

    public static native long openInflate(boolean bare);

    public static native void close(long stream);

    /**
     * Takes input and makes output; {@code used} gets how much of each. Params of 0 or more (level + 1 and the strategy shifted by 8) change a
     * deflater's parameters, with what output that makes, instead.
     */
    public static native int run(long stream, byte[] in, int inFrom, int inLength, byte[] out, int outFrom, int outLength,
            int[] used, int flush, int params);

    public static native int dictionary(long stream, byte[] b, int from, int length);

    /** What is wrong with the data, or null. */
    public static native String message(long stream);

    public static native int reset(long stream);

    public static native int adler(long stream);

    public static native int crc32(int sum, byte[] b, int from, int length);

    public static native int adler32(int sum, byte[] b, int from, int length);

    public static native int crc32c(int sum, byte[] b, int from, int length);
}
