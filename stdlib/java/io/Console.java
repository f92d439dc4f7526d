package java.io;

import java.nio.charset.Charset;
import java.util.Formatter;
import rvm.internal.HostIO;

/** The terminal that the program was started from. */
public class Console implements Flushable {
    private static Console only;

    private final Reader in;
    private final PrintWriter out;

    private Console() {
        in = new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in)));
        out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true);
    }

    /** The console, or null if standard input and output are no terminals. */
    static synchronized Console instance() {
        if (only == null && HostIO.isTerminal(0) == 1 && HostIO.isTerminal(1) == 1) {
            only = new Console();
        }
        return only;
    }

    public PrintWriter writer() {
        return out;
    }

    public Reader reader() {
        return in;
    }

    public Console format(String fmt, Object... args) {
        new Formatter(out).format(fmt, args).flush();
        return this;
    }

    public Console printf(String format, Object... args) {
        return format(format, args);
    }

    public String readLine(String fmt, Object... args) {
        synchronized (this) {
            if (!fmt.isEmpty()) {
                out.format(fmt, args);
            }
            out.flush();
            try {
                return ((BufferedReader) in).readLine();
            } catch (IOException e) {
                throw new IOError(e);
            }
        }
    }

    public String readLine() {
        return readLine("");
    }

    public char[] readPassword(String fmt, Object... args) {
        synchronized (this) {
            int on = HostIO.setEcho(0, false);
            try {
                String line = readLine(fmt, args);
                return line == null ? null : line.toCharArray();
            } finally {
                if (on == 1) {
                    HostIO.setEcho(0, true);
                }
                out.println();
            }
        }
    }

    public char[] readPassword() {
        return readPassword("");
    }

    @Override
    public void flush() {
        out.flush();
    }

    public Charset charset() {
        return Charset.defaultCharset();
    }
}
