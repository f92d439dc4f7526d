package java.util;

import java.io.Closeable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;

/** Formats arguments after a format string, for the root locale's symbols. */
public final class Formatter implements Closeable, Flushable {
    private Appendable out;
    private final Locale locale;
    private IOException lastException;

    /** How {@link java.math.BigDecimal} values are laid out. */
    public enum BigDecimalLayoutForm {
        SCIENTIFIC,
        DECIMAL_FLOAT
    }

    private Formatter(Locale locale, Appendable out) {
        this.out = out;
        this.locale = locale;
    }

    public Formatter() {
        this(Locale.getDefault(Locale.Category.FORMAT), new StringBuilder());
    }

    public Formatter(Appendable a) {
        this(Locale.getDefault(Locale.Category.FORMAT), a == null ? new StringBuilder() : a);
    }

    public Formatter(Locale l) {
        this(l, new StringBuilder());
    }

    public Formatter(Appendable a, Locale l) {
        this(l, a == null ? new StringBuilder() : a);
    }

    public Formatter(String fileName) throws FileNotFoundException {
        this(Locale.getDefault(Locale.Category.FORMAT), new OutputStreamWriter(new FileOutputStream(fileName)));
    }

    public Formatter(String fileName, String csn) throws FileNotFoundException, UnsupportedEncodingException {
        this(fileName, csn, Locale.getDefault(Locale.Category.FORMAT));
    }

    public Formatter(String fileName, String csn, Locale l) throws FileNotFoundException, UnsupportedEncodingException {
        this(l, new OutputStreamWriter(new FileOutputStream(fileName), csn));
    }

    public Formatter(String fileName, Charset charset, Locale l) throws IOException {
        this(l, new OutputStreamWriter(new FileOutputStream(fileName), charset));
    }

    public Formatter(File file) throws FileNotFoundException {
        this(Locale.getDefault(Locale.Category.FORMAT), new OutputStreamWriter(new FileOutputStream(file)));
    }

    public Formatter(File file, String csn) throws FileNotFoundException, UnsupportedEncodingException {
        this(file, csn, Locale.getDefault(Locale.Category.FORMAT));
    }

    public Formatter(File file, String csn, Locale l) throws FileNotFoundException, UnsupportedEncodingException {
        this(l, new OutputStreamWriter(new FileOutputStream(file), csn));
    }

    public Formatter(File file, Charset charset, Locale l) throws IOException {
        this(l, new OutputStreamWriter(new FileOutputStream(file), charset));
    }

    public Formatter(PrintStream ps) {
        this(Locale.getDefault(Locale.Category.FORMAT), Objects.requireNonNull(ps));
    }

    public Formatter(OutputStream os) {
        this(Locale.getDefault(Locale.Category.FORMAT), new OutputStreamWriter(os));
    }

    public Formatter(OutputStream os, String csn) throws UnsupportedEncodingException {
        this(os, csn, Locale.getDefault(Locale.Category.FORMAT));
    }

    public Formatter(OutputStream os, String csn, Locale l) throws UnsupportedEncodingException {
        this(l, new OutputStreamWriter(os, csn));
    }

    public Formatter(OutputStream os, Charset charset, Locale l) {
        this(l, new OutputStreamWriter(os, charset));
    }

    private void ensureOpen() {
        if (out == null) {
            throw new FormatterClosedException();
        }
    }

    public Locale locale() {
        ensureOpen();
        return locale;
    }

    public Appendable out() {
        ensureOpen();
        return out;
    }

    @Override
    public String toString() {
        ensureOpen();
        return out.toString();
    }

    @Override
    public void flush() {
        ensureOpen();
        if (out instanceof Flushable) {
            try {
                ((Flushable) out).flush();
            } catch (IOException e) {
                lastException = e;
            }
        }
    }

    @Override
    public void close() {
        if (out == null) {
            return;
        }
        try {
            if (out instanceof Closeable) {
                ((Closeable) out).close();
            }
        } catch (IOException e) {
            lastException = e;
        } finally {
            out = null;
        }
    }

    public IOException ioException() {
        return lastException;
    }

    public Formatter format(String format, Object... args) {
        return format(locale, format, args);
    }

    public Formatter format(Locale l, String s, Object... args) {
        ensureOpen();
        StringBuilder sb = out instanceof StringBuilder ? (StringBuilder) out : new StringBuilder();
        FormatSpec spec = new FormatSpec(this, l, sb);
        int last = -1;
        int ordinary = -1;
        int n = s.length();
        int i = 0;
        while (i < n) {
            int percent = s.indexOf('%', i);
            if (percent < 0) {
                sb.append(s, i, n);
                break;
            }
            sb.append(s, i, percent);
            i = spec.parse(s, percent);
            int index = spec.index;
            if (!spec.takesArgument()) {
                spec.print(null);
                continue;
            }
            if (index == FormatSpec.ORDINARY) {
                last = ++ordinary;
            } else if (index == FormatSpec.RELATIVE) {
                if (last < 0) {
                    throw new MissingFormatArgumentException(spec.text());
                }
            } else {
                last = index - 1;
            }
            if (args != null && last >= args.length) {
                throw new MissingFormatArgumentException(spec.text());
            }
            spec.print(args == null ? null : args[last]);
        }
        if (sb != out) {
            try {
                out.append(sb);
            } catch (IOException e) {
                lastException = e;
            }
        }
        return this;
    }
}
