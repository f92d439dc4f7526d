package java.io;

import java.util.Objects;

/** Passes bytes on to another stream. */
public class FilterOutputStream extends OutputStream {
    protected OutputStream out;
    private boolean closed;

    public FilterOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] b) throws IOException {
        write(b, 0, b.length);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        for (int i = 0; i < len; i++) {
            write(b[off + i]);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        Throwable failure = null;
        try {
            flush();
        } catch (Throwable t) {
            failure = t;
            throw t;
        } finally {
            if (failure == null) {
                out.close();
            } else {
                try {
                    out.close();
                } catch (Throwable t) {
                    if (t != failure) {
                        failure.addSuppressed(t);
                    }
                }
            }
        }
    }
}
