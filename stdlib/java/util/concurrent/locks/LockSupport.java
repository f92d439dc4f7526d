package java.util.concurrent.locks;

import rvm.internal.Atomics;
import rvm.internal.Threads;

/** Blocks threads until each is given its permit. */
public class LockSupport {
    private static final long BLOCKER = Atomics.fieldOffset(Thread.class, "parkBlocker");

    private LockSupport() {
    }

    private static void setBlocker(Thread t, Object blocker) {
        Atomics.putRefVolatile(t, BLOCKER, blocker);
    }

    public static void setCurrentBlocker(Object blocker) {
        setBlocker(Thread.currentThread(), blocker);
    }

    public static void unpark(Thread thread) {
        if (thread != null) {
            Threads.unpark(thread);
        }
    }

    public static void park(Object blocker) {
        Thread t = Thread.currentThread();
        setBlocker(t, blocker);
        Threads.park(false, 0);
        setBlocker(t, null);
    }

    public static void parkNanos(Object blocker, long nanos) {
        if (nanos > 0) {
            Thread t = Thread.currentThread();
            setBlocker(t, blocker);
            Threads.park(false, nanos);
            setBlocker(t, null);
        }
    }

    public static void parkUntil(Object blocker, long deadline) {
        Thread t = Thread.currentThread();
        setBlocker(t, blocker);
        Threads.park(true, deadline);
        setBlocker(t, null);
    }

    public static Object getBlocker(Thread t) {
        if (t == null) {
            throw new NullPointerException();
        }
        return Atomics.getRefVolatile(t, BLOCKER);
    }

    public static void park() {
        Threads.park(false, 0);
    }

    public static void parkNanos(long nanos) {
        if (nanos > 0) {
            Threads.park(false, nanos);
        }
    }

    public static void parkUntil(long deadline) {
        Threads.park(true, deadline);
    }
}
