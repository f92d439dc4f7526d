package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A thread pool that runs tasks after a delay, or again and again. */
public class ScheduledThreadPoolExecutor extends ThreadPoolExecutor implements ScheduledExecutorService {
    private static final AtomicLong SEQUENCER = new AtomicLong();

    private volatile boolean continueExistingPeriodicTasksAfterShutdown;
    private volatile boolean executeExistingDelayedTasksAfterShutdown = true;
    private volatile boolean removeOnCancel;

    private final class ScheduledFutureTask<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
        /** Breaks ties: first come, first served. */
        private final long number = SEQUENCER.getAndIncrement();
        private volatile long time;
        /** Positive: at a fixed rate; negative: with a fixed delay; 0: once. */
        private final long period;
        private RunnableScheduledFuture<V> outer = this;

        ScheduledFutureTask(Runnable r, V result, long time, long period) {
            super(r, result);
            this.time = time;
            this.period = period;
        }

        ScheduledFutureTask(Callable<V> callable, long time) {
            super(callable);
            this.time = time;
            this.period = 0;
        }

        public long getDelay(TimeUnit unit) {
            return unit.convert(time - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        public int compareTo(Delayed other) {
            if (other == this) {
                return 0;
            }
            if (other instanceof ScheduledFutureTask) {
                ScheduledFutureTask<?> x = (ScheduledFutureTask<?>) other;
                long diff = time - x.time;
                return diff < 0 ? -1 : diff > 0 ? 1 : number < x.number ? -1 : 1;
            }
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        public boolean isPeriodic() {
            return period != 0;
        }

        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && removeOnCancel) {
                ScheduledThreadPoolExecutor.this.remove(outer);
            }
            return cancelled;
        }

        public void run() {
            if (!canRun(this)) {
                cancel(false);
            } else if (period == 0) {
                super.run();
            } else if (super.runAndReset()) {
                time = period > 0 ? time + period : triggerTime(-period);
                reExecute(outer);
            }
        }
    }

    private boolean canRun(RunnableScheduledFuture<?> task) {
        if (isRunning()) {
            return true;
        }
        if (isStopped()) {
            return false;
        }
        return task.isPeriodic() ? continueExistingPeriodicTasksAfterShutdown
            : executeExistingDelayedTasksAfterShutdown || task.getDelay(TimeUnit.NANOSECONDS) <= 0;
    }

    private void delayedExecute(RunnableScheduledFuture<?> task) {
        if (isShutdown()) {
            reject(task);
            return;
        }
        super.getQueue().add(task);
        if (!canRun(task) && remove(task)) {
            task.cancel(false);
        } else {
            ensurePrestart();
        }
    }

    private void reExecute(RunnableScheduledFuture<?> task) {
        if (canRun(task)) {
            super.getQueue().add(task);
            if (canRun(task) || !remove(task)) {
                ensurePrestart();
                return;
            }
        }
        task.cancel(false);
    }

    @Override
    void onShutdown() {
        BlockingQueue<Runnable> q = super.getQueue();
        for (Object e : q.toArray()) {
            RunnableScheduledFuture<?> t = (RunnableScheduledFuture<?>) e;
            boolean keep = t.isPeriodic() ? continueExistingPeriodicTasksAfterShutdown
                : executeExistingDelayedTasksAfterShutdown || t.getDelay(TimeUnit.NANOSECONDS) <= 0;
            if (!keep || t.isCancelled()) {
                if (q.remove(t)) {
                    t.cancel(false);
                }
            }
        }
        tryTerminate();
    }

    protected <V> RunnableScheduledFuture<V> decorateTask(Runnable runnable, RunnableScheduledFuture<V> task) {
        return task;
    }

    protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> callable, RunnableScheduledFuture<V> task) {
        return task;
    }

    public ScheduledThreadPoolExecutor(int corePoolSize) {
        super(corePoolSize, Integer.MAX_VALUE, 10L, TimeUnit.MILLISECONDS, new DelayedWorkQueue());
    }

    public ScheduledThreadPoolExecutor(int corePoolSize, ThreadFactory threadFactory) {
        super(corePoolSize, Integer.MAX_VALUE, 10L, TimeUnit.MILLISECONDS, new DelayedWorkQueue(), threadFactory);
    }

    public ScheduledThreadPoolExecutor(int corePoolSize, RejectedExecutionHandler handler) {
        super(corePoolSize, Integer.MAX_VALUE, 10L, TimeUnit.MILLISECONDS, new DelayedWorkQueue(), handler);
    }

    public ScheduledThreadPoolExecutor(
            int corePoolSize, ThreadFactory threadFactory, RejectedExecutionHandler handler) {
        super(corePoolSize, Integer.MAX_VALUE, 10L, TimeUnit.MILLISECONDS, new DelayedWorkQueue(), threadFactory,
            handler);
    }

    private static long triggerTime(long nanos) {
        // Half the range, so that differences of times never overflow.
        return System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
    }

    private static long triggerTime(long delay, TimeUnit unit) {
        return triggerTime(unit.toNanos(Math.max(delay, 0)));
    }

    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        if (command == null || unit == null) {
            throw new NullPointerException();
        }
        return submitOnce(command, null, triggerTime(delay, unit));
    }

    private <V> RunnableScheduledFuture<V> submitOnce(Runnable command, V result, long time) {
        RunnableScheduledFuture<V> t =
            decorateTask(command, new ScheduledFutureTask<V>(command, result, time, 0));
        delayedExecute(t);
        return t;
    }

    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        if (callable == null || unit == null) {
            throw new NullPointerException();
        }
        RunnableScheduledFuture<V> t =
            decorateTask(callable, new ScheduledFutureTask<V>(callable, triggerTime(delay, unit)));
        delayedExecute(t);
        return t;
    }

    private ScheduledFuture<?> submitPeriodic(Runnable command, long initialDelay, long period, TimeUnit unit) {
        ScheduledFutureTask<Void> task =
            new ScheduledFutureTask<Void>(command, null, triggerTime(initialDelay, unit), period);
        RunnableScheduledFuture<Void> t = decorateTask(command, task);
        task.outer = t;
        delayedExecute(t);
        return t;
    }

    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        if (command == null || unit == null) {
            throw new NullPointerException();
        }
        if (period <= 0) {
            throw new IllegalArgumentException();
        }
        return submitPeriodic(command, initialDelay, unit.toNanos(period), unit);
    }

    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable command, long initialDelay, long delay, TimeUnit unit) {
        if (command == null || unit == null) {
            throw new NullPointerException();
        }
        if (delay <= 0) {
            throw new IllegalArgumentException();
        }
        return submitPeriodic(command, initialDelay, -unit.toNanos(delay), unit);
    }

    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    public Future<?> submit(Runnable task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    public <T> Future<T> submit(Runnable task, T result) {
        return schedule(Executors.callable(task, result), 0, TimeUnit.NANOSECONDS);
    }

    public <T> Future<T> submit(Callable<T> task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    public void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean value) {
        continueExistingPeriodicTasksAfterShutdown = value;
        if (!value && isShutdown()) {
            onShutdown();
        }
    }

    public boolean getContinueExistingPeriodicTasksAfterShutdownPolicy() {
        return continueExistingPeriodicTasksAfterShutdown;
    }

    public void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean value) {
        executeExistingDelayedTasksAfterShutdown = value;
        if (!value && isShutdown()) {
            onShutdown();
        }
    }

    public boolean getExecuteExistingDelayedTasksAfterShutdownPolicy() {
        return executeExistingDelayedTasksAfterShutdown;
    }

    public void setRemoveOnCancelPolicy(boolean value) {
        removeOnCancel = value;
    }

    public boolean getRemoveOnCancelPolicy() {
        return removeOnCancel;
    }

    public void shutdown() {
        super.shutdown();
    }

    public List<Runnable> shutdownNow() {
        return super.shutdownNow();
    }

    public BlockingQueue<Runnable> getQueue() {
        return super.getQueue();
    }

    /** A delay queue of runnables. */
    private static final class DelayedWorkQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition available = lock.newCondition();
        private final PriorityQueue<RunnableScheduledFuture<?>> q = new PriorityQueue<>();

        public boolean offer(Runnable x) {
            lock.lock();
            try {
                q.offer((RunnableScheduledFuture<?>) x);
                if (q.peek() == x) {
                    available.signalAll();
                }
                return true;
            } finally {
                lock.unlock();
            }
        }

        public void put(Runnable e) {
            offer(e);
        }

        public boolean offer(Runnable e, long timeout, TimeUnit unit) {
            return offer(e);
        }

        public Runnable poll() {
            lock.lock();
            try {
                RunnableScheduledFuture<?> first = q.peek();
                return first == null || first.getDelay(TimeUnit.NANOSECONDS) > 0 ? null : q.poll();
            } finally {
                lock.unlock();
            }
        }

        private Runnable poll(boolean timed, long deadline) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (true) {
                    RunnableScheduledFuture<?> first = q.peek();
                    long nanos = first == null ? Long.MAX_VALUE : first.getDelay(TimeUnit.NANOSECONDS);
                    if (nanos <= 0) {
                        return q.poll();
                    }
                    if (timed) {
                        long left = deadline - System.nanoTime();
                        if (left <= 0) {
                            return null;
                        }
                        nanos = Math.min(nanos, left);
                    }
                    if (nanos == Long.MAX_VALUE) {
                        available.await();
                    } else {
                        available.awaitNanos(nanos);
                    }
                }
            } finally {
                lock.unlock();
            }
        }

        public Runnable take() throws InterruptedException {
            return poll(false, 0);
        }

        public Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
            return poll(true, System.nanoTime() + unit.toNanos(timeout));
        }

        public Runnable peek() {
            lock.lock();
            try {
                return q.peek();
            } finally {
                lock.unlock();
            }
        }

        public int size() {
            lock.lock();
            try {
                return q.size();
            } finally {
                lock.unlock();
            }
        }

        public boolean remove(Object x) {
            lock.lock();
            try {
                return q.remove(x);
            } finally {
                lock.unlock();
            }
        }

        public boolean contains(Object x) {
            lock.lock();
            try {
                return q.contains(x);
            } finally {
                lock.unlock();
            }
        }

        public int remainingCapacity() {
            return Integer.MAX_VALUE;
        }

        public void clear() {
            lock.lock();
            try {
                q.clear();
            } finally {
                lock.unlock();
            }
        }

        public int drainTo(Collection<? super Runnable> c) {
            return drainTo(c, Integer.MAX_VALUE);
        }

        public int drainTo(Collection<? super Runnable> c, int maxElements) {
            if (c == this) {
                throw new IllegalArgumentException();
            }
            int n = 0;
            for (Runnable r; n < maxElements && (r = poll()) != null; n++) {
                c.add(r);
            }
            return n;
        }

        public Object[] toArray() {
            lock.lock();
            try {
                return q.toArray();
            } finally {
                lock.unlock();
            }
        }

        public <T> T[] toArray(T[] a) {
            lock.lock();
            try {
                return q.toArray(a);
            } finally {
                lock.unlock();
            }
        }

        public Iterator<Runnable> iterator() {
            final Object[] a = toArray();
            return new Iterator<Runnable>() {
                private int cursor;
                private int last = -1;

                public boolean hasNext() {
                    return cursor < a.length;
                }

                public Runnable next() {
                    if (cursor >= a.length) {
                        throw new java.util.NoSuchElementException();
                    }
                    last = cursor++;
                    return (Runnable) a[last];
                }

                public void remove() {
                    if (last < 0) {
                        throw new IllegalStateException();
                    }
                    DelayedWorkQueue.this.remove(a[last]);
                    last = -1;
                }
            };
        }
    }
}
