package java.io;

import java.util.Objects;

/** Gathers characters and passes them on in large pieces. */
public class BufferedWriter extends Writer {
    private Writer out;
    private char[] buffer;
    private int count;

    public BufferedWriter(Writer out) {
        this(out, 8192);
    }

    public BufferedWriter(Writer out, int sz) {
        super(out);
        if (sz <= 0) {
            throw new IllegalArgumentException("Buffer size <= 0");
        }
        this.out = out;
        this.buffer = new char[sz];
    }

    private void check() throws IOException {
        if (out == null) {
            throw new IOException("Stream closed");
        }
    }

    private void empty() throws IOException {
        check();
        if (count > 0) {
            out.write(buffer, 0, count);
            count = 0;
        }
    }

    @Override
    public void write(int c) throws IOException {
        synchronized (lock) {
            check();
            if (count >= buffer.length) {
                empty();
            }
            buffer[count++] = (char) c;
        }
    }

    @Override
    public void write(char[] cbuf, int off, int len) throws IOException {
        synchronized (lock) {
            check();
            Objects.checkFromIndexSize(off, len, cbuf.length);
            if (len >= buffer.length) {
                empty();
                out.write(cbuf, off, len);
                return;
            }
            if (len > buffer.length - count) {
                empty();
            }
            System.arraycopy(cbuf, off, buffer, count, len);
            count += len;
        }
    }

    @Override
    public void write(String s, int off, int len) throws IOException {
        synchronized (lock) {
            check();
            int from = off;
            int left = len;
            while (left > 0) {
                if (count >= buffer.length) {
                    empty();
                }
                int n = Math.min(left, buffer.length - count);
                s.getChars(from, from + n, buffer, count);
                from += n;
                count += n;
                left -= n;
            }
        }
    }

    public void newLine() throws IOException {
        write(System.lineSeparator());
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            empty();
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (out == null) {
                return;
            }
            try (Writer w = out) {
                empty();
            } finally {
                out = null;
                buffer = null;
            }
        }
    }
}
