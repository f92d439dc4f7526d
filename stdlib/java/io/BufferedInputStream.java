package java.io;

/** Reads ahead from another stream, and can go back to a mark. */
public class BufferedInputStream extends FilterInputStream {
    protected volatile byte[] buf;
    protected int count;
    protected int pos;
    protected int markpos = -1;
    protected int marklimit;

    public BufferedInputStream(InputStream in) {
        this(in, 8192);
    }

    public BufferedInputStream(InputStream in, int size) {
        super(in);
        if (size <= 0) {
            throw new IllegalArgumentException("Buffer size <= 0");
        }
        buf = new byte[size];
    }

    private InputStream source() throws IOException {
        InputStream source = in;
        if (source == null) {
            throw new IOException("Stream closed");
        }
        return source;
    }

    private byte[] buffer() throws IOException {
        byte[] buffer = buf;
        if (buffer == null) {
            throw new IOException("Stream closed");
        }
        return buffer;
    }

    /** Reads more behind what is marked; the buffer grows while the mark must be kept. */
    private void fill() throws IOException {
        byte[] b = buffer();
        if (markpos < 0) {
            pos = 0;
        } else if (pos >= b.length) {
            if (markpos > 0) {
                int kept = pos - markpos;
                System.arraycopy(b, markpos, b, 0, kept);
                pos = kept;
                markpos = 0;
            } else if (b.length >= marklimit) {
                markpos = -1;
                pos = 0;
            } else {
                int size = (int) Math.min(Math.min((long) pos * 2, Integer.MAX_VALUE - 8), marklimit);
                byte[] larger = new byte[size];
                System.arraycopy(b, 0, larger, 0, pos);
                buf = larger;
                b = larger;
            }
        }
        count = pos;
        int n = source().read(b, pos, b.length - pos);
        if (n > 0) {
            count = pos + n;
        }
    }

    @Override
    public synchronized int read() throws IOException {
        if (pos >= count) {
            fill();
            if (pos >= count) {
                return -1;
            }
        }
        return buffer()[pos++] & 0xff;
    }

    private int readSome(byte[] b, int off, int len) throws IOException {
        int ready = count - pos;
        if (ready <= 0) {
            if (len >= buffer().length && markpos < 0) {
                return source().read(b, off, len);
            }
            fill();
            ready = count - pos;
            if (ready <= 0) {
                return -1;
            }
        }
        int n = Math.min(ready, len);
        System.arraycopy(buffer(), pos, b, off, n);
        pos += n;
        return n;
    }

    @Override
    public synchronized int read(byte[] b, int off, int len) throws IOException {
        buffer();
        if ((off | len | off + len | b.length - (off + len)) < 0) {
            throw new IndexOutOfBoundsException();
        }
        if (len == 0) {
            return 0;
        }
        int n = 0;
        while (true) {
            int k = readSome(b, off + n, len - n);
            if (k <= 0) {
                return n == 0 ? k : n;
            }
            n += k;
            if (n >= len || in != null && in.available() <= 0) {
                return n;
            }
        }
    }

    @Override
    public synchronized long skip(long n) throws IOException {
        buffer();
        if (n <= 0) {
            return 0;
        }
        long ready = count - pos;
        if (ready <= 0) {
            if (markpos < 0) {
                return source().skip(n);
            }
            fill();
            ready = count - pos;
            if (ready <= 0) {
                return 0;
            }
        }
        long skipped = Math.min(ready, n);
        pos += (int) skipped;
        return skipped;
    }

    @Override
    public synchronized int available() throws IOException {
        int n = count - pos;
        int more = source().available();
        return n > Integer.MAX_VALUE - more ? Integer.MAX_VALUE : n + more;
    }

    @Override
    public synchronized void mark(int readlimit) {
        marklimit = readlimit;
        markpos = pos;
    }

    @Override
    public synchronized void reset() throws IOException {
        buffer();
        if (markpos < 0) {
            throw new IOException("Resetting to invalid mark");
        }
        pos = markpos;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void close() throws IOException {
        buf = null;
        InputStream source = in;
        in = null;
        if (source != null) {
            source.close();
        }
    }
}
