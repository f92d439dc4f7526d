package java.io;

/** Counts the lines that are read. */
public class LineNumberReader extends BufferedReader {
    private int line;
    private int markedLine;
    private boolean afterReturn;
    private boolean markedAfterReturn;

    public LineNumberReader(Reader in) {
        super(in);
    }

    public LineNumberReader(Reader in, int sz) {
        super(in, sz);
    }

    public void setLineNumber(int lineNumber) {
        line = lineNumber;
    }

    public int getLineNumber() {
        return line;
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            int c = super.read();
            if (afterReturn) {
                afterReturn = false;
                if (c == '\n') {
                    c = super.read();
                }
            }
            if (c == '\r') {
                afterReturn = true;
                line++;
                return '\n';
            }
            if (c == '\n') {
                line++;
            }
            return c;
        }
    }

    @Override
    public int read(char[] cbuf, int off, int len) throws IOException {
        synchronized (lock) {
            int n = super.read(cbuf, off, len);
            for (int i = off; i < off + n; i++) {
                char c = cbuf[i];
                if (afterReturn && c == '\n') {
                    afterReturn = false;
                    continue;
                }
                afterReturn = c == '\r';
                if (c == '\r' || c == '\n') {
                    line++;
                }
            }
            return n;
        }
    }

    @Override
    public String readLine() throws IOException {
        synchronized (lock) {
            if (afterReturn) {
                afterReturn = false;
                mark(1);
                if (super.read() != '\n') {
                    reset();
                }
            }
            String s = super.readLine();
            if (s != null) {
                line++;
            }
            return s;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        if (n < 0) {
            throw new IllegalArgumentException("skip() value is negative");
        }
        synchronized (lock) {
            long left = n;
            char[] waste = new char[(int) Math.min(n, 8192)];
            while (left > 0) {
                int k = read(waste, 0, (int) Math.min(left, waste.length));
                if (k == -1) {
                    break;
                }
                left -= k;
            }
            return n - left;
        }
    }

    @Override
    public void mark(int readAheadLimit) throws IOException {
        synchronized (lock) {
            super.mark(readAheadLimit);
            markedLine = line;
            markedAfterReturn = afterReturn;
        }
    }

    @Override
    public void reset() throws IOException {
        synchronized (lock) {
            super.reset();
            line = markedLine;
            afterReturn = markedAfterReturn;
        }
    }
}
