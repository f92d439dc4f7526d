package java.util.zip;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;
import rvm.internal.Zlib;

/** Expands what was compressed with the deflate method. */
public class Inflater {
    private static final byte[] NONE = {};
    private static final int PARTIAL_FLUSH = 1;

    private final ZipStream stream;
    private byte[] input = NONE;
    private int inputAt;
    private int inputEnd;
    private ByteBuffer inputBuffer;
    private boolean finished;
    private boolean needsDictionary;
    private long bytesRead;
    private long bytesWritten;

    public Inflater(boolean nowrap) {
        stream = new ZipStream(this, Zlib.openInflate(nowrap));
    }

    public Inflater() {
        this(false);
    }

    private long open() {
        long n = stream.number();
        if (n == 0) {
            throw new NullPointerException("Inflater has been closed");
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
            needsDictionary = false;
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

    public int getRemaining() {
        synchronized (stream) {
            return inputBuffer == null ? inputEnd - inputAt : inputBuffer.remaining();
        }
    }

    public boolean needsInput() {
        return getRemaining() == 0;
    }

    public boolean needsDictionary() {
        synchronized (stream) {
            return needsDictionary;
        }
    }

    public boolean finished() {
        synchronized (stream) {
            return finished;
        }
    }

    public int inflate(byte[] output, int off, int len) throws DataFormatException {
        if (off < 0 || len < 0 || off > output.length - len) {
            throw new ArrayIndexOutOfBoundsException();
        }
        synchronized (stream) {
            return step(output, off, len);
        }
    }

    public int inflate(byte[] output) throws DataFormatException {
        return inflate(output, 0, output.length);
    }

    public int inflate(ByteBuffer output) throws DataFormatException {
        if (output.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        byte[] b = new byte[output.remaining()];
        int n = inflate(b, 0, b.length);
        output.put(b, 0, n);
        return n;
    }

    private int step(byte[] output, int off, int len) throws DataFormatException {
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
        int code = Zlib.run(open(), in, from, to - from, output, off, len, used, PARTIAL_FLUSH, -1);
        if (buffer != null) {
            buffer.position(buffer.position() + used[0]);
        } else {
            inputAt = from + used[0];
        }
        bytesRead += used[0];
        if (code == Zlib.DATA_ERROR) {
            bytesWritten += used[1];
            throw new DataFormatException(Zlib.message(open()));
        }
        bytesWritten += used[1];
        switch (code) {
            case Zlib.STREAM_END:
                finished = true;
                break;
            case Zlib.NEED_DICT:
                needsDictionary = true;
                break;
            case Zlib.OK:
            case Zlib.BUF_ERROR:
                break;
            default:
                throw new InternalError("inflate: " + code);
        }
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
            input = NONE;
            inputAt = 0;
            inputEnd = 0;
            inputBuffer = null;
            finished = false;
            needsDictionary = false;
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
