package java.util.zip;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Expands what is written. */
public class InflaterOutputStream extends FilterOutputStream {
    protected final Inflater inf;
    protected final byte[] buf;

    private final boolean usesDefaultInflater;
    private boolean closed;

    private InflaterOutputStream(OutputStream out, Inflater inf, int size, boolean own) {
        super(out);
        if (out == null) {
            throw new NullPointerException("Null output");
        }
        if (inf == null) {
            throw new NullPointerException("Null inflater");
        }
        if (size <= 0) {
            throw new IllegalArgumentException("Buffer size < 1");
        }
        this.inf = inf;
        this.buf = new byte[size];
        this.usesDefaultInflater = own;
    }

    public InflaterOutputStream(OutputStream out) {
        this(out, out == null ? null : new Inflater(), 512, true);
    }

    public InflaterOutputStream(OutputStream out, Inflater infl) {
        this(out, infl, 512, false);
    }

    public InflaterOutputStream(OutputStream out, Inflater infl, int bufLen) {
        this(out, infl, bufLen, false);
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            try {
                finish();
            } finally {
                out.close();
                closed = true;
            }
        }
    }

    @Override
    public void flush() throws IOException {
        ensureOpen();
        if (!inf.finished()) {
            try {
                while (!inf.finished() && !inf.needsInput()) {
                    int n = inf.inflate(buf, 0, buf.length);
                    if (n < 1) {
                        break;
                    }
                    out.write(buf, 0, n);
                }
                super.flush();
            } catch (DataFormatException e) {
                throw broken(e);
            }
        }
    }

    private static ZipException broken(DataFormatException e) {
        String s = e.getMessage();
        return new ZipException(s != null ? s : "Invalid ZLIB data format");
    }

    public void finish() throws IOException {
        ensureOpen();
        flush();
        if (usesDefaultInflater) {
            inf.end();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        ensureOpen();
        if (b == null) {
            throw new NullPointerException("Null buffer for read");
        }
        if (off < 0 || len < 0 || len > b.length - off) {
            throw new IndexOutOfBoundsException();
        }
        if (len == 0) {
            return;
        }
        try {
            int at = off;
            int left = len;
            while (true) {
                if (inf.needsInput()) {
                    if (left < 1) {
                        break;
                    }
                    int part = Math.min(left, 512);
                    inf.setInput(b, at, part);
                    at += part;
                    left -= part;
                }
                int n;
                do {
                    n = inf.inflate(buf, 0, buf.length);
                    if (n > 0) {
                        out.write(buf, 0, n);
                    }
                } while (n > 0);
                if (inf.finished()) {
                    break;
                }
                if (inf.needsDictionary()) {
                    throw new ZipException("ZLIB dictionary missing");
                }
            }
        } catch (DataFormatException e) {
            throw broken(e);
        }
    }
}
