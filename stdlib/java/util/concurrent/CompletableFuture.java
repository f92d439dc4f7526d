package java.util.concurrent;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import rvm.internal.Atomics;

/**
 * A future that can be completed by hand, and to which steps can be attached.
 *
 * <p>{@code result} is null until completion; then the value, or a {@link Failure}, which also stands for the value null.
 * Steps wait in a stack, so that the newest fires first; those of a future that a step completes are moved to the stack of
 * the one that began, so that long chains need no deep recursion.
 */
public class CompletableFuture<T> implements Future<T>, CompletionStage<T> {
    private static final long RESULT = Atomics.fieldOffset(CompletableFuture.class, "result");
    private static final long STACK = Atomics.fieldOffset(CompletableFuture.class, "stack");

    /** Marks tasks that asynchronous methods make. */
    public static interface AsynchronousCompletionTask {
    }

    /** What was thrown; with null inside, the value null. */
    static final class Failure {
        final Throwable ex;

        Failure(Throwable ex) {
            this.ex = ex;
        }
    }

    static final Failure NIL = new Failure(null);

    /** What waits for a completion. */
    abstract static class Completion implements Runnable, AsynchronousCompletionTask {
        volatile Completion next;

        /** Acts if it can; may give a future whose dependents the caller then fires. */
        abstract CompletableFuture<?> tryFire(int mode);

        abstract boolean isLive();

        public final void run() {
            tryFire(ASYNC);
        }
    }

    // How a completion is fired: by who attached or completed, by an executor, or from within postComplete.
    static final int SYNC = 0;
    static final int ASYNC = 1;
    static final int NESTED = -1;

    volatile Object result;
    volatile Completion stack;

    public CompletableFuture() {
    }

    CompletableFuture(Object r) {
        result = r;
    }

    // Results.

    static Object encode(Object value) {
        return value == null ? NIL : value;
    }

    static Failure wrap(Throwable x) {
        return new Failure(x instanceof CompletionException ? x : new CompletionException(x));
    }

    /** The failure x, for which r stands if it is wrapped already. */
    static Object wrap(Throwable x, Object r) {
        return x instanceof CompletionException && r instanceof Failure && ((Failure) r).ex == x ? r : wrap(x);
    }

    static Throwable failure(Object r) {
        return r instanceof Failure ? ((Failure) r).ex : null;
    }

    /** A result as a dependent takes it over. */
    static Object relay(Object r) {
        Throwable x = failure(r);
        return x == null ? r : wrap(x, r);
    }

    final boolean set(Object r) {
        return Atomics.compareAndSetRef(this, RESULT, null, r);
    }

    @SuppressWarnings("unchecked")
    private static <T> T value(Object r) {
        return (T) (r instanceof Failure ? null : r);
    }

    private static <T> T reportGet(Object r) throws ExecutionException {
        Throwable x = failure(r);
        if (x == null) {
            return value(r);
        }
        if (x instanceof CancellationException) {
            throw (CancellationException) x;
        }
        if (x instanceof CompletionException && x.getCause() != null) {
            x = x.getCause();
        }
        throw new ExecutionException(x);
    }

    private static <T> T reportJoin(Object r) {
        Throwable x = failure(r);
        if (x == null) {
            return value(r);
        }
        if (x instanceof CancellationException) {
            throw (CancellationException) x;
        }
        if (x instanceof CompletionException) {
            throw (CompletionException) x;
        }
        throw new CompletionException(x);
    }

    // The stack.

    private boolean tryPush(Completion c) {
        Completion h = stack;
        c.next = h;
        return Atomics.compareAndSetRef(this, STACK, h, c);
    }

    /** Attaches unless complete already; then fires. */
    final void attach(Completion c) {
        while (result == null) {
            if (tryPush(c)) {
                if (result != null) {
                    c.tryFire(SYNC);
                }
                return;
            }
        }
        c.next = null;
        c.tryFire(SYNC);
    }

    /** Fires all that depend on this, and in turn on what these complete. */
    final void postComplete() {
        CompletableFuture<?> f = this;
        while (true) {
            Completion h = f.stack;
            if (h == null) {
                if (f == this) {
                    return;
                }
                f = this;
                continue;
            }
            Completion rest = h.next;
            if (!Atomics.compareAndSetRef(f, STACK, h, rest)) {
                continue;
            }
            if (rest != null && f != this) {
                while (!tryPush(h)) {
                    continue;
                }
                continue;
            }
            h.next = null;
            CompletableFuture<?> d = h.tryFire(NESTED);
            f = d == null ? this : d;
        }
    }

    /** Drops from the top those that have nothing left to do. */
    private void cleanStack() {
        Completion h = stack;
        while (h != null && !h.isLive()) {
            Atomics.compareAndSetRef(this, STACK, h, h.next);
            h = stack;
        }
    }

    /** After a dependent of a fired. */
    static void postFire(CompletableFuture<?> a, int mode) {
        if (a != null && a.stack != null) {
            if (a.result == null) {
                a.cleanStack();
            } else if (mode >= 0) {
                a.postComplete();
            }
        }
    }

    /** After this dependent was completed: its own dependents, unless the caller cares for them. */
    final CompletableFuture<?> postFire(CompletableFuture<?> a, CompletableFuture<?> b, int mode) {
        postFire(b, mode);
        postFire(a, mode);
        if (result != null && stack != null) {
            if (mode < 0) {
                return this;
            }
            postComplete();
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private <R> CompletableFuture<R> stage(int kind, CompletionStage<?> other, Object fn, Executor executor) {
        if (fn == null) {
            throw new NullPointerException();
        }
        CompletableFuture<?> b = null;
        if (kind >= Dependent.FIRST_OF_TWO) {
            b = other.toCompletableFuture();
        }
        CompletableFuture<R> d = (CompletableFuture<R>) newIncompleteFuture();
        Dependent c = new Dependent(kind, (CompletableFuture<Object>) d, this, b, fn, executor);
        if (c.isReady()) {
            c.tryFire(SYNC);
        } else if (b == null) {
            attach(c);
        } else {
            c.attachToBoth();
        }
        return d;
    }

    // Waiting.

    private static final class Signaller extends Completion implements ForkJoinPool.ManagedBlocker {
        private volatile Thread thread = Thread.currentThread();
        private final boolean interruptible;
        private final boolean timed;
        private final long deadline;
        boolean interrupted;

        Signaller(boolean interruptible, boolean timed, long deadline) {
            this.interruptible = interruptible;
            this.timed = timed;
            this.deadline = deadline;
        }

        CompletableFuture<?> tryFire(int mode) {
            Thread w = thread;
            if (w != null) {
                thread = null;
                LockSupport.unpark(w);
            }
            return null;
        }

        boolean isLive() {
            return thread != null;
        }

        void giveUp() {
            thread = null;
        }

        public boolean isReleasable() {
            if (Thread.interrupted()) {
                interrupted = true;
            }
            return thread == null || (interrupted && interruptible) || (timed && deadline - System.nanoTime() <= 0);
        }

        public boolean block() {
            while (!isReleasable()) {
                if (timed) {
                    LockSupport.parkNanos(this, deadline - System.nanoTime());
                } else {
                    LockSupport.park(this);
                }
            }
            return true;
        }
    }

    /** The result; null when interrupted, or late. */
    private Object waitFor(boolean interruptible, boolean timed, long deadline) throws InterruptedException {
        Object r = result;
        if (r != null) {
            return r;
        }
        Signaller s = new Signaller(interruptible, timed, deadline);
        attach(s);
        try {
            ForkJoinPool.managedBlock(s);
        } finally {
            s.giveUp();
        }
        r = result;
        if (r == null) {
            cleanStack();
            if (s.interrupted) {
                throw new InterruptedException();
            }
            return null;
        }
        if (s.interrupted) {
            Thread.currentThread().interrupt();
        }
        postComplete();
        return r;
    }

    // Asynchronous starts.

    private static final class ThreadPerTaskExecutor implements Executor {
        public void execute(Runnable r) {
            if (r == null) {
                throw new NullPointerException();
            }
            new Thread(r).start();
        }
    }

    private static final boolean USE_COMMON_POOL = ForkJoinPool.getCommonPoolParallelism() > 1;
    private static final Executor ASYNC_POOL =
        USE_COMMON_POOL ? ForkJoinPool.commonPool() : new ThreadPerTaskExecutor();

    static Executor screen(Executor e) {
        if (!USE_COMMON_POOL && e == ForkJoinPool.commonPool()) {
            return ASYNC_POOL;
        }
        if (e == null) {
            throw new NullPointerException();
        }
        return e;
    }

    private static final class AsyncTask implements Runnable, AsynchronousCompletionTask {
        private final CompletableFuture<?> dep;
        private final Supplier<?> supplier;
        private final Runnable runnable;

        AsyncTask(CompletableFuture<?> dep, Supplier<?> supplier, Runnable runnable) {
            this.dep = dep;
            this.supplier = supplier;
            this.runnable = runnable;
        }

        public void run() {
            if (dep.result == null) {
                try {
                    if (supplier != null) {
                        dep.set(encode(supplier.get()));
                    } else {
                        runnable.run();
                        dep.set(NIL);
                    }
                } catch (Throwable t) {
                    dep.set(wrap(t));
                }
            }
            dep.postComplete();
        }
    }

    private static <U> CompletableFuture<U> start(Supplier<U> supplier, Runnable runnable, Executor e) {
        if (supplier == null && runnable == null) {
            throw new NullPointerException();
        }
        CompletableFuture<U> d = new CompletableFuture<>();
        e.execute(new AsyncTask(d, supplier, runnable));
        return d;
    }

    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
        return start(supplier, null, ASYNC_POOL);
    }

    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier, Executor executor) {
        return start(supplier, null, screen(executor));
    }

    public static CompletableFuture<Void> runAsync(Runnable runnable) {
        return start(null, runnable, ASYNC_POOL);
    }

    public static CompletableFuture<Void> runAsync(Runnable runnable, Executor executor) {
        return start(null, runnable, screen(executor));
    }

    public static <U> CompletableFuture<U> completedFuture(U value) {
        return new CompletableFuture<U>(encode(value));
    }

    // Asking and completing.

    public boolean isDone() {
        return result != null;
    }

    public T get() throws InterruptedException, ExecutionException {
        if (result == null && Thread.interrupted()) {
            throw new InterruptedException();
        }
        return CompletableFuture.<T>reportGet(waitFor(true, false, 0));
    }

    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        long nanos = unit.toNanos(timeout);
        if (result == null && Thread.interrupted()) {
            throw new InterruptedException();
        }
        Object r = result;
        if (r == null && nanos > 0) {
            r = waitFor(true, true, System.nanoTime() + nanos);
        }
        if (r == null) {
            throw new TimeoutException();
        }
        return CompletableFuture.<T>reportGet(r);
    }

    public T join() {
        try {
            return CompletableFuture.<T>reportJoin(waitFor(false, false, 0));
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public T getNow(T valueIfAbsent) {
        Object r = result;
        return r == null ? valueIfAbsent : CompletableFuture.<T>reportJoin(r);
    }

    public boolean complete(T value) {
        boolean done = set(encode(value));
        postComplete();
        return done;
    }

    public boolean completeExceptionally(Throwable ex) {
        if (ex == null) {
            throw new NullPointerException();
        }
        boolean done = set(new Failure(ex));
        postComplete();
        return done;
    }

    public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> fn) {
        return stage(Dependent.APPLY, null, fn, null);
    }

    public <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> fn) {
        return stage(Dependent.APPLY, null, fn, defaultExecutor());
    }

    public <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> fn, Executor executor) {
        return stage(Dependent.APPLY, null, fn, screen(executor));
    }

    public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
        return stage(Dependent.ACCEPT, null, action, null);
    }

    public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action) {
        return stage(Dependent.ACCEPT, null, action, defaultExecutor());
    }

    public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action, Executor executor) {
        return stage(Dependent.ACCEPT, null, action, screen(executor));
    }

    public CompletableFuture<Void> thenRun(Runnable action) {
        return stage(Dependent.RUN, null, action, null);
    }

    public CompletableFuture<Void> thenRunAsync(Runnable action) {
        return stage(Dependent.RUN, null, action, defaultExecutor());
    }

    public CompletableFuture<Void> thenRunAsync(Runnable action, Executor executor) {
        return stage(Dependent.RUN, null, action, screen(executor));
    }

    public <U, V> CompletableFuture<V> thenCombine(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        return stage(Dependent.BI_APPLY, other, fn, null);
    }

    public <U, V> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        return stage(Dependent.BI_APPLY, other, fn, defaultExecutor());
    }

    public <U, V> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn, Executor executor) {
        return stage(Dependent.BI_APPLY, other, fn, screen(executor));
    }

    public <U> CompletableFuture<Void> thenAcceptBoth(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return stage(Dependent.BI_ACCEPT, other, action, null);
    }

    public <U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return stage(Dependent.BI_ACCEPT, other, action, defaultExecutor());
    }

    public <U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action, Executor executor) {
        return stage(Dependent.BI_ACCEPT, other, action, screen(executor));
    }

    public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
        return stage(Dependent.BI_RUN, other, action, null);
    }

    public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action) {
        return stage(Dependent.BI_RUN, other, action, defaultExecutor());
    }

    public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action, Executor executor) {
        return stage(Dependent.BI_RUN, other, action, screen(executor));
    }

    public <U> CompletableFuture<U> applyToEither(CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return stage(Dependent.OR_APPLY, other, fn, null);
    }

    public <U> CompletableFuture<U> applyToEitherAsync(
            CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return stage(Dependent.OR_APPLY, other, fn, defaultExecutor());
    }

    public <U> CompletableFuture<U> applyToEitherAsync(
            CompletionStage<? extends T> other, Function<? super T, U> fn, Executor executor) {
        return stage(Dependent.OR_APPLY, other, fn, screen(executor));
    }

    public CompletableFuture<Void> acceptEither(CompletionStage<? extends T> other, Consumer<? super T> action) {
        return stage(Dependent.OR_ACCEPT, other, action, null);
    }

    public CompletableFuture<Void> acceptEitherAsync(CompletionStage<? extends T> other, Consumer<? super T> action) {
        return stage(Dependent.OR_ACCEPT, other, action, defaultExecutor());
    }

    public CompletableFuture<Void> acceptEitherAsync(
            CompletionStage<? extends T> other, Consumer<? super T> action, Executor executor) {
        return stage(Dependent.OR_ACCEPT, other, action, screen(executor));
    }

    public CompletableFuture<Void> runAfterEither(CompletionStage<?> other, Runnable action) {
        return stage(Dependent.OR_RUN, other, action, null);
    }

    public CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action) {
        return stage(Dependent.OR_RUN, other, action, defaultExecutor());
    }

    public CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action, Executor executor) {
        return stage(Dependent.OR_RUN, other, action, screen(executor));
    }

    public <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> fn) {
        return stage(Dependent.COMPOSE, null, fn, null);
    }

    public <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> fn) {
        return stage(Dependent.COMPOSE, null, fn, defaultExecutor());
    }

    public <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> fn, Executor executor) {
        return stage(Dependent.COMPOSE, null, fn, screen(executor));
    }

    public <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> fn) {
        return stage(Dependent.HANDLE, null, fn, null);
    }

    public <U> CompletableFuture<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> fn) {
        return stage(Dependent.HANDLE, null, fn, defaultExecutor());
    }

    public <U> CompletableFuture<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> fn, Executor executor) {
        return stage(Dependent.HANDLE, null, fn, screen(executor));
    }

    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
        return stage(Dependent.WHEN, null, action, null);
    }

    public CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> action) {
        return stage(Dependent.WHEN, null, action, defaultExecutor());
    }

    public CompletableFuture<T> whenCompleteAsync(
            BiConsumer<? super T, ? super Throwable> action, Executor executor) {
        return stage(Dependent.WHEN, null, action, screen(executor));
    }

    public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> fn) {
        return stage(Dependent.EXCEPTIONALLY, null, fn, null);
    }

    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn) {
        return stage(Dependent.EXCEPTIONALLY, null, fn, defaultExecutor());
    }

    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn, Executor executor) {
        return stage(Dependent.EXCEPTIONALLY, null, fn, screen(executor));
    }

    public CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> fn) {
        return stage(Dependent.EXC_COMPOSE, null, fn, null);
    }

    public CompletableFuture<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> fn) {
        return stage(Dependent.EXC_COMPOSE, null, fn, defaultExecutor());
    }

    public CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends CompletionStage<T>> fn, Executor executor) {
        return stage(Dependent.EXC_COMPOSE, null, fn, screen(executor));
    }

    public CompletableFuture<T> toCompletableFuture() {
        return this;
    }

    // Several at once.

    public static CompletableFuture<Void> allOf(CompletableFuture<?>... cfs) {
        return tree(cfs, 0, cfs.length - 1);
    }

    /** Pairs of pairs: of several failures the one whose place is first counts. */
    private static CompletableFuture<Void> tree(CompletableFuture<?>[] cfs, int lo, int hi) {
        if (lo > hi) {
            return new CompletableFuture<Void>(NIL);
        }
        int mid = (lo + hi) >>> 1;
        CompletableFuture<?> a = lo == mid ? cfs[lo] : tree(cfs, lo, mid);
        CompletableFuture<?> b = lo == hi ? a : hi == mid + 1 ? cfs[hi] : tree(cfs, mid + 1, hi);
        if (a == null || b == null) {
            throw new NullPointerException();
        }
        CompletableFuture<Object> d = new CompletableFuture<>();
        Dependent c = new Dependent(Dependent.BOTH, d, a, b, null, null);
        if (c.isReady()) {
            c.tryFire(SYNC);
        } else {
            c.attachToBoth();
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        CompletableFuture<Void> result = (CompletableFuture<Void>) (CompletableFuture) d;
        return result;
    }

    public static CompletableFuture<Object> anyOf(CompletableFuture<?>... cfs) {
        cfs = cfs.clone();
        for (CompletableFuture<?> cf : cfs) {
            Object r = cf.result;
            if (r != null) {
                return new CompletableFuture<Object>(relay(r));
            }
        }
        CompletableFuture<Object> d = new CompletableFuture<>();
        for (CompletableFuture<?> cf : cfs) {
            cf.attach(new Dependent(Dependent.RELAY, d, cf, null, null, null));
        }
        return d;
    }

    // Control.

    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = result == null && set(new Failure(new CancellationException()));
        postComplete();
        return cancelled || isCancelled();
    }

    public boolean isCancelled() {
        return failure(result) instanceof CancellationException;
    }

    public boolean isCompletedExceptionally() {
        return failure(result) != null;
    }

    public void obtrudeValue(T value) {
        result = encode(value);
        postComplete();
    }

    public void obtrudeException(Throwable ex) {
        if (ex == null) {
            throw new NullPointerException();
        }
        result = new Failure(ex);
        postComplete();
    }

    public int getNumberOfDependents() {
        int n = 0;
        for (Completion p = stack; p != null; p = p.next) {
            n++;
        }
        return n;
    }

    public String toString() {
        Object r = result;
        int count = getNumberOfDependents();
        Throwable x = failure(r);
        return super.toString() + (r == null
            ? count == 0 ? "[Not completed]" : "[Not completed, " + count + " dependents]"
            : x != null ? "[Completed exceptionally: " + x + "]" : "[Completed normally]");
    }

    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<U>();
    }

    public Executor defaultExecutor() {
        return ASYNC_POOL;
    }

    private CompletableFuture<T> relayed(CompletableFuture<T> d) {
        Object r = result;
        if (r != null) {
            d.result = relay(r);
        } else {
            @SuppressWarnings("unchecked")
            CompletableFuture<Object> dep = (CompletableFuture<Object>) d;
            attach(new Dependent(Dependent.RELAY, dep, this, null, null, null));
        }
        return d;
    }

    public CompletableFuture<T> copy() {
        return relayed(this.<T>newIncompleteFuture());
    }

    public CompletionStage<T> minimalCompletionStage() {
        return relayed(new MinimalStage<T>(null));
    }

    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        if (supplier == null || executor == null) {
            throw new NullPointerException();
        }
        executor.execute(new AsyncTask(this, supplier, null));
        return this;
    }

    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
        return completeAsync(supplier, defaultExecutor());
    }

    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        if (unit == null) {
            throw new NullPointerException();
        }
        if (result == null) {
            cancelWhenDone(Delayer.delay(() -> {
                if (!isDone()) {
                    completeExceptionally(new TimeoutException());
                }
            }, timeout, unit));
        }
        return this;
    }

    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        if (unit == null) {
            throw new NullPointerException();
        }
        if (result == null) {
            cancelWhenDone(Delayer.delay(() -> complete(value), timeout, unit));
        }
        return this;
    }

    private void cancelWhenDone(Future<?> alarm) {
        whenComplete((value, ex) -> {
            if (!alarm.isDone()) {
                alarm.cancel(false);
            }
        });
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        if (unit == null || executor == null) {
            throw new NullPointerException();
        }
        return r -> Delayer.delay(() -> executor.execute(r), delay, unit);
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return delayedExecutor(delay, unit, ASYNC_POOL);
    }

    public static <U> CompletionStage<U> completedStage(U value) {
        return new MinimalStage<U>(encode(value));
    }

    public static <U> CompletableFuture<U> failedFuture(Throwable ex) {
        if (ex == null) {
            throw new NullPointerException();
        }
        return new CompletableFuture<U>(new Failure(ex));
    }

    public static <U> CompletionStage<U> failedStage(Throwable ex) {
        if (ex == null) {
            throw new NullPointerException();
        }
        return new MinimalStage<U>(new Failure(ex));
    }

    /** One thread that only starts what is due. */
    private static final class Delayer {
        static final ScheduledThreadPoolExecutor TIMER;

        static {
            TIMER = new ScheduledThreadPoolExecutor(1, r -> {
                Thread t = new Thread(r);
                t.setDaemon(true);
                t.setName("CompletableFutureDelayScheduler");
                return t;
            });
            TIMER.setRemoveOnCancelPolicy(true);
        }

        static ScheduledFuture<?> delay(Runnable command, long delay, TimeUnit unit) {
            return TIMER.schedule(command, delay, unit);
        }
    }
}
