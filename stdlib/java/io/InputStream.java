package java.io;

import java.util.Arrays;
import java.util.Objects;

/** A source of bytes. */
public abstract class InputStream implements Closeable {
    private static final int CHUNK = 8192;

    public InputStream() {
    }

    public static InputStream nullInputStream() {
        return new InputStream() {
            private volatile boolean closed;

            private void check() throws IOException {
                if (closed) {
                    throw new IOException("Stream closed");
                }
            }

            @Override
            public int available() throws IOException {
                check();
                return 0;
            }

            @Override
            public int read() throws IOException {
                check();
                return -1;
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                Objects.checkFromIndexSize(off, len, b.length);
                if (len == 0) {
                    return 0;
                }
                check();
                return -1;
            }

            @Override
            public long skip(long n) throws IOException {
                check();
                return 0;
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    public abstract int read() throws IOException;

    public int read(byte[] b) throws IOException {
        return read(b, 0, b.length);
    }

    public int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        int c = read();
        if (c == -1) {
            return -1;
        }
        b[off] = (byte) c;
        int i = 1;
        try {
            for (; i < len; i++) {
                c = read();
                if (c == -1) {
                    break;
                }
                b[off + i] = (byte) c;
            }
        } catch (IOException e) {
            // What was read before counts; the failure shows at the next read.
        }
        return i;
    }

    public byte[] readAllBytes() throws IOException {
        return readNBytes(Integer.MAX_VALUE);
    }

    public byte[] readNBytes(int len) throws IOException {
        if (len < 0) {
            throw new IllegalArgumentException("len < 0");
        }
        byte[] all = new byte[Math.min(len, CHUNK)];
        int total = 0;
        while (total < len) {
            if (total == all.length) {
                if (total >= Integer.MAX_VALUE - 8) {
                    throw new OutOfMemoryError("Required array size too large");
                }
                long more = Math.min((long) total * 2, Math.min(len, Integer.MAX_VALUE - 8));
                all = Arrays.copyOf(all, (int) Math.max(more, total + 1));
            }
            int n = read(all, total, all.length - total);
            if (n < 0) {
                break;
            }
            total += n;
        }
        return total == all.length ? all : Arrays.copyOf(all, total);
    }

    public int readNBytes(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        int n = 0;
        while (n < len) {
            int count = read(b, off + n, len - n);
            if (count < 0) {
                break;
            }
            n += count;
        }
        return n;
    }

    public long skip(long n) throws IOException {
        if (n <= 0) {
            return 0;
        }
        long left = n;
        byte[] waste = new byte[(int) Math.min(2048, left)];
        while (left > 0) {
            int k = read(waste, 0, (int) Math.min(waste.length, left));
            if (k < 0) {
                break;
            }
            left -= k;
        }
        return n - left;
    }

    public void skipNBytes(long n) throws IOException {
        long left = n;
        while (left > 0) {
            long k = skip(left);
            if (k > 0 && k <= left) {
                left -= k;
            } else if (k == 0) {
                if (read() == -1) {
                    throw new EOFException();
                }
                left--;
            } else {
                throw new IOException("Unable to skip exactly");
            }
        }
    }

    public int available() throws IOException {
        return 0;
    }

    @Override
    public void close() throws IOException {
    }

    public synchronized void mark(int readlimit) {
    }

    public synchronized void reset() throws IOException {
        throw new IOException("mark/reset not supported");
    }

    public boolean markSupported() {
        return false;
    }

    public long transferTo(OutputStream out) throws IOException {
        Objects.requireNonNull(out, "out");
        long total = 0;
        byte[] buffer = new byte[CHUNK];
        int n;
        while ((n = read(buffer, 0, CHUNK)) >= 0) {
            out.write(buffer, 0, n);
            total += n;
        }
        return total;
    }
}
