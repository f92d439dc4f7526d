package java.io;

import java.util.Objects;

/** Reads characters from a String. */
public class StringReader extends Reader {
    private String text;
    private final int length;
    private int next;
    private int mark;

    public StringReader(String s) {
        this.length = s.length();
        this.text = s;
    }

    private void check() throws IOException {
        if (text == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            check();
            return next < length ? text.charAt(next++) : -1;
        }
    }

    @Override
    public int read(char[] cbuf, int off, int len) throws IOException {
        synchronized (lock) {
            check();
            Objects.checkFromIndexSize(off, len, cbuf.length);
            if (len == 0) {
                return 0;
            }
            if (next >= length) {
                return -1;
            }
            int n = Math.min(length - next, len);
            text.getChars(next, next + n, cbuf, off);
            next += n;
            return n;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        synchronized (lock) {
            check();
            if (next >= length) {
                return 0;
            }
            // Backwards too, but not before the beginning.
            long k = Math.max(-next, Math.min(length - next, n));
            next += (int) k;
            return k;
        }
    }

    @Override
    public boolean ready() throws IOException {
        synchronized (lock) {
            check();
            return true;
        }
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int readAheadLimit) throws IOException {
        if (readAheadLimit < 0) {
            throw new IllegalArgumentException("Read-ahead limit < 0");
        }
        synchronized (lock) {
            check();
            mark = next;
        }
    }

    @Override
    public void reset() throws IOException {
        synchronized (lock) {
            check();
            next = mark;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            text = null;
        }
    }
}
