package java.nio.channels.spi;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.InterruptibleChannel;

/** Closing, once. */
public abstract class AbstractInterruptibleChannel implements Channel, InterruptibleChannel {
    private final Object lock = new Object();
    private volatile boolean closed;

    protected AbstractInterruptibleChannel() {
    }

    @Override
    public final void close() throws IOException {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            implCloseChannel();
        }
    }

    protected abstract void implCloseChannel() throws IOException;

    @Override
    public final boolean isOpen() {
        return !closed;
    }

    protected final void begin() {
        if (Thread.currentThread().isInterrupted()) {
            try {
                close();
            } catch (IOException e) {
                // It is closed; what follows says why.
            }
        }
    }

    protected final void end(boolean completed) throws AsynchronousCloseException {
        if (closed && Thread.currentThread().isInterrupted() && !completed) {
            throw new ClosedByInterruptException();
        }
        if (!completed && closed) {
            throw new AsynchronousCloseException();
        }
    }
}
