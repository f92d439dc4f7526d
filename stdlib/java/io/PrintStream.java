package java.io;

import java.nio.charset.Charset;
import java.util.Formatter;
import java.util.Locale;
import java.util.Objects;

/** Prints values as text; never throws an IOException but remembers that there was one. */
public class PrintStream extends FilterOutputStream implements Appendable, Closeable {
    private final boolean autoFlush;
    private final Charset charset;
    private boolean trouble;
    private boolean closing;

    private PrintStream(boolean autoFlush, Charset charset, OutputStream out) {
        super(out);
        this.autoFlush = autoFlush;
        this.charset = charset;
    }

    public PrintStream(OutputStream out) {
        this(out, false);
    }

    public PrintStream(OutputStream out, boolean autoFlush) {
        this(autoFlush, Charset.defaultCharset(), Objects.requireNonNull(out, "Null output stream"));
    }

    public PrintStream(OutputStream out, boolean autoFlush, String encoding) throws UnsupportedEncodingException {
        this(autoFlush, toCharset(encoding), Objects.requireNonNull(out, "Null output stream"));
    }

    public PrintStream(OutputStream out, boolean autoFlush, Charset charset) {
        this(autoFlush, Objects.requireNonNull(charset), out);
    }

    public PrintStream(String fileName) throws FileNotFoundException {
        this(false, Charset.defaultCharset(), new FileOutputStream(fileName));
    }

    public PrintStream(String fileName, String csn) throws FileNotFoundException, UnsupportedEncodingException {
        this(false, toCharset(csn), new FileOutputStream(fileName));
    }

    public PrintStream(String fileName, Charset charset) throws IOException {
        this(false, Objects.requireNonNull(charset, "charset"), new FileOutputStream(fileName));
    }

    public PrintStream(File file) throws FileNotFoundException {
        this(false, Charset.defaultCharset(), new FileOutputStream(file));
    }

    public PrintStream(File file, String csn) throws FileNotFoundException, UnsupportedEncodingException {
        this(false, toCharset(csn), new FileOutputStream(file));
    }

    public PrintStream(File file, Charset charset) throws IOException {
        this(false, Objects.requireNonNull(charset, "charset"), new FileOutputStream(file));
    }

    private static Charset toCharset(String name) throws UnsupportedEncodingException {
        Objects.requireNonNull(name, "charsetName");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    private void ensureOpen() throws IOException {
        if (out == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void flush() {
        synchronized (this) {
            try {
                ensureOpen();
                out.flush();
            } catch (IOException e) {
                trouble = true;
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            try {
                out.flush();
                out.close();
            } catch (IOException e) {
                trouble = true;
            }
            out = null;
        }
    }

    public boolean checkError() {
        if (out != null) {
            flush();
        }
        if (out instanceof PrintStream) {
            return ((PrintStream) out).checkError();
        }
        return trouble;
    }

    protected void setError() {
        trouble = true;
    }

    protected void clearError() {
        trouble = false;
    }

    private void failed(IOException e) {
        if (e instanceof InterruptedIOException) {
            Thread.currentThread().interrupt();
        } else {
            trouble = true;
        }
    }

    @Override
    public void write(int b) {
        try {
            synchronized (this) {
                ensureOpen();
                out.write(b);
                if (b == '\n' && autoFlush) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void write(byte[] buf, int off, int len) {
        try {
            synchronized (this) {
                ensureOpen();
                out.write(buf, off, len);
                if (autoFlush) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void write(byte[] buf) throws IOException {
        write(buf, 0, buf.length);
    }

    public void writeBytes(byte[] buf) {
        write(buf, 0, buf.length);
    }

    private void text(String s) {
        byte[] bytes = s.getBytes(charset);
        write(bytes, 0, bytes.length);
    }

    /** Text and line end in one piece, so that lines of several threads do not mix. */
    private void line(String s) {
        if (getClass() == PrintStream.class) {
            text(s.concat(System.lineSeparator()));
        } else {
            synchronized (this) {
                print(s);
                newLine();
            }
        }
    }

    private void newLine() {
        text(System.lineSeparator());
    }

    public void print(boolean b) {
        text(b ? "true" : "false");
    }

    public void print(char c) {
        text(String.valueOf(c));
    }

    public void print(int i) {
        text(String.valueOf(i));
    }

    public void print(long l) {
        text(String.valueOf(l));
    }

    public void print(float f) {
        text(String.valueOf(f));
    }

    public void print(double d) {
        text(String.valueOf(d));
    }

    public void print(char[] s) {
        text(new String(s));
    }

    public void print(String s) {
        text(s == null ? "null" : s);
    }

    public void print(Object obj) {
        text(String.valueOf(obj));
    }

    public void println() {
        newLine();
    }

    public void println(boolean x) {
        line(x ? "true" : "false");
    }

    public void println(char x) {
        line(String.valueOf(x));
    }

    public void println(int x) {
        line(String.valueOf(x));
    }

    public void println(long x) {
        line(String.valueOf(x));
    }

    public void println(float x) {
        line(String.valueOf(x));
    }

    public void println(double x) {
        line(String.valueOf(x));
    }

    public void println(char[] x) {
        line(new String(x));
    }

    public void println(String x) {
        line(x == null ? "null" : x);
    }

    public void println(Object x) {
        String s = String.valueOf(x);
        line(s == null ? "null" : s);
    }

    public PrintStream printf(String format, Object... args) {
        return format(format, args);
    }

    public PrintStream printf(Locale l, String format, Object... args) {
        return format(l, format, args);
    }

    public PrintStream format(String format, Object... args) {
        print(new Formatter().format(format, args).toString());
        return this;
    }

    public PrintStream format(Locale l, String format, Object... args) {
        print(new Formatter(l).format(l, format, args).toString());
        return this;
    }

    @Override
    public PrintStream append(CharSequence csq) {
        print(String.valueOf(csq));
        return this;
    }

    @Override
    public PrintStream append(CharSequence csq, int start, int end) {
        CharSequence text = csq == null ? "null" : csq;
        return append(text.subSequence(start, end));
    }

    @Override
    public PrintStream append(char c) {
        print(c);
        return this;
    }
}
