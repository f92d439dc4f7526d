package java.lang;

import java.util.HashMap;
import java.util.Map;

/** A thread of execution. */
public class Thread implements Runnable {
    public static final int MIN_PRIORITY = 1;
    public static final int NORM_PRIORITY = 5;
    public static final int MAX_PRIORITY = 10;

    private static final int NEW = 0;
    private static final int STARTED = 1;
    private static final int TERMINATED = 2;

    private static int unnamed;
    private static long ids;
    private static volatile UncaughtExceptionHandler defaultHandler;

    // The VM's own record of the running thread.
    private long vmThread;
    private long stackSize;

    private volatile String name;
    private int priority = NORM_PRIORITY;
    private boolean daemon;
    private volatile int status;
    private ThreadGroup group;
    private Runnable target;
    private long id;
    private ClassLoader contextLoader;
    private volatile UncaughtExceptionHandler handler;
    /** What the thread waits for while it is parked; java.util.concurrent.locks.LockSupport sets it. */
    volatile Object parkBlocker;
    /** What an interrupt does beside setting the flag, while the thread is in a channel or selector; rvm.internal.nio.Interrupts sets it. */
    private volatile Runnable interruptible;

    // Belong to ThreadLocal and InheritableThreadLocal.
    ThreadLocal.Table locals;
    ThreadLocal.Table inheritable;

    /** What a thread is doing. */
    public enum State {
        NEW, RUNNABLE, BLOCKED, WAITING, TIMED_WAITING, TERMINATED
    }

    /** Is told of the exception that ended a thread. */
    @FunctionalInterface
    public interface UncaughtExceptionHandler {
        void uncaughtException(Thread t, Throwable e);
    }

    public static native Thread currentThread();

    public static native void yield();

    // Whether the current thread owns the monitor of an object.
    public static native boolean holdsLock(Object obj);

    // Starts a thread of the system, which calls enter(); OutOfMemoryError when there are too many.
    private native void start0();

    private native void interrupt0();

    // Whether this (live) thread is interrupted; may clear the flag.
    private native boolean isInterrupted0(boolean clear);

    // Of a live thread: 0 runs, 1 waits for a monitor, 2 waits, 3 waits for some time.
    private native int state0();

    // The stack of a live thread, as Throwable.backtrace has it, or null.
    private native Object backtrace0();

    private native void setPriority0(int priority);

    // Says that an exception could not be reported; the heap may be full.
    private static native void lastWords0(Throwable e, String thread);

    /** What the VM calls once, with the main thread's object as it was allocated. */
    private static void initMain() {
        Thread t = currentThread();
        t.name = "main";
        t.priority = NORM_PRIORITY;
        t.status = STARTED;
        t.id = ids = 1;
        t.group = ThreadGroup.main();
        t.group.add(t);
    }

    /** What the VM calls in a thread that handles a signal, with the object as it was allocated. */
    private static void initSignal(String name) {
        Thread t = currentThread();
        t.name = name;
        t.priority = MAX_PRIORITY;
        t.daemon = true;
        t.status = STARTED;
        t.id = nextId();
        t.group = ThreadGroup.main();
    }

    /** What the VM calls in a new thread. */
    private void enter() {
        try {
            try {
                run();
            } catch (Throwable e) {
                dispatchUncaught(e);
            }
        } catch (Throwable e) {
            lastWords0(e, name);
        } finally {
            terminate();
            Shutdown.threadEnds(daemon);
        }
    }

    private void terminate() {
        ThreadGroup g = group;
        if (g != null) {
            g.remove(this);
        }
        synchronized (this) {
            status = TERMINATED;
            locals = null;
            inheritable = null;
            target = null;
            notifyAll();
        }
    }

    /** Main has ended, the other threads still run. */
    final void detachMain() {
        terminate();
    }

    final void dispatchUncaught(Throwable e) {
        getUncaughtExceptionHandler().uncaughtException(this, e);
    }

    private static synchronized String nextName() {
        return "Thread-".concat(Integer.toString(unnamed++));
    }

    private static synchronized long nextId() {
        // HotSpot's own threads take the numbers in between.
        ids = ids < 12 ? 12 : ids;
        return ++ids;
    }

    // InterruptedException "sleep interrupted" when interrupted, which clears the flag.
    public static native void sleep(long millis) throws InterruptedException;

    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos > 999999) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        if (nanos > 0 && millis < Long.MAX_VALUE) {
            millis++;
        }
        sleep(millis);
    }

    public static void onSpinWait() {
    }

    @Override
    protected Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException();
    }

    public Thread() {
        this(null, null, nextName(), 0, true);
    }

    public Thread(Runnable target) {
        this(null, target, nextName(), 0, true);
    }

    public Thread(ThreadGroup group, Runnable target) {
        this(group, target, nextName(), 0, true);
    }

    public Thread(String name) {
        this(null, null, name, 0, true);
    }

    public Thread(ThreadGroup group, String name) {
        this(group, null, name, 0, true);
    }

    public Thread(Runnable target, String name) {
        this(null, target, name, 0, true);
    }

    public Thread(ThreadGroup group, Runnable target, String name) {
        this(group, target, name, 0, true);
    }

    public Thread(ThreadGroup group, Runnable target, String name, long stackSize) {
        this(group, target, name, stackSize, true);
    }

    public Thread(ThreadGroup group, Runnable target, String name, long stackSize, boolean inheritThreadLocals) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        Thread parent = currentThread();
        if (group == null) {
            group = parent.getThreadGroup();
            if (group == null) {
                group = ThreadGroup.main();
            }
        }
        group.addUnstarted();
        this.group = group;
        this.name = name;
        this.daemon = parent.daemon;
        this.priority = Math.min(parent.priority, group.getMaxPriority());
        this.target = target;
        this.stackSize = stackSize;
        this.contextLoader = parent.contextLoader;
        if (inheritThreadLocals && parent.inheritable != null) {
            this.inheritable = ThreadLocal.Table.inherit(parent.inheritable);
        }
        this.id = nextId();
    }

    public synchronized void start() {
        if (status != NEW) {
            throw new IllegalThreadStateException();
        }
        group.add(this);
        Shutdown.threadStarts(daemon);
        // The end of a thread works in a full heap, so what it needs of System is made before.
        System.nanoTime();
        status = STARTED;
        boolean started = false;
        try {
            start0();
            started = true;
        } finally {
            if (!started) {
                status = NEW;
                group.failed(this);
                Shutdown.threadEnds(daemon);
            }
        }
    }

    @Override
    public void run() {
        if (target != null) {
            target.run();
        }
    }

    @Deprecated(since = "1.2")
    public final void stop() {
        if (this == currentThread()) {
            throw new ThreadDeath();
        }
        if (status != TERMINATED) {
            throw new UnsupportedOperationException("Thread.stop of another thread");
        }
    }

    public void interrupt() {
        if (status == STARTED) {
            interrupt0();
            Runnable also = interruptible;
            if (also != null) {
                also.run();
            }
        }
    }

    public static boolean interrupted() {
        return currentThread().isInterrupted0(true);
    }

    public boolean isInterrupted() {
        return status == STARTED && isInterrupted0(false);
    }

    public final boolean isAlive() {
        return status == STARTED;
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public final void suspend() {
        if (status == STARTED) {
            throw new UnsupportedOperationException("Thread.suspend");
        }
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public final void resume() {
        // Nobody is suspended.
    }

    public final void setPriority(int newPriority) {
        if (newPriority > MAX_PRIORITY || newPriority < MIN_PRIORITY) {
            throw new IllegalArgumentException();
        }
        ThreadGroup g = group;
        if (g != null) {
            priority = Math.min(newPriority, g.getMaxPriority());
            if (status == STARTED) {
                setPriority0(priority);
            }
        }
    }

    public final int getPriority() {
        return priority;
    }

    public final synchronized void setName(String name) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        this.name = name;
    }

    public final String getName() {
        return name;
    }

    public final ThreadGroup getThreadGroup() {
        return status == TERMINATED ? null : group;
    }

    public static int activeCount() {
        return currentThread().getThreadGroup().activeCount();
    }

    public static int enumerate(Thread[] tarray) {
        return currentThread().getThreadGroup().enumerate(tarray);
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public int countStackFrames() {
        throw new UnsupportedOperationException();
    }

    public final synchronized void join(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (millis == 0) {
            while (isAlive()) {
                wait(0);
            }
            return;
        }
        long start = System.nanoTime();
        long left = millis;
        while (isAlive() && left > 0) {
            wait(left);
            left = millis - (System.nanoTime() - start) / 1000000;
        }
    }

    public final synchronized void join(long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos > 999999) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        join(nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    public final void join() throws InterruptedException {
        join(0);
    }

    public static void dumpStack() {
        new Exception("Stack trace").printStackTrace();
    }

    public final void setDaemon(boolean on) {
        if (isAlive()) {
            throw new IllegalThreadStateException();
        }
        daemon = on;
    }

    public final boolean isDaemon() {
        return daemon;
    }

    @Deprecated(since = "17", forRemoval = true)
    public final void checkAccess() {
    }

    public String toString() {
        ThreadGroup g = getThreadGroup();
        return "Thread[".concat(name).concat(",").concat(Integer.toString(priority)).concat(",")
                .concat(g == null ? "" : g.getName()).concat("]");
    }

    public ClassLoader getContextClassLoader() {
        return contextLoader == null ? ClassLoader.getSystemClassLoader() : contextLoader;
    }

    public void setContextClassLoader(ClassLoader cl) {
        contextLoader = cl;
    }

    public StackTraceElement[] getStackTrace() {
        if (this == currentThread()) {
            return new Exception().getStackTrace();
        }
        if (status != STARTED) {
            return new StackTraceElement[0];
        }
        StackTraceElement[] trace = Throwable.elements(backtrace0());
        for (StackTraceElement e : trace) {
            e.full();
        }
        return trace;
    }

    public static Map<Thread, StackTraceElement[]> getAllStackTraces() {
        ThreadGroup top = ThreadGroup.system();
        Thread[] threads = new Thread[top.activeCount() + 8];
        int n = top.enumerate(threads);
        Map<Thread, StackTraceElement[]> map = new HashMap<Thread, StackTraceElement[]>();
        for (int i = 0; i < n; i++) {
            map.put(threads[i], threads[i].getStackTrace());
        }
        return map;
    }

    public long getId() {
        return id;
    }

    public State getState() {
        if (status != STARTED) {
            return status == NEW ? State.NEW : State.TERMINATED;
        }
        switch (state0()) {
            case 1:
                return State.BLOCKED;
            case 2:
                return State.WAITING;
            case 3:
                return State.TIMED_WAITING;
            default:
                return State.RUNNABLE;
        }
    }

    public static void setDefaultUncaughtExceptionHandler(UncaughtExceptionHandler eh) {
        defaultHandler = eh;
    }

    public static UncaughtExceptionHandler getDefaultUncaughtExceptionHandler() {
        return defaultHandler;
    }

    public UncaughtExceptionHandler getUncaughtExceptionHandler() {
        if (status == TERMINATED) {
            return null;
        }
        return handler != null ? handler : group;
    }

    public void setUncaughtExceptionHandler(UncaughtExceptionHandler eh) {
        handler = eh;
    }
}
