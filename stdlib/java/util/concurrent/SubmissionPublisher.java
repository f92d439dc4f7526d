package java.util.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** A publisher that gives what is submitted to all its subscribers, each through a buffer of its own. */
public class SubmissionPublisher<T> implements Flow.Publisher<T>, AutoCloseable {
    private static final Executor ASYNC_POOL = CompletableFuture.screen(ForkJoinPool.commonPool());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final List<Buffered<T>> clients = new ArrayList<>();
    private final Executor executor;
    private final BiConsumer<? super Flow.Subscriber<? super T>, ? super Throwable> onNextHandler;
    private final int maxBufferCapacity;
    private boolean closed;
    private Throwable closedException;

    public SubmissionPublisher(Executor executor, int maxBufferCapacity,
            BiConsumer<? super Flow.Subscriber<? super T>, ? super Throwable> handler) {
        if (executor == null) {
            throw new NullPointerException();
        }
        if (maxBufferCapacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive");
        }
        this.executor = executor;
        this.onNextHandler = handler;
        this.maxBufferCapacity = maxBufferCapacity >= 1 << 30 ? 1 << 30
            : maxBufferCapacity == 1 ? 1 : Integer.highestOneBit(maxBufferCapacity - 1) << 1;
    }

    public SubmissionPublisher(Executor executor, int maxBufferCapacity) {
        this(executor, maxBufferCapacity, null);
    }

    public SubmissionPublisher() {
        this(ASYNC_POOL, Flow.DEFAULT_BUFFER_SIZE, null);
    }

    /** One subscriber with its buffer; all state under the publisher's lock, calls to the subscriber outside of it. */
    private static final class Buffered<T> implements Flow.Subscription, Runnable {
        private final SubmissionPublisher<T> publisher;
        final Flow.Subscriber<? super T> subscriber;
        private final ArrayDeque<T> buffer = new ArrayDeque<>();
        private long demand;
        private boolean subscribed;
        private boolean running;
        private boolean completed;
        private Throwable error;
        private boolean over;

        Buffered(SubmissionPublisher<T> publisher, Flow.Subscriber<? super T> subscriber) {
            this.publisher = publisher;
            this.subscriber = subscriber;
        }

        /** With the lock held: makes sure that somebody looks after this. */
        private void start() {
            if (!running && !over) {
                running = true;
                try {
                    publisher.executor.execute(this);
                } catch (RuntimeException | Error e) {
                    running = false;
                    over = true;
                    publisher.clients.remove(this);
                    throw e;
                }
            }
        }

        private void end() {
            over = true;
            running = false;
            buffer.clear();
            publisher.clients.remove(this);
            publisher.room.signalAll();
        }

        public void run() {
            ReentrantLock lock = publisher.lock;
            while (true) {
                T item = null;
                boolean first;
                boolean finish = false;
                Throwable ex;
                lock.lock();
                try {
                    ex = error;
                    first = !subscribed;
                    if (over) {
                        running = false;
                        return;
                    }
                    if (first) {
                        subscribed = true;
                    } else if (ex != null) {
                        end();
                    } else if (demand > 0 && !buffer.isEmpty()) {
                        item = buffer.poll();
                        if (demand != Long.MAX_VALUE) {
                            demand--;
                        }
                        publisher.room.signalAll();
                    } else if (completed && buffer.isEmpty()) {
                        finish = true;
                        end();
                    } else {
                        running = false;
                        return;
                    }
                } finally {
                    lock.unlock();
                }
                try {
                    if (first) {
                        subscriber.onSubscribe(this);
                    } else if (ex != null) {
                        subscriber.onError(ex);
                        return;
                    } else if (finish) {
                        subscriber.onComplete();
                        return;
                    } else {
                        subscriber.onNext(item);
                    }
                } catch (Throwable t) {
                    if (ex != null || finish) {
                        return;
                    }
                    if (!first && publisher.onNextHandler != null) {
                        try {
                            publisher.onNextHandler.accept(subscriber, t);
                        } catch (Throwable ignored) {
                            // The subscriber hears of its own failure, not of the handler's.
                            item = null;
                        }
                    }
                    lock.lock();
                    try {
                        error = t;
                    } finally {
                        lock.unlock();
                    }
                }
            }
        }

        public void request(long n) {
            publisher.lock.lock();
            try {
                if (over) {
                    return;
                }
                if (n <= 0) {
                    error = new IllegalArgumentException("non-positive subscription request");
                } else {
                    demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
                }
                start();
            } finally {
                publisher.lock.unlock();
            }
        }

        public void cancel() {
            publisher.lock.lock();
            try {
                over = true;
                buffer.clear();
                publisher.clients.remove(this);
                publisher.room.signalAll();
            } finally {
                publisher.lock.unlock();
            }
        }
    }

    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        if (subscriber == null) {
            throw new NullPointerException();
        }
        Buffered<T> b = new Buffered<T>(this, subscriber);
        lock.lock();
        try {
            for (Buffered<T> other : clients) {
                if (other.subscriber.equals(subscriber)) {
                    other.error = new IllegalStateException("Duplicate subscribe");
                    other.start();
                    return;
                }
            }
            if (closed) {
                b.error = closedException;
                b.completed = closedException == null;
            } else {
                clients.add(b);
            }
            b.start();
        } finally {
            lock.unlock();
        }
    }

    /** Gives to all; where there is no room it waits for the time given, then asks and drops. Lag, or minus the drops. */
    private int give(T item, boolean timed, long nanos, BiPredicate<Flow.Subscriber<? super T>, ? super T> onDrop) {
        if (item == null) {
            throw new NullPointerException();
        }
        int lag = 0;
        int drops = 0;
        boolean interrupted = false;
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("Closed");
            }
            for (Buffered<T> b : new ArrayList<>(clients)) {
                boolean asked = false;
                while (!b.over && b.buffer.size() >= maxBufferCapacity) {
                    if (!timed) {
                        room.awaitUninterruptibly();
                    } else if (nanos > 0) {
                        try {
                            nanos = room.awaitNanos(nanos);
                        } catch (InterruptedException e) {
                            interrupted = true;
                            nanos = 0;
                        }
                    } else {
                        boolean again = false;
                        if (!asked && onDrop != null) {
                            asked = true;
                            lock.unlock();
                            try {
                                again = onDrop.test(b.subscriber, item);
                            } finally {
                                lock.lock();
                            }
                        }
                        if (!again || b.buffer.size() >= maxBufferCapacity) {
                            break;
                        }
                    }
                }
                if (b.over) {
                    continue;
                }
                if (b.buffer.size() >= maxBufferCapacity) {
                    drops++;
                } else {
                    b.buffer.add(item);
                    lag = Math.max(lag, b.buffer.size());
                    b.start();
                }
            }
            return drops > 0 ? -drops : lag;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public int submit(T item) {
        return give(item, false, 0, null);
    }

    public int offer(T item, BiPredicate<Flow.Subscriber<? super T>, ? super T> onDrop) {
        return give(item, true, 0, onDrop);
    }

    public int offer(T item, long timeout, TimeUnit unit,
            BiPredicate<Flow.Subscriber<? super T>, ? super T> onDrop) {
        return give(item, true, unit.toNanos(timeout), onDrop);
    }

    private void end(Throwable error) {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                closedException = error;
                for (Buffered<T> b : new ArrayList<>(clients)) {
                    b.completed = error == null;
                    if (b.error == null) {
                        b.error = error;
                    }
                    b.start();
                }
                clients.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        end(null);
    }

    public void closeExceptionally(Throwable error) {
        if (error == null) {
            throw new NullPointerException();
        }
        end(error);
    }

    public boolean hasSubscribers() {
        return getNumberOfSubscribers() > 0;
    }

    public int getNumberOfSubscribers() {
        lock.lock();
        try {
            return clients.size();
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    public Throwable getClosedException() {
        lock.lock();
        try {
            return closedException;
        } finally {
            lock.unlock();
        }
    }

    public Executor getExecutor() {
        return executor;
    }

    public int getMaxBufferCapacity() {
        return maxBufferCapacity;
    }

    public List<Flow.Subscriber<? super T>> getSubscribers() {
        lock.lock();
        try {
            List<Flow.Subscriber<? super T>> list = new ArrayList<>();
            for (Buffered<T> b : clients) {
                list.add(b.subscriber);
            }
            return list;
        } finally {
            lock.unlock();
        }
    }

    public boolean isSubscribed(Flow.Subscriber<? super T> subscriber) {
        if (subscriber == null) {
            throw new NullPointerException();
        }
        return getSubscribers().contains(subscriber);
    }

    private long extreme(boolean minimum) {
        lock.lock();
        try {
            long best = minimum ? Long.MAX_VALUE : 0;
            for (Buffered<T> b : clients) {
                best = minimum ? Math.min(best, b.demand - b.buffer.size()) : Math.max(best, b.buffer.size());
            }
            return clients.isEmpty() ? 0 : best;
        } finally {
            lock.unlock();
        }
    }

    public long estimateMinimumDemand() {
        return extreme(true);
    }

    public int estimateMaximumLag() {
        return (int) extreme(false);
    }

    public CompletableFuture<Void> consume(Consumer<? super T> consumer) {
        if (consumer == null) {
            throw new NullPointerException();
        }
        CompletableFuture<Void> status = new CompletableFuture<>();
        subscribe(new Flow.Subscriber<T>() {
            private Flow.Subscription subscription;

            public void onSubscribe(Flow.Subscription s) {
                subscription = s;
                status.whenComplete((v, e) -> s.cancel());
                if (!status.isDone()) {
                    s.request(Long.MAX_VALUE);
                }
            }

            public void onNext(T item) {
                try {
                    consumer.accept(item);
                } catch (Throwable t) {
                    subscription.cancel();
                    status.completeExceptionally(t);
                }
            }

            public void onError(Throwable t) {
                status.completeExceptionally(t);
            }

            public void onComplete() {
                status.complete(null);
            }
        });
        return status;
    }
}
