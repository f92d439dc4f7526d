package java.util.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the compressed form of what the stream below has. */
public class DeflaterInputStream extends FilterInputStream {
    protected final Deflater def;
    protected final byte[] buf;

    private final boolean usesDefaultDeflater;
    private boolean reachedEnd;

    private DeflaterInputStream(InputStream in, Deflater def, int size, boolean own) {
        super(in);
        if (in == null) {
            throw new NullPointerException("Null input");
        }
        if (def == null) {
            throw new NullPointerException("Null deflater");
        }
        if (size < 1) {
            throw new IllegalArgumentException("Buffer size < 1");
        }
        this.def = def;
        this.buf = new byte[size];
        this.usesDefaultDeflater = own;
    }

    public DeflaterInputStream(InputStream in) {
        this(in, in == null ? null : new Deflater(), 512, true);
    }

    public DeflaterInputStream(InputStream in, Deflater defl) {
        this(in, defl, 512, false);
    }

    public DeflaterInputStream(InputStream in, Deflater defl, int bufLen) {
        this(in, defl, bufLen, false);
    }

    private void ensureOpen() throws IOException {
        if (in == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            try {
                if (usesDefaultDeflater) {
                    def.end();
                }
                in.close();
            } finally {
                in = null;
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n <= 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        ensureOpen();
        if (b == null) {
            throw new NullPointerException("Null buffer for read");
        }
        if (off < 0 || len < 0 || len > b.length - off) {
            throw new IndexOutOfBoundsException();
        }
        if (len == 0) {
            return 0;
        }
        int total = 0;
        while (len - total > 0 && !def.finished()) {
            if (def.needsInput()) {
                int n = in.read(buf, 0, buf.length);
                if (n < 0) {
                    def.finish();
                } else if (n > 0) {
                    def.setInput(buf, 0, n);
                }
            }
            total += def.deflate(b, off + total, len - total);
        }
        if (def.finished()) {
            reachedEnd = true;
            if (total == 0) {
                return -1;
            }
        }
        return total;
    }

    @Override
    public long skip(long n) throws IOException {
        if (n < 0) {
            throw new IllegalArgumentException("negative skip length");
        }
        ensureOpen();
        byte[] some = new byte[(int) Math.min(n, 512)];
        long total = 0;
        while (total < n) {
            int k = read(some, 0, (int) Math.min(n - total, some.length));
            if (k <= 0) {
                break;
            }
            total += k;
        }
        return total;
    }

    @Override
    public int available() throws IOException {
        ensureOpen();
        return reachedEnd ? 0 : 1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void mark(int limit) {
    }

    @Override
    public void reset() throws IOException {
        throw new IOException("mark/reset not supported");
    }
}
