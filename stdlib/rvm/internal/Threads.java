package rvm.internal;

/** Blocking of threads, for locks. */
public final class Threads {
    private Threads() {
    }

    // Waits for this thread's permit and takes it. Absolute: at most until so many milliseconds after the epoch; else for
    // so many nanoseconds, 0 without limit. Returns at once when interrupted (the flag stays); may return for no reason.
    public static native void park(boolean absolute, long time);

    // Gives a thread its permit; nothing when it is null or not alive.
    public static native void unpark(Thread thread);
}
