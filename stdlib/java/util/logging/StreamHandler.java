package java.util.logging;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UnsupportedEncodingException;
import java.io.Writer;
import java.util.Objects;

/** Writes records to a stream. */
public class StreamHandler extends Handler {
    private OutputStream output;
    private boolean begun;
    private Writer writer;

    public StreamHandler() {
        configure(Level.INFO, new SimpleFormatter());
    }

    public StreamHandler(OutputStream out, Formatter formatter) {
        configure(Level.INFO, null);
        setFormatter(Objects.requireNonNull(formatter));
        setOutputStream(Objects.requireNonNull(out));
    }

    protected synchronized void setOutputStream(OutputStream out) throws SecurityException {
        Objects.requireNonNull(out);
        finish();
        output = out;
        begun = false;
        writer = writerOf(out);
    }

    private Writer writerOf(OutputStream out) {
        String encoding = getEncoding();
        if (encoding != null) {
            try {
                return new OutputStreamWriter(out, encoding);
            } catch (UnsupportedEncodingException e) {
                throw new Error("Unexpected exception " + e);
            }
        }
        return new OutputStreamWriter(out);
    }

    @Override
    public synchronized void setEncoding(String encoding) throws SecurityException, UnsupportedEncodingException {
        super.setEncoding(encoding);
        if (output != null) {
            flush();
            writer = writerOf(output);
        }
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        String text;
        try {
            text = getFormatter().format(record);
        } catch (Exception e) {
            reportError(null, e, ErrorManager.FORMAT_FAILURE);
            return;
        }
        try {
            if (!begun) {
                writer.write(getFormatter().getHead(this));
                begun = true;
            }
            writer.write(text);
        } catch (Exception e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        return writer != null && record != null && super.isLoggable(record);
    }

    @Override
    public synchronized void flush() {
        if (writer != null) {
            try {
                writer.flush();
            } catch (Exception e) {
                reportError(null, e, ErrorManager.FLUSH_FAILURE);
            }
        }
    }

    /** Ends the stream that was written so far. */
    final synchronized void finish() throws SecurityException {
        if (writer == null) {
            return;
        }
        try {
            if (!begun) {
                writer.write(getFormatter().getHead(this));
                begun = true;
            }
            writer.write(getFormatter().getTail(this));
            writer.flush();
            writer.close();
        } catch (Exception e) {
            reportError(null, e, ErrorManager.CLOSE_FAILURE);
        }
        writer = null;
        output = null;
    }

    @Override
    public synchronized void close() throws SecurityException {
        finish();
    }
}
