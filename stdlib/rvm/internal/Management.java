package rvm.internal;

/** What the machine counts. */
public final class Management {
    private Management() {
    }

    /** Nanoseconds of processor time of the current thread, or (true) only of what it spent in its own code; -1 if they are not known. */
    public static native long threadTime(boolean user);

    public static native long processTime();

    /** Collections so far. */
    public static native long collections();

    /** Classes that are loaded. */
    public static native long classes();
}
