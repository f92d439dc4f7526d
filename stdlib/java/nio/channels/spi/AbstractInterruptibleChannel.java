package java.nio.channels.spi;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.InterruptibleChannel;
import rvm.internal.nio.Interrupts;

/** Closing, once, also by interrupting a thread that is in an operation. */
public abstract class AbstractInterruptibleChannel implements Channel, InterruptibleChannel {
    private final Object lock = new Object();
    private volatile boolean closed;
    private volatile Thread interrupted;

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

    private void closeFor(Thread t) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            interrupted = t;
            try {
                implCloseChannel();
            } catch (IOException e) {
                // It is closed; what follows says why.
            }
        }
    }

    protected final void begin() {
        Thread me = Thread.currentThread();
        Interrupts.set(() -> closeFor(me));
        if (me.isInterrupted()) {
            closeFor(me);
        }
    }

    protected final void end(boolean completed) throws AsynchronousCloseException {
        Interrupts.set(null);
        Thread t = interrupted;
        if (t != null && t == Thread.currentThread()) {
            interrupted = null;
            throw new ClosedByInterruptException();
        }
        if (!completed && closed) {
            throw new AsynchronousCloseException();
        }
    }
}
