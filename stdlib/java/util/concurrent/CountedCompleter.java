package java.util.concurrent;

import rvm.internal.Atomics;

/** A fork-join task that is complete when a number of others, whose completer it is, are. */
public abstract class CountedCompleter<T> extends ForkJoinTask<T> {
    private static final long PENDING = Atomics.fieldOffset(CountedCompleter.class, "pending");

    final CountedCompleter<?> completer;
    private volatile int pending;

    protected CountedCompleter(CountedCompleter<?> completer, int initialPendingCount) {
        this.completer = completer;
        this.pending = initialPendingCount;
    }

    protected CountedCompleter(CountedCompleter<?> completer) {
        this.completer = completer;
    }

    protected CountedCompleter() {
        this.completer = null;
    }

    public abstract void compute();

    public void onCompletion(CountedCompleter<?> caller) {
    }

    public boolean onExceptionalCompletion(Throwable ex, CountedCompleter<?> caller) {
        return true;
    }

    public final CountedCompleter<?> getCompleter() {
        return completer;
    }

    public final int getPendingCount() {
        return pending;
    }

    public final void setPendingCount(int count) {
        pending = count;
    }

    public final void addToPendingCount(int delta) {
        Atomics.getAndAddInt(this, PENDING, delta);
    }

    public final boolean compareAndSetPendingCount(int expected, int count) {
        return Atomics.compareAndSetInt(this, PENDING, expected, count);
    }

    public final int decrementPendingCountUnlessZero() {
        int c;
        do {
            c = pending;
        } while (c != 0 && !compareAndSetPendingCount(c, c - 1));
        return c;
    }

    public final CountedCompleter<?> getRoot() {
        CountedCompleter<?> a = this;
        while (a.completer != null) {
            a = a.completer;
        }
        return a;
    }

    public final void tryComplete() {
        CountedCompleter<?> a = this;
        CountedCompleter<?> caller = this;
        while (a.decrementPendingCountUnlessZero() == 0) {
            a.onCompletion(caller);
            caller = a;
            a = a.completer;
            if (a == null) {
                caller.quietlyComplete();
                return;
            }
        }
    }

    public final void propagateCompletion() {
        CountedCompleter<?> a = this;
        while (a.decrementPendingCountUnlessZero() == 0) {
            CountedCompleter<?> done = a;
            a = a.completer;
            if (a == null) {
                done.quietlyComplete();
                return;
            }
        }
    }

    public void complete(T rawResult) {
        setRawResult(rawResult);
        onCompletion(this);
        quietlyComplete();
        if (completer != null) {
            completer.tryComplete();
        }
    }

    public final CountedCompleter<?> firstComplete() {
        return decrementPendingCountUnlessZero() == 0 ? this : null;
    }

    public final CountedCompleter<?> nextComplete() {
        if (completer != null) {
            return completer.firstComplete();
        }
        quietlyComplete();
        return null;
    }

    public final void quietlyCompleteRoot() {
        getRoot().quietlyComplete();
    }

    public final void helpComplete(int maxTasks) {
        if (maxTasks > 0) {
            ForkJoinPool.help(this, maxTasks);
        }
    }

    @Override
    void onFailure(Throwable t) {
        CountedCompleter<?> a = this;
        CountedCompleter<?> caller = this;
        while (a.onExceptionalCompletion(t, caller)) {
            caller = a;
            a = a.completer;
            if (a == null || a.isDone()) {
                return;
            }
            a.completeExceptionally(t);
        }
    }

    protected final boolean exec() {
        compute();
        return false;
    }

    public T getRawResult() {
        return null;
    }

    protected void setRawResult(T t) {
    }
}
