package rvm.internal;

import java.lang.ref.Reference;

/** References that the collector has cleared. */
public final class References {
    private References() {
    }

    // Takes the list of cleared references that have a queue, linked by Reference.discovered; null when it is empty.
    public static native Reference<?> take();

    // Blocks until that list is not empty.
    public static native void await();

    // Does nothing: the argument is alive until here.
    public static void keep(Object o) {
    }
}
