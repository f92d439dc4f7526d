package java.util.concurrent;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import rvm.internal.Atomics;

/**
 * A task that forks others and joins them. Whoever is the first to run a task claims it: a thread of the pool, or the one
 * that joins it, which then need not wait.
 */
public abstract class ForkJoinTask<V> implements Future<V>, Serializable {
    private static final long STATUS = Atomics.fieldOffset(ForkJoinTask.class, "status");
    private static final long TAG = Atomics.fieldOffset(ForkJoinTask.class, "tag");

    private static final int NEW = 0;
    private static final int CLAIMED = 1;
    private static final int NORMAL = 2;
    private static final int CANCELLED = 3;
    private static final int EXCEPTIONAL = 4;

    private volatile int status;
    private volatile int tag;
    /** A thread waits for the end, or did. */
    private transient volatile boolean awaited;
    private transient Throwable thrown;
    private transient Thread thrower;
    /** Where the task waits, when it was forked or submitted. */
    transient volatile ForkJoinPool pool;

    public ForkJoinTask() {
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable t) throws T {
        throw (T) t;
    }

    private boolean finish(int how) {
        while (true) {
            int s = status;
            if (s >= NORMAL) {
                return false;
            }
            if (Atomics.compareAndSetInt(this, STATUS, s, how)) {
                if (awaited) {
                    synchronized (this) {
                        notifyAll();
                    }
                }
                return true;
            }
        }
    }

    private void fail(Throwable t) {
        synchronized (this) {
            if (status < NORMAL) {
                thrown = t;
                thrower = Thread.currentThread();
                finish(EXCEPTIONAL);
            }
        }
    }

    /** What a completer has to do when a task beneath it failed. */
    void onFailure(Throwable t) {
    }

    /** Runs the task if nobody else does. */
    final void doExec() {
        if (Atomics.compareAndSetInt(this, STATUS, NEW, CLAIMED)) {
            boolean done;
            try {
                done = exec();
            } catch (Throwable t) {
                fail(t);
                onFailure(t);
                return;
            }
            if (done) {
                finish(NORMAL);
            }
        }
    }

    /** Says whether the current thread may run tasks of this one's pool. */
    private boolean mayRunHere() {
        ForkJoinPool p = pool;
        Thread t = Thread.currentThread();
        return p == null || p == ForkJoinPool.common()
            || (t instanceof ForkJoinWorkerThread && ((ForkJoinWorkerThread) t).pool == p);
    }

    private void awaitDone(boolean interruptible, boolean timed, long deadline) throws InterruptedException {
        if (status >= NORMAL) {
            return;
        }
        ForkJoinPool p = pool;
        if (!timed && p != null && status == NEW && mayRunHere()) {
            p.unpush(this);
            doExec();
        }
        if (status < NORMAL && !timed
                && (this instanceof CountedCompleter || (p != null && Thread.currentThread() instanceof ForkJoinWorkerThread))) {
            // It waits for tasks that wait for a thread, perhaps for ours.
            ForkJoinPool.helpUntil(this);
        }
        if (status >= NORMAL) {
            return;
        }
        ForkJoinPool blocked = ForkJoinPool.beginBlocking();
        boolean interrupted = false;
        try {
            synchronized (this) {
                awaited = true;
                while (status < NORMAL) {
                    try {
                        if (!timed) {
                            wait();
                        } else {
                            long left = deadline - System.nanoTime();
                            if (left <= 0) {
                                return;
                            }
                            TimeUnit.NANOSECONDS.timedWait(this, left);
                        }
                    } catch (InterruptedException e) {
                        if (interruptible) {
                            throw e;
                        }
                        interrupted = true;
                    }
                }
            }
        } finally {
            ForkJoinPool.endBlocking(blocked);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the task threw; if another thread did so, then as the cause of an exception of the same class made here. */
    private Throwable exception() {
        if (status == CANCELLED) {
            return new CancellationException();
        }
        Throwable t = thrown;
        if (status != EXCEPTIONAL || t == null) {
            return null;
        }
        if (thrower != Thread.currentThread()) {
            try {
                Constructor<?> plain = null;
                for (Constructor<?> c : t.getClass().getConstructors()) {
                    Class<?>[] types = c.getParameterTypes();
                    if (types.length == 0) {
                        plain = c;
                    } else if (types.length == 1 && types[0] == Throwable.class) {
                        return (Throwable) c.newInstance(t);
                    }
                }
                if (plain != null) {
                    Throwable copy = (Throwable) plain.newInstance();
                    copy.initCause(t);
                    return copy;
                }
            } catch (ReflectiveOperationException | RuntimeException cannotCopy) {
                return t;
            }
        }
        return t;
    }

    private void report() {
        if (status > NORMAL) {
            ForkJoinTask.<RuntimeException>sneak(exception());
        }
    }

    public final ForkJoinTask<V> fork() {
        Thread t = Thread.currentThread();
        if (t instanceof ForkJoinWorkerThread) {
            ((ForkJoinWorkerThread) t).pool.push((ForkJoinWorkerThread) t, this);
        } else {
            ForkJoinPool.commonPool().enqueue(this);
        }
        return this;
    }

    public final V join() {
        quietlyJoin();
        report();
        return getRawResult();
    }

    public final V invoke() {
        quietlyInvoke();
        report();
        return getRawResult();
    }

    public static void invokeAll(ForkJoinTask<?> t1, ForkJoinTask<?> t2) {
        if (t1 == null || t2 == null) {
            throw new NullPointerException();
        }
        t2.fork();
        t1.quietlyInvoke();
        if (t1.status > NORMAL) {
            t2.cancel(false);
            t1.report();
        }
        t2.join();
    }

    public static void invokeAll(ForkJoinTask<?>... tasks) {
        invokeAll(java.util.Arrays.asList(tasks));
    }

    public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
        List<? extends ForkJoinTask<?>> list = tasks instanceof RandomAccess && tasks instanceof List
            ? (List<? extends ForkJoinTask<?>>) tasks : new java.util.ArrayList<ForkJoinTask<?>>(tasks);
        for (int i = list.size() - 1; i > 0; i--) {
            list.get(i).fork();
        }
        ForkJoinTask<?> failed = null;
        for (int i = 0; i < list.size() && failed == null; i++) {
            ForkJoinTask<?> t = list.get(i);
            if (i == 0) {
                t.quietlyInvoke();
            } else {
                t.quietlyJoin();
            }
            if (t.status > NORMAL) {
                failed = t;
            }
        }
        if (failed != null) {
            for (int i = 1; i < list.size(); i++) {
                list.get(i).cancel(false);
            }
            failed.report();
        }
        return tasks;
    }

    public boolean cancel(boolean mayInterruptIfRunning) {
        finish(CANCELLED);
        return isCancelled();
    }

    public final boolean isDone() {
        return status >= NORMAL;
    }

    public final boolean isCancelled() {
        return status == CANCELLED;
    }

    public final boolean isCompletedAbnormally() {
        return status > NORMAL;
    }

    public final boolean isCompletedNormally() {
        return status == NORMAL;
    }

    public final Throwable getException() {
        return status > NORMAL ? exception() : null;
    }

    public void completeExceptionally(Throwable ex) {
        fail(ex instanceof RuntimeException || ex instanceof Error ? ex : new RuntimeException(ex));
    }

    public void complete(V value) {
        try {
            setRawResult(value);
        } catch (Throwable t) {
            fail(t);
            return;
        }
        finish(NORMAL);
    }

    public final void quietlyComplete() {
        finish(NORMAL);
    }

    public final V get() throws InterruptedException, ExecutionException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        awaitDone(true, false, 0);
        return got();
    }

    private V got() throws ExecutionException {
        if (status == CANCELLED) {
            throw new CancellationException();
        }
        if (status == EXCEPTIONAL) {
            throw new ExecutionException(exception());
        }
        return getRawResult();
    }

    public final V get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        awaitDone(true, true, deadline);
        if (status < NORMAL) {
            throw new TimeoutException();
        }
        return got();
    }

    public final void quietlyJoin() {
        try {
            awaitDone(false, false, 0);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public final void quietlyInvoke() {
        doExec();
        quietlyJoin();
    }

    public static void helpQuiesce() {
        Thread t = Thread.currentThread();
        ForkJoinPool p = t instanceof ForkJoinWorkerThread ? ((ForkJoinWorkerThread) t).pool : ForkJoinPool.common();
        if (p != null) {
            p.helpQuiescePool(t instanceof ForkJoinWorkerThread);
        }
    }

    public void reinitialize() {
        thrown = null;
        thrower = null;
        pool = null;
        status = NEW;
    }

    public static ForkJoinPool getPool() {
        Thread t = Thread.currentThread();
        return t instanceof ForkJoinWorkerThread ? ((ForkJoinWorkerThread) t).pool : null;
    }

    public static boolean inForkJoinPool() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread;
    }

    private static ForkJoinPool currentPool() {
        ForkJoinPool p = getPool();
        return p != null ? p : ForkJoinPool.common();
    }

    public boolean tryUnfork() {
        ForkJoinPool p = currentPool();
        return p != null && p.unpush(this);
    }

    public static int getQueuedTaskCount() {
        ForkJoinPool p = currentPool();
        return p == null ? 0 : (int) p.getQueuedTaskCount();
    }

    public static int getSurplusQueuedTaskCount() {
        ForkJoinPool p = getPool();
        return p == null ? 0 : (int) p.getQueuedTaskCount() - p.getPoolSize() + 1;
    }

    public abstract V getRawResult();

    protected abstract void setRawResult(V value);

    protected abstract boolean exec();

    protected static ForkJoinTask<?> peekNextLocalTask() {
        ForkJoinPool p = getPool();
        return p == null ? null : p.peekFork();
    }

    protected static ForkJoinTask<?> pollNextLocalTask() {
        ForkJoinPool p = getPool();
        return p == null ? null : p.pollFork();
    }

    protected static ForkJoinTask<?> pollTask() {
        ForkJoinPool p = getPool();
        return p == null ? null : p.pollAny();
    }

    protected static ForkJoinTask<?> pollSubmission() {
        ForkJoinPool p = getPool();
        return p == null ? null : p.pollSubmission();
    }

    public final short getForkJoinTaskTag() {
        return (short) tag;
    }

    public final short setForkJoinTaskTag(short newValue) {
        return (short) Atomics.getAndSetInt(this, TAG, newValue);
    }

    public final boolean compareAndSetForkJoinTaskTag(short expect, short update) {
        return Atomics.compareAndSetInt(this, TAG, expect, update);
    }

    static final class AdaptedRunnable<T> extends ForkJoinTask<T> implements RunnableFuture<T> {
        private final Runnable runnable;
        private T result;

        AdaptedRunnable(Runnable runnable, T result) {
            if (runnable == null) {
                throw new NullPointerException();
            }
            this.runnable = runnable;
            this.result = result;
        }

        public T getRawResult() {
            return result;
        }

        public void setRawResult(T v) {
            result = v;
        }

        public boolean exec() {
            runnable.run();
            return true;
        }

        public void run() {
            invoke();
        }

        public String toString() {
            return super.toString() + "[Wrapped task = " + runnable + "]";
        }
    }

    static final class AdaptedRunnableAction extends ForkJoinTask<Void> implements RunnableFuture<Void> {
        private final Runnable runnable;

        AdaptedRunnableAction(Runnable runnable) {
            if (runnable == null) {
                throw new NullPointerException();
            }
            this.runnable = runnable;
        }

        public Void getRawResult() {
            return null;
        }

        public void setRawResult(Void v) {
        }

        public boolean exec() {
            runnable.run();
            return true;
        }

        public void run() {
            invoke();
        }

        public String toString() {
            return super.toString() + "[Wrapped task = " + runnable + "]";
        }
    }

    /** For execute: nobody joins it, so what it throws goes to the thread's handler. */
    static final class RunnableExecuteAction extends ForkJoinTask<Void> {
        private final Runnable runnable;

        RunnableExecuteAction(Runnable runnable) {
            if (runnable == null) {
                throw new NullPointerException();
            }
            this.runnable = runnable;
        }

        public Void getRawResult() {
            return null;
        }

        public void setRawResult(Void v) {
        }

        public boolean exec() {
            runnable.run();
            return true;
        }

        @Override
        void onFailure(Throwable t) {
            Thread me = Thread.currentThread();
            Thread.UncaughtExceptionHandler h = me.getUncaughtExceptionHandler();
            if (h != null) {
                h.uncaughtException(me, t);
            }
        }
    }

    static final class AdaptedCallable<T> extends ForkJoinTask<T> implements RunnableFuture<T> {
        private final Callable<? extends T> callable;
        private T result;

        AdaptedCallable(Callable<? extends T> callable) {
            if (callable == null) {
                throw new NullPointerException();
            }
            this.callable = callable;
        }

        public T getRawResult() {
            return result;
        }

        public void setRawResult(T v) {
            result = v;
        }

        public boolean exec() {
            try {
                result = callable.call();
                return true;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new RuntimeException(e);
            }
        }

        public void run() {
            invoke();
        }

        public String toString() {
            return super.toString() + "[Wrapped task = " + callable + "]";
        }
    }

    public static ForkJoinTask<?> adapt(Runnable runnable) {
        return new AdaptedRunnableAction(runnable);
    }

    public static <T> ForkJoinTask<T> adapt(Runnable runnable, T result) {
        return new AdaptedRunnable<T>(runnable, result);
    }

    public static <T> ForkJoinTask<T> adapt(Callable<? extends T> callable) {
        return new AdaptedCallable<T>(callable);
    }
}
