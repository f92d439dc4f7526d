package java.lang;

/** The end of the program: waiting for threads, hooks, uncaught exceptions. */
final class Shutdown {
    private static final Object LOCK = new Object();
    // Threads that the end of main waits for; main itself is not counted.
    private static int running;
    private static Thread[] hooks = new Thread[0];
    private static boolean begun;

    private Shutdown() {
    }

    static void threadStarts(boolean daemon) {
        if (!daemon) {
            synchronized (LOCK) {
                running++;
            }
        }
    }

    static void threadEnds(boolean daemon) {
        if (!daemon) {
            synchronized (LOCK) {
                if (--running == 0) {
                    LOCK.notifyAll();
                }
            }
        }
    }

    static void addHook(Thread hook) {
        synchronized (LOCK) {
            if (begun) {
                throw new IllegalStateException("Shutdown in progress");
            }
            for (int i = 0; i < hooks.length; i++) {
                if (hooks[i] == hook) {
                    throw new IllegalArgumentException("Hook previously registered");
                }
            }
            if (hook.getState() != Thread.State.NEW) {
                throw new IllegalArgumentException("Hook already running");
            }
            Thread[] grown = new Thread[hooks.length + 1];
            System.arraycopy(hooks, 0, grown, 0, hooks.length);
            grown[hooks.length] = hook;
            hooks = grown;
        }
    }

    static boolean removeHook(Thread hook) {
        if (hook == null) {
            throw new NullPointerException();
        }
        synchronized (LOCK) {
            if (begun) {
                throw new IllegalStateException("Shutdown in progress");
            }
            for (int i = 0; i < hooks.length; i++) {
                if (hooks[i] == hook) {
                    Thread[] rest = new Thread[hooks.length - 1];
                    System.arraycopy(hooks, 0, rest, 0, i);
                    System.arraycopy(hooks, i + 1, rest, i, rest.length - i);
                    hooks = rest;
                    return true;
                }
            }
            return false;
        }
    }

    /** What the VM calls when main threw. */
    static void uncaught(Thread thread, Throwable e) {
        thread.dispatchUncaught(e);
    }

    /** What the VM calls when main is done: returns when the process may end. */
    static void finish() {
        Thread.currentThread().detachMain();
        synchronized (LOCK) {
            while (running > 0) {
                try {
                    LOCK.wait();
                } catch (InterruptedException e) {
                    // Nobody is left to be told.
                }
            }
        }
        runHooks();
    }

    static void exit(int status) {
        runHooks();
        halt0(status);
    }

    /** Runs the hooks once; who comes second waits for the end of the process. */
    private static void runHooks() {
        Thread[] list;
        synchronized (LOCK) {
            while (begun) {
                try {
                    LOCK.wait();
                } catch (InterruptedException e) {
                    // As above.
                }
            }
            begun = true;
            list = hooks;
        }
        for (int i = 0; i < list.length; i++) {
            list[i].start();
        }
        for (int i = 0; i < list.length; i++) {
            while (true) {
                try {
                    list[i].join();
                    break;
                } catch (InterruptedException e) {
                    // As above.
                }
            }
        }
    }

    // Leaves the process at once.
    static native void halt0(int status);
}
