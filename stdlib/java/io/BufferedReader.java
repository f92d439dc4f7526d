package java.io;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads ahead from another reader; knows lines. */
public class BufferedReader extends Reader {
    private Reader in;
    private char[] buffer;
    private int pos;
    private int count;
    private int mark = -1;
    private int markLimit;
    /** The last character was a carriage return: a line feed that follows belongs to it. */
    private boolean skipLineFeed;
    private boolean markedSkip;

    public BufferedReader(Reader in, int sz) {
        super(in);
        if (sz <= 0) {
            throw new IllegalArgumentException("Buffer size <= 0");
        }
        this.in = in;
        this.buffer = new char[sz];
    }

    public BufferedReader(Reader in) {
        this(in, 8192);
    }

    private void check() throws IOException {
        if (in == null) {
            throw new IOException("Stream closed");
        }
    }

    /** Reads more; false at the end. */
    private boolean fill() throws IOException {
        int kept = 0;
        if (mark >= 0) {
            kept = count - mark;
            if (kept >= markLimit) {
                mark = -1;
                kept = 0;
            } else {
                char[] to = buffer;
                if (kept == buffer.length || markLimit > buffer.length) {
                    to = new char[(int) Math.min(Math.max((long) buffer.length * 2, kept + 1L), Math.max(markLimit, buffer.length))];
                }
                System.arraycopy(buffer, mark, to, 0, kept);
                buffer = to;
                mark = 0;
            }
        }
        pos = kept;
        count = kept;
        int n;
        do {
            n = in.read(buffer, kept, buffer.length - kept);
        } while (n == 0);
        if (n > 0) {
            count = kept + n;
            return true;
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            check();
            while (true) {
                if (pos >= count && !fill()) {
                    return -1;
                }
                char c = buffer[pos++];
                if (skipLineFeed) {
                    skipLineFeed = false;
                    if (c == '\n') {
                        continue;
                    }
                }
                return c;
            }
        }
    }

    private int readSome(char[] cbuf, int off, int len) throws IOException {
        if (pos >= count) {
            if (len >= buffer.length && mark < 0 && !skipLineFeed) {
                return in.read(cbuf, off, len);
            }
            if (!fill()) {
                return -1;
            }
        }
        if (skipLineFeed) {
            skipLineFeed = false;
            if (buffer[pos] == '\n') {
                pos++;
                if (pos >= count && !fill()) {
                    return -1;
                }
            }
        }
        int n = Math.min(len, count - pos);
        System.arraycopy(buffer, pos, cbuf, off, n);
        pos += n;
        return n;
    }

    @Override
    public int read(char[] cbuf, int off, int len) throws IOException {
        synchronized (lock) {
            check();
            Objects.checkFromIndexSize(off, len, cbuf.length);
            if (len == 0) {
                return 0;
            }
            int n = readSome(cbuf, off, len);
            if (n <= 0) {
                return n;
            }
            while (n < len && in.ready()) {
                int k = readSome(cbuf, off + n, len - n);
                if (k <= 0) {
                    break;
                }
                n += k;
            }
            return n;
        }
    }

    public String readLine() throws IOException {
        synchronized (lock) {
            check();
            StringBuilder line = null;
            while (true) {
                if (pos >= count && !fill()) {
                    return line != null && line.length() > 0 ? line.toString() : null;
                }
                if (skipLineFeed) {
                    skipLineFeed = false;
                    if (buffer[pos] == '\n') {
                        pos++;
                        continue;
                    }
                }
                int i = pos;
                char c = 0;
                while (i < count) {
                    c = buffer[i];
                    if (c == '\n' || c == '\r') {
                        break;
                    }
                    i++;
                }
                boolean end = i < count;
                int start = pos;
                pos = i;
                if (end) {
                    pos++;
                    skipLineFeed = c == '\r';
                    if (line == null) {
                        return new String(buffer, start, i - start);
                    }
                    return line.append(buffer, start, i - start).toString();
                }
                if (line == null) {
                    line = new StringBuilder(80);
                }
                line.append(buffer, start, i - start);
            }
        }
    }

    @Override
    public long skip(long n) throws IOException {
        if (n < 0L) {
            throw new IllegalArgumentException("skip value is negative");
        }
        synchronized (lock) {
            check();
            long left = n;
            while (left > 0) {
                if (pos >= count && !fill()) {
                    break;
                }
                if (skipLineFeed) {
                    skipLineFeed = false;
                    if (buffer[pos] == '\n') {
                        pos++;
                    }
                }
                int k = (int) Math.min(left, count - pos);
                pos += k;
                left -= k;
            }
            return n - left;
        }
    }

    @Override
    public boolean ready() throws IOException {
        synchronized (lock) {
            check();
            if (skipLineFeed) {
                if (pos >= count && in.ready()) {
                    fill();
                }
                if (pos < count) {
                    if (buffer[pos] == '\n') {
                        pos++;
                    }
                    skipLineFeed = false;
                }
            }
            return pos < count || in.ready();
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
            markLimit = readAheadLimit;
            mark = pos;
            markedSkip = skipLineFeed;
        }
    }

    @Override
    public void reset() throws IOException {
        synchronized (lock) {
            check();
            if (mark < 0) {
                throw new IOException(markLimit > 0 ? "Mark invalid" : "Stream not marked");
            }
            pos = mark;
            skipLineFeed = markedSkip;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (in == null) {
                return;
            }
            try {
                in.close();
            } finally {
                in = null;
                buffer = null;
            }
        }
    }

    public Stream<String> lines() {
        Iterator<String> lines = new Iterator<String>() {
            private String next;

            @Override
            public boolean hasNext() {
                if (next != null) {
                    return true;
                }
                try {
                    next = readLine();
                    return next != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                String line = next;
                next = null;
                return line;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
