package java.util.concurrent;

import java.util.function.Supplier;

/** A completable future that shows only what a {@link CompletionStage} can do. */
final class MinimalStage<T> extends CompletableFuture<T> {

    MinimalStage(Object r) {
        super(r);
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new MinimalStage<U>(null);
    }

    @Override
    public T get() {
        throw unsupported();
    }

    @Override
    public T get(long timeout, TimeUnit unit) {
        throw unsupported();
    }

    @Override
    public T getNow(T valueIfAbsent) {
        throw unsupported();
    }

    @Override
    public T join() {
        throw unsupported();
    }

    @Override
    public boolean complete(T value) {
        throw unsupported();
    }

    @Override
    public boolean completeExceptionally(Throwable ex) {
        throw unsupported();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        throw unsupported();
    }

    @Override
    public void obtrudeValue(T value) {
        throw unsupported();
    }

    @Override
    public void obtrudeException(Throwable ex) {
        throw unsupported();
    }

    @Override
    public boolean isDone() {
        throw unsupported();
    }

    @Override
    public boolean isCancelled() {
        throw unsupported();
    }

    @Override
    public boolean isCompletedExceptionally() {
        throw unsupported();
    }

    @Override
    public int getNumberOfDependents() {
        throw unsupported();
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        throw unsupported();
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
        throw unsupported();
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        throw unsupported();
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        throw unsupported();
    }

    @Override
    public String toString() {
        Object r = result;
        Throwable x = failure(r);
        String name = getClass().getName() + "@" + Integer.toHexString(hashCode());
        return name + (r == null ? "[Not completed]"
            : x != null ? "[Completed exceptionally: " + x + "]" : "[Completed normally]");
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        Object r = result;
        if (r != null) {
            return new CompletableFuture<T>(relay(r));
        }
        CompletableFuture<T> d = new CompletableFuture<>();
        @SuppressWarnings("unchecked")
        CompletableFuture<Object> dep = (CompletableFuture<Object>) d;
        attach(new Dependent(Dependent.RELAY, dep, this, null, null, null));
        return d;
    }
}
