package rvm.internal.net;

import java.io.IOException;
import java.util.ArrayDeque;
import rvm.internal.HostIO;

/** A pipe that gets a thread out of a poll. Those that are not in use are kept for the next. */
final class Waker {
    private static final int KEPT = 16;
    private static final ArrayDeque<Waker> FREE = new ArrayDeque<>();

    final int fd;
    private final int writer;
    private boolean woken;

    private Waker(int fd, int writer) {
        this.fd = fd;
        this.writer = writer;
    }

    static Waker take() throws IOException {
        synchronized (FREE) {
            Waker w = FREE.pollLast();
            if (w != null) {
                return w;
            }
        }
        int[] ends = new int[2];
        HostIO.check(HostSocket.pipe(ends));
        return new Waker(ends[0], ends[1]);
    }

    synchronized void wake() {
        if (!woken) {
            woken = true;
            HostIO.write(writer, new byte[1], 0, 1);
        }
    }

    /** Forgets that it was woken; whether it was. */
    synchronized boolean clear() {
        boolean was = woken;
        if (was) {
            woken = false;
            HostIO.read(fd, new byte[1], 0, 1);
        }
        return was;
    }

    void release() {
        clear();
        synchronized (FREE) {
            if (FREE.size() < KEPT) {
                FREE.add(this);
                return;
            }
        }
        HostIO.close(fd);
        HostIO.close(writer);
    }
}
