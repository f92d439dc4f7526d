package java.util.zip;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;
import rvm.internal.Zlib;

/** Compresses with the zlib library's algorithm. */
public class Deflater {
    public static final int DEFLATED = 8;
    public static final int NO_COMPRESSION = 0;
    public static final int BEST_SPEED = 1;
    public static final int BEST_COMPRESSION = 9;
    public static final int DEFAULT_COMPRESSION = -1;
    public static final int FILTERED = 1;
    public static final int HUFFMAN_ONLY = 2;
    public static final int DEFAULT_STRATEGY = 0;
    public static final int NO_FLUSH = 0;
    public static final int SYNC_FLUSH = 2;
    public static final int FULL_FLUSH = 3;

    private static final int FINISH = 4;
    private static final byte[] NONE = {};

    private final ZipStream stream;
    private int level;
    private int strategy;
    private boolean paramsChanged;
    private byte[] input = NONE;
    private int inputAt;
    private int inputEnd;
    private ByteBuffer inputBuffer;
    private boolean finish;
    private boolean finished;
    private long bytesRead;
    private long bytesWritten;

    public Deflater(int level, boolean nowrap) {
        if (level < -1 || level > 9) {
            throw new IllegalArgumentException();
        }
        this.level = level;
        stream = new ZipStream(this, Zlib.openDeflate(level, DEFAULT_STRATEGY, nowrap));
    }

    public Deflater(int level) {
        this(level, false);
    }

    public Deflater() {
        this(DEFAULT_COMPRESSION, false);
    }

    private long open() {
        long n = stream.number();
        if (n == 0) {
            throw new NullPointerException("Deflater has been closed");
        }
        return n;
    }

    public void setInput(byte[] input, int off, int len) {
        if (off < 0 || len < 0 || off > input.length - len) {
            throw new ArrayIndexOutOfBoundsException();
        }
        synchronized (stream) {
            this.input = input;
            inputAt = off;
            inputEnd = off + len;
            inputBuffer = null;
        }
    }

    public void setInput(byte[] input) {
        setInput(input, 0, input.length);
    }

    public void setInput(ByteBuffer input) {
        Objects.requireNonNull(input);
        synchronized (stream) {
            inputBuffer = input;
            this.input = NONE;
            inputAt = 0;
            inputEnd = 0;
        }
    }

    public void setDictionary(byte[] dictionary, int off, int len) {
        if (off < 0 || len < 0 || off > dictionary.length - len) {
            throw new ArrayIndexOutOfBoundsException();
        }
        synchronized (stream) {
            if (Zlib.dictionary(open(), dictionary, off, len) != Zlib.OK) {
                throw new IllegalArgumentException();
            }
        }
    }

    public void setDictionary(byte[] dictionary) {
        setDictionary(dictionary, 0, dictionary.length);
    }

    public void setDictionary(ByteBuffer dictionary) {
        byte[] b = new byte[dictionary.remaining()];
        dictionary.get(b);
        setDictionary(b, 0, b.length);
    }

    public void setStrategy(int strategy) {
        if (strategy < DEFAULT_STRATEGY || strategy > HUFFMAN_ONLY) {
            throw new IllegalArgumentException();
        }
        synchronized (stream) {
            if (this.strategy != strategy) {
                this.strategy = strategy;
                paramsChanged = true;
            }
        }
    }

    public void setLevel(int level) {
        if (level < -1 || level > 9) {
            throw new IllegalArgumentException("invalid compression level");
        }
        synchronized (stream) {
            if (this.level != level) {
                this.level = level;
                paramsChanged = true;
            }
        }
    }

    public boolean needsInput() {
        synchronized (stream) {
            return inputBuffer == null ? inputAt == inputEnd : !inputBuffer.hasRemaining();
        }
    }

    public void finish() {
        synchronized (stream) {
            finish = true;
        }
    }

    public boolean finished() {
        synchronized (stream) {
            return finished;
        }
    }

    public int deflate(byte[] output, int off, int len) {
        return deflate(output, off, len, NO_FLUSH);
    }

    public int deflate(byte[] output) {
        return deflate(output, 0, output.length, NO_FLUSH);
    }

    public int deflate(ByteBuffer output) {
        return deflate(output, NO_FLUSH);
    }

    public int deflate(byte[] output, int off, int len, int flush) {
        if (off < 0 || len < 0 || off > output.length - len) {
            throw new ArrayIndexOutOfBoundsException();
        }
        if (flush != NO_FLUSH && flush != SYNC_FLUSH && flush != FULL_FLUSH) {
            throw new IllegalArgumentException();
        }
        synchronized (stream) {
            return step(output, off, len, finish ? FINISH : flush);
        }
    }

    public int deflate(ByteBuffer output, int flush) {
        if (output.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        byte[] b = new byte[output.remaining()];
        int n = deflate(b, 0, b.length, flush);
        output.put(b, 0, n);
        return n;
    }

    private int step(byte[] output, int off, int len, int flush) {
        ByteBuffer buffer = inputBuffer;
        byte[] in = input;
        int from = inputAt;
        int to = inputEnd;
        if (buffer != null) {
            in = new byte[buffer.remaining()];
            buffer.duplicate().get(in);
            from = 0;
            to = in.length;
        }
        int[] used = new int[2];
        int params = paramsChanged ? level + 1 | strategy << 8 : -1;
        int code = Zlib.run(open(), in, from, to - from, output, off, len, used, flush, params);
        switch (code) {
            case Zlib.STREAM_END:
                finished = true;
                break;
            case Zlib.OK:
                paramsChanged = false;
                break;
            case Zlib.BUF_ERROR:
                // There was nothing to do, or no room for it.
                break;
            default:
                throw new InternalError("deflate: " + code);
        }
        if (buffer != null) {
            buffer.position(buffer.position() + used[0]);
        } else {
            inputAt = from + used[0];
        }
        bytesRead += used[0];
        bytesWritten += used[1];
        return used[1];
    }

    public int getAdler() {
        synchronized (stream) {
            return Zlib.adler(open());
        }
    }

    public int getTotalIn() {
        return (int) getBytesRead();
    }

    public long getBytesRead() {
        synchronized (stream) {
            open();
            return bytesRead;
        }
    }

    public int getTotalOut() {
        return (int) getBytesWritten();
    }

    public long getBytesWritten() {
        synchronized (stream) {
            open();
            return bytesWritten;
        }
    }

    public void reset() {
        synchronized (stream) {
            Zlib.reset(open());
            finish = false;
            finished = false;
            input = NONE;
            inputAt = 0;
            inputEnd = 0;
            inputBuffer = null;
            bytesRead = 0;
            bytesWritten = 0;
        }
    }

    public void end() {
        synchronized (stream) {
            stream.close();
            input = NONE;
            inputAt = 0;
            inputEnd = 0;
            inputBuffer = null;
        }
    }
}
