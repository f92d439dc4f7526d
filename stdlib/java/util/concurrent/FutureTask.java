package java.util.concurrent;

import rvm.internal.Atomics;
import java.util.concurrent.locks.LockSupport;

/** A task that runs once and keeps its result. */
public class FutureTask<V> implements RunnableFuture<V> {
    private static final long STATE = Atomics.fieldOffset(FutureTask.class, "state");
    private static final long RUNNER = Atomics.fieldOffset(FutureTask.class, "runner");
    private static final long WAITERS = Atomics.fieldOffset(FutureTask.class, "waiters");

    private static final int NEW = 0;
    private static final int COMPLETING = 1;
    private static final int NORMAL = 2;
    private static final int EXCEPTIONAL = 3;
    private static final int CANCELLED = 4;
    private static final int INTERRUPTING = 5;
    private static final int INTERRUPTED = 6;

    /** A stack of threads that wait for the result. */
    private static final class Waiter {
        volatile Thread thread = Thread.currentThread();
        Waiter next;
    }

    private volatile int state;
    private Callable<V> callable;
    /** The result or what was thrown; published by {@code state}. */
    private Object outcome;
    private volatile Thread runner;
    private volatile Waiter waiters;

    public FutureTask(Callable<V> callable) {
        if (callable == null) {
            throw new NullPointerException();
        }
        this.callable = callable;
    }

    public FutureTask(Runnable runnable, V result) {
        this.callable = Executors.callable(runnable, result);
    }

    @SuppressWarnings("unchecked")
    private V report(int s) throws ExecutionException {
        if (s == NORMAL) {
            return (V) outcome;
        }
        if (s >= CANCELLED) {
            throw new CancellationException();
        }
        throw new ExecutionException((Throwable) outcome);
    }

    public boolean isCancelled() {
        return state >= CANCELLED;
    }

    public boolean isDone() {
        return state != NEW;
    }

    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!Atomics.compareAndSetInt(this, STATE, NEW, mayInterruptIfRunning ? INTERRUPTING : CANCELLED)) {
            return false;
        }
        if (mayInterruptIfRunning) {
            try {
                Thread t = runner;
                if (t != null) {
                    t.interrupt();
                }
            } finally {
                state = INTERRUPTED;
            }
        }
        finish();
        return true;
    }

    public V get() throws InterruptedException, ExecutionException {
        int s = state;
        return report(s <= COMPLETING ? await(false, 0) : s);
    }

    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (unit == null) {
            throw new NullPointerException();
        }
        int s = state;
        if (s <= COMPLETING) {
            s = await(true, System.nanoTime() + unit.toNanos(timeout));
            if (s <= COMPLETING) {
                throw new TimeoutException();
            }
        }
        return report(s);
    }

    protected void done() {
    }

    protected void set(V v) {
        complete(v, NORMAL);
    }

    protected void setException(Throwable t) {
        complete(t, EXCEPTIONAL);
    }

    private void complete(Object result, int how) {
        if (Atomics.compareAndSetInt(this, STATE, NEW, COMPLETING)) {
            outcome = result;
            state = how;
            finish();
        }
    }

    public void run() {
        if (state != NEW || !Atomics.compareAndSetRef(this, RUNNER, null, Thread.currentThread())) {
            return;
        }
        try {
            Callable<V> c = callable;
            if (c != null && state == NEW) {
                V result = null;
                boolean ran = false;
                try {
                    result = c.call();
                    ran = true;
                } catch (Throwable t) {
                    setException(t);
                }
                if (ran) {
                    set(result);
                }
            }
        } finally {
            runner = null;
            awaitInterrupt();
        }
    }

    protected boolean runAndReset() {
        if (state != NEW || !Atomics.compareAndSetRef(this, RUNNER, null, Thread.currentThread())) {
            return false;
        }
        boolean ran = false;
        try {
            Callable<V> c = callable;
            if (c != null && state == NEW) {
                try {
                    c.call();
                    ran = true;
                } catch (Throwable t) {
                    setException(t);
                }
            }
        } finally {
            runner = null;
            awaitInterrupt();
        }
        return ran && state == NEW;
    }

    /** An interrupt that is on its way is meant for this task: it must not reach the next. */
    private void awaitInterrupt() {
        while (state == INTERRUPTING) {
            Thread.yield();
        }
    }

    private void finish() {
        Waiter q = (Waiter) Atomics.getAndSetRef(this, WAITERS, null);
        while (q != null) {
            Thread t = q.thread;
            if (t != null) {
                q.thread = null;
                LockSupport.unpark(t);
            }
            q = q.next;
        }
        done();
        callable = null;
    }

    private int await(boolean timed, long deadline) throws InterruptedException {
        Waiter q = null;
        try {
            while (true) {
                int s = state;
                if (s > COMPLETING) {
                    return s;
                }
                if (s == COMPLETING) {
                    Thread.yield();
                } else if (Thread.interrupted()) {
                    throw new InterruptedException();
                } else if (timed && deadline - System.nanoTime() <= 0) {
                    return s;
                } else if (q == null) {
                    q = new Waiter();
                    do {
                        q.next = waiters;
                    } while (!Atomics.compareAndSetRef(this, WAITERS, q.next, q));
                } else if (timed) {
                    LockSupport.parkNanos(this, deadline - System.nanoTime());
                } else {
                    LockSupport.park(this);
                }
            }
        } finally {
            if (q != null) {
                q.thread = null;
                if (state <= COMPLETING) {
                    dropGone();
                }
            }
        }
    }

    /** Takes those that gave up out of the stack, so that asking again and again does not fill the heap. */
    private void dropGone() {
        synchronized (Waiter.class) {
            for (Waiter top; (top = waiters) != null && top.thread == null; ) {
                Atomics.compareAndSetRef(this, WAITERS, top, top.next);
            }
            for (Waiter w = waiters; w != null; w = w.next) {
                while (w.next != null && w.next.thread == null) {
                    w.next = w.next.next;
                }
            }
        }
    }

    public String toString() {
        String status;
        switch (state) {
            case NORMAL:
                status = "[Completed normally]";
                break;
            case EXCEPTIONAL:
                status = "[Completed exceptionally: " + outcome + "]";
                break;
            case CANCELLED:
            case INTERRUPTING:
            case INTERRUPTED:
                status = "[Cancelled]";
                break;
            default:
                Callable<?> c = callable;
                status = c == null ? "[Not completed]" : "[Not completed, task = " + c + "]";
                break;
        }
        return super.toString() + status;
    }
}
