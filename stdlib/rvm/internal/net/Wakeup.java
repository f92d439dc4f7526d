package rvm.internal.net;

import java.io.IOException;

/** What gets a selector out of its poll: it is woken by others and by the closing of what it watches. */
public final class Wakeup {
    private final Waker waker;
    private boolean closed;

    public Wakeup() throws IOException {
        waker = Waker.take();
    }

    public int fd() {
        return waker.fd;
    }

    public synchronized void wake() {
        if (!closed) {
            waker.wake();
        }
    }

    public void clear() {
        waker.clear();
    }

    /** Keeps an endpoint's file from being closed until {@link #unwatch}: its number, or -1 if it is closed already. */
    public int watch(Endpoint end) {
        int fd = end.enter();
        if (fd >= 0 && !end.watch(waker)) {
            end.leave();
            return -1;
        }
        return fd;
    }

    public void unwatch(Endpoint end) {
        end.unwatch(waker);
        end.leave();
    }

    public synchronized void close() {
        if (!closed) {
            closed = true;
            waker.release();
        }
    }
}
