package java.util.logging;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.util.Objects;

/** Takes records from loggers and brings them somewhere. */
public abstract class Handler {
    private Formatter formatter;
    private Filter filter;
    private Level level = Level.ALL;
    private ErrorManager errorManager = new ErrorManager();
    private String encoding;

    protected Handler() {
    }

    /** Sets what the configuration says of this class. */
    final void configure(Level level, Formatter formatter) {
        LogManager manager = LogManager.getLogManager();
        String name = getClass().getName();
        this.level = manager.level(name + ".level", level);
        filter = manager.instance(name + ".filter", Filter.class, null);
        this.formatter = formatter == null ? null : manager.instance(name + ".formatter", Formatter.class, formatter);
        String charset = manager.getProperty(name + ".encoding");
        if (charset != null) {
            try {
                setEncoding(charset.trim());
            } catch (UnsupportedEncodingException e) {
                encoding = null;
            }
        }
    }

    public abstract void publish(LogRecord record);

    public abstract void flush();

    public abstract void close() throws SecurityException;

    public synchronized void setFormatter(Formatter newFormatter) throws SecurityException {
        formatter = Objects.requireNonNull(newFormatter);
    }

    public Formatter getFormatter() {
        return formatter;
    }

    public synchronized void setEncoding(String encoding) throws SecurityException, UnsupportedEncodingException {
        if (encoding != null) {
            try {
                if (!Charset.isSupported(encoding)) {
                    throw new UnsupportedEncodingException(encoding);
                }
            } catch (java.nio.charset.IllegalCharsetNameException e) {
                throw new UnsupportedEncodingException(encoding);
            }
        }
        this.encoding = encoding;
    }

    public String getEncoding() {
        return encoding;
    }

    public synchronized void setFilter(Filter newFilter) throws SecurityException {
        filter = newFilter;
    }

    public Filter getFilter() {
        return filter;
    }

    public synchronized void setErrorManager(ErrorManager em) {
        errorManager = Objects.requireNonNull(em);
    }

    public ErrorManager getErrorManager() {
        return errorManager;
    }

    protected void reportError(String msg, Exception ex, int code) {
        try {
            errorManager.error(msg, ex, code);
        } catch (Exception e) {
            System.err.println("Handler.reportError caught:");
            e.printStackTrace();
        }
    }

    public synchronized void setLevel(Level newLevel) throws SecurityException {
        level = Objects.requireNonNull(newLevel);
    }

    public Level getLevel() {
        return level;
    }

    public boolean isLoggable(LogRecord record) {
        int limit = level.intValue();
        if (record.getLevel().intValue() < limit || limit == Level.OFF.intValue()) {
            return false;
        }
        return filter == null || filter.isLoggable(record);
    }
}
