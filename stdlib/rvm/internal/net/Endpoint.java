package rvm.internal.net;

import java.io.IOException;
import java.util.ArrayList;
import rvm.internal.HostIO;

/**
 * A socket or an end of a pipe, which may be closed while threads wait for it. Operations return a value of 0 or more, the negative of an errno,
 * or one of {@link #CLOSED} and {@link #TIMED_OUT}.
 */
public final class Endpoint {
    public static final int CLOSED = Integer.MIN_VALUE;
    public static final int TIMED_OUT = Integer.MIN_VALUE + 1;

    private static volatile boolean noSix = Boolean.getBoolean("java.net.preferIPv4Stack");

    private final int fd;
    /** Whether its addresses are of IPv6, in which those of IPv4 are embedded. */
    private final boolean six;
    private final boolean pipe;
    private final ArrayList<Waker> waiting = new ArrayList<>(1);
    private int users;
    private boolean closed;

    private Endpoint(int fd, boolean six, boolean pipe) {
        this.fd = fd;
        this.six = six;
        this.pipe = pipe;
    }

    /** A new socket. {@code four}: of IPv4 only. */
    public static Endpoint socket(boolean stream, boolean four) throws IOException {
        if (!four && !noSix) {
            int fd = HostSocket.open(true, stream);
            if (fd >= 0) {
                return new Endpoint(fd, true, false);
            }
            if (fd != -HostSocket.EAFNOSUPPORT) {
                throw NetErrors.of(fd);
            }
            noSix = true;
        }
        return new Endpoint(NetErrors.check(HostSocket.open(false, stream)), false, false);
    }

    /** Whether sockets of IPv6 can be had. */
    public static boolean hasSix() {
        return !noSix;
    }

    /** The end to read from and the end to write to. */
    public static Endpoint[] pipe() throws IOException {
        int[] ends = new int[2];
        NetErrors.check(HostSocket.pipe(ends));
        return new Endpoint[] {new Endpoint(ends[0], false, true), new Endpoint(ends[1], false, true)};
    }

    public boolean isSix() {
        return six;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Begins to use the file: its number, or -1 if it is closed. */
    synchronized int enter() {
        if (closed) {
            return -1;
        }
        users++;
        return fd;
    }

    synchronized void leave() {
        if (--users == 0 && closed) {
            notifyAll();
        }
    }

    /** Lets a waker be woken by {@link #close}; between enter and leave. Whether it is open. */
    synchronized boolean watch(Waker w) {
        if (closed) {
            return false;
        }
        waiting.add(w);
        return true;
    }

    synchronized void unwatch(Waker w) {
        waiting.remove(w);
    }

    /** Waits; between enter and leave. The deadline is of System.nanoTime, 0 for none. */
    private int await(int events, long deadline) throws IOException {
        Waker w = Waker.take();
        try {
            if (!watch(w)) {
                return CLOSED;
            }
            try {
                int[] files = {fd, w.fd};
                int[] wanted = {events, HostSocket.READABLE};
                int[] ready = new int[2];
                int timeout = -1;
                if (deadline != 0) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return TIMED_OUT;
                    }
                    timeout = (int) Math.min((left + 999_999) / 1_000_000, Integer.MAX_VALUE);
                }
                int n = HostSocket.poll(files, wanted, ready, timeout);
                if (isClosed()) {
                    return CLOSED;
                }
                return n == 0 ? TIMED_OUT : Math.min(n, 1);
            } finally {
                unwatch(w);
            }
        } finally {
            w.release();
        }
    }

    /** Closes: who waits is woken, and when nobody uses the file any more it is closed. */
    public void close() throws IOException {
        boolean interrupted = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            for (Waker w : waiting) {
                w.wake();
            }
            while (users > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        int result = HostIO.close(fd);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        HostIO.check(result);
    }

    private static long deadline(int millis) {
        if (millis <= 0) {
            return 0;
        }
        long at = System.nanoTime() + millis * 1_000_000L;
        return at == 0 ? 1 : at;
    }

    /** Receives. {@code from} (or null) gets the sender's name. Without {@code block} may return -EAGAIN; {@code millis} 0 is for ever. */
    public int read(byte[] b, int off, int len, boolean peek, byte[] from, boolean block, int millis) throws IOException {
        if (enter() < 0) {
            return CLOSED;
        }
        try {
            long deadline = deadline(millis);
            while (true) {
                int n = pipe ? HostIO.read(fd, b, off, len) : HostSocket.receive(fd, b, off, len, peek, from);
                if (n != -HostSocket.EAGAIN || !block) {
                    return n;
                }
                int ready = await(HostSocket.READABLE, deadline);
                if (ready < 0) {
                    return ready;
                }
            }
        } finally {
            leave();
        }
    }

    /** Sends once: some or all of the bytes. */
    public int write(byte[] b, int off, int len, byte[] to, int port, int scope, boolean block) throws IOException {
        if (enter() < 0) {
            return CLOSED;
        }
        try {
            while (true) {
                int n = pipe ? HostIO.write(fd, b, off, len) : HostSocket.send(fd, b, off, len, to, port, scope);
                if (n != -HostSocket.EAGAIN || !block) {
                    return n;
                }
                int ready = await(HostSocket.WRITABLE, 0);
                if (ready < 0) {
                    return ready;
                }
            }
        } finally {
            leave();
        }
    }

    /** The socket of a connection that came in, or (with {@code result[0]} for the reason) null. */
    public Endpoint accept(byte[] from, boolean block, int millis, int[] result) throws IOException {
        if (enter() < 0) {
            result[0] = CLOSED;
            return null;
        }
        try {
            long deadline = deadline(millis);
            while (true) {
                int n = HostSocket.accept(fd, from);
                if (n >= 0) {
                    return new Endpoint(n, six, false);
                }
                if (n == -HostSocket.ECONNABORTED) {
                    continue;
                }
                if (n != -HostSocket.EAGAIN || !block) {
                    result[0] = n;
                    return null;
                }
                int ready = await(HostSocket.READABLE, deadline);
                if (ready < 0) {
                    result[0] = ready;
                    return null;
                }
            }
        } finally {
            leave();
        }
    }

    /** Begins to connect: 0 when it is, -EINPROGRESS when it will be. */
    public int connect(byte[] address, int port, int scope) {
        int fd = enter();
        if (fd < 0) {
            return CLOSED;
        }
        try {
            return HostSocket.connect(fd, address, port, scope);
        } finally {
            leave();
        }
    }

    /** Finishes what {@link #connect} has begun: 0 when it is done, -EINPROGRESS when it is not (and we do not block). */
    public int finishConnect(boolean block, int millis) throws IOException {
        int fd = enter();
        if (fd < 0) {
            return CLOSED;
        }
        try {
            int[] ready = new int[1];
            if (block) {
                int n = await(HostSocket.WRITABLE, deadline(millis));
                if (n < 0) {
                    return n;
                }
            } else if (HostSocket.poll(new int[] {fd}, new int[] {HostSocket.WRITABLE}, ready, 0) == 0) {
                return -HostSocket.EINPROGRESS;
            }
            int error = HostSocket.option(fd, HostSocket.SOL_SOCKET, HostSocket.SO_ERROR);
            return error > 0 ? -error : error;
        } finally {
            leave();
        }
    }

    /** Does something short with the file's number: its result, or CLOSED. */
    public int use(Use action) {
        int fd = enter();
        if (fd < 0) {
            return CLOSED;
        }
        try {
            return action.on(fd);
        } finally {
            leave();
        }
    }

    /** Something short that is done with a file. */
    @FunctionalInterface
    public interface Use {
        int on(int fd);
    }
}
