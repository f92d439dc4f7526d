package rvm.internal.nio;

import rvm.internal.Atomics;

/** What an interrupt does to a thread that is in a channel or a selector. */
public final class Interrupts {
    private static final long FIELD = Atomics.fieldOffset(Thread.class, "interruptible");

    private Interrupts() {
    }

    /** From now on an interrupt of the current thread runs this too; null ends it. */
    public static void set(Runnable action) {
        Atomics.putRefVolatile(Thread.currentThread(), FIELD, action);
    }
}
