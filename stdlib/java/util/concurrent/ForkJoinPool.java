package java.util.concurrent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Runs fork-join tasks. Each thread has a queue of the tasks it forked, which it takes the newest first unless the pool is
 * asynchronous; a thread without tasks takes the oldest ones of others and of those from outside. A thread that waits for
 * a task runs others meanwhile; if there are none it is replaced as long as it waits.
 */
public class ForkJoinPool extends AbstractExecutorService {
    private static final int MAX_PARALLELISM = 0x7fff;
    private static final int MAX_SPARES = 256;
    private static final AtomicInteger POOLS = new AtomicInteger();

    /** Makes the threads of a pool. */
    public interface ForkJoinWorkerThreadFactory {

        ForkJoinWorkerThread newThread(ForkJoinPool pool);
    }

    /** Something to wait for, about which a pool is told. */
    public interface ManagedBlocker {

        boolean block() throws InterruptedException;

        boolean isReleasable();
    }

    public static final ForkJoinWorkerThreadFactory defaultForkJoinWorkerThreadFactory = new DefaultFactory();

    private static final class DefaultFactory implements ForkJoinWorkerThreadFactory {
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            return new ForkJoinWorkerThread(pool);
        }
    }


    private static volatile ForkJoinPool common;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition termination = lock.newCondition();
    private final Condition quiet = lock.newCondition();
    private final TaskQueue submissions = new TaskQueue();
    /** One for each thread that runs; replaced, with the lock held, when one starts or ends. */
    private volatile TaskQueue[] queues = new TaskQueue[0];
    private final ArrayList<Thread> threads = new ArrayList<>();
    private final int parallelism;
    private final int maximum;
    private final ForkJoinWorkerThreadFactory factory;
    private final Thread.UncaughtExceptionHandler handler;
    private final boolean async;
    private final long keepAliveNanos;
    private final String prefix;
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger indices = new AtomicInteger();
    // Written with the lock held.
    private volatile int total;
    private volatile int idle;
    private volatile int blocked;
    private long steals;
    private volatile boolean shutdown;
    private volatile boolean stop;

    public ForkJoinPool() {
        this(Math.min(MAX_PARALLELISM, Runtime.getRuntime().availableProcessors()),
            defaultForkJoinWorkerThreadFactory, null, false);
    }

    public ForkJoinPool(int parallelism) {
        this(parallelism, defaultForkJoinWorkerThreadFactory, null, false);
    }

    public ForkJoinPool(int parallelism, ForkJoinWorkerThreadFactory factory,
            Thread.UncaughtExceptionHandler handler, boolean asyncMode) {
        this(parallelism, factory, handler, asyncMode, 0, MAX_PARALLELISM, 1, null, 60_000, TimeUnit.MILLISECONDS);
    }

    public ForkJoinPool(int parallelism, ForkJoinWorkerThreadFactory factory,
            Thread.UncaughtExceptionHandler handler, boolean asyncMode, int corePoolSize, int maximumPoolSize,
            int minimumRunnable, Predicate<? super ForkJoinPool> saturate, long keepAliveTime, TimeUnit unit) {
        if (factory == null || unit == null) {
            throw new NullPointerException();
        }
        if (parallelism <= 0 || parallelism > MAX_PARALLELISM || maximumPoolSize < parallelism || keepAliveTime <= 0) {
            throw new IllegalArgumentException();
        }
        this.parallelism = parallelism;
        this.maximum = Math.min(maximumPoolSize, parallelism + MAX_SPARES);
        this.factory = factory;
        this.handler = handler;
        this.async = asyncMode;
        this.keepAliveNanos = unit.toNanos(keepAliveTime);
        this.prefix = "ForkJoinPool-" + POOLS.incrementAndGet() + "-worker-";
    }

    /** The common pool. */
    private ForkJoinPool(int parallelism, boolean unused) {
        this.parallelism = parallelism;
        this.maximum = parallelism + MAX_SPARES;
        this.factory = defaultForkJoinWorkerThreadFactory;
        this.handler = null;
        this.async = false;
        this.keepAliveNanos = 60_000_000_000L;
        this.prefix = "ForkJoinPool.commonPool-worker-";
    }

    public static ForkJoinPool commonPool() {
        ForkJoinPool p = common;
        if (p == null) {
            synchronized (defaultForkJoinWorkerThreadFactory) {
                p = common;
                if (p == null) {
                    p = new ForkJoinPool(commonParallelism(), true);
                    common = p;
                }
            }
        }
        return p;
    }

    /** The common pool if it is in use, else null. */
    static ForkJoinPool common() {
        return common;
    }

    private static int commonParallelism() {
        String given = System.getProperty("java.util.concurrent.ForkJoinPool.common.parallelism");
        if (given != null) {
            try {
                return Math.max(1, Math.min(Integer.parseInt(given), MAX_PARALLELISM));
            } catch (NumberFormatException notANumber) {
                // As if it were not given.
                given = null;
            }
        }
        return Math.max(1, Math.min(Runtime.getRuntime().availableProcessors() - 1, MAX_PARALLELISM));
    }

    final String nextThreadName() {
        return prefix + names.incrementAndGet();
    }

    final int nextIndex() {
        return indices.getAndIncrement();
    }

    // Queues.

    /** Wakes or starts a thread for a new task, if one is needed. */
    private void announce() {
        if (idle > 0 || (total - blocked < parallelism && total < maximum)) {
            lock.lock();
            try {
                signalWork();
            } finally {
                lock.unlock();
            }
        }
    }

    /** With the lock held. */
    private void signalWork() {
        if (idle > 0) {
            work.signal();
        } else if (total - blocked < parallelism && total < maximum) {
            addWorker();
        }
    }

    private void addWorker() {
        total++;
        ForkJoinWorkerThread t = null;
        try {
            t = factory.newThread(this);
            if (t != null) {
                threads.add(t);
                t.start();
            }
        } finally {
            if (t == null) {
                total--;
            }
        }
    }

    final void push(ForkJoinWorkerThread worker, ForkJoinTask<?> task) {
        task.pool = this;
        worker.queue.push(task);
        announce();
    }

    final void enqueue(ForkJoinTask<?> task) {
        task.pool = this;
        if (shutdown) {
            throw new RejectedExecutionException();
        }
        submissions.push(task);
        announce();
        if (shutdown && total == 0 && submissions.unpush(task)) {
            throw new RejectedExecutionException();
        }
    }

    /** The queue that the current thread's forks go to. */
    private TaskQueue own() {
        Thread t = Thread.currentThread();
        return t instanceof ForkJoinWorkerThread && ((ForkJoinWorkerThread) t).pool == this
            ? ((ForkJoinWorkerThread) t).queue : submissions;
    }

    final boolean unpush(ForkJoinTask<?> task) {
        return own().unpush(task);
    }

    final ForkJoinTask<?> peekFork() {
        TaskQueue q = own();
        return q == submissions ? null : q.peek(!async);
    }

    final ForkJoinTask<?> pollFork() {
        TaskQueue q = own();
        return q == submissions ? null : q.poll(!async);
    }

    final ForkJoinTask<?> pollAny() {
        return pollAny(own());
    }

    private ForkJoinTask<?> pollAny(TaskQueue own) {
        ForkJoinTask<?> t = own == submissions ? null : own.poll(!async);
        if (t != null) {
            return t;
        }
        boolean again;
        do {
            again = false;
            TaskQueue[] all = queues;
            int n = all.length;
            int start = n > 1 ? ThreadLocalRandom.current().nextInt(n) : 0;
            for (int i = 0; i < n; i++) {
                TaskQueue q = all[(start + i) % n];
                t = q.steal();
                if (t != null) {
                    return t;
                }
                again |= q.size() > 0;
            }
            t = submissions.poll(false);
        } while (t == null && again);
        return t;
    }

    private boolean noTasks() {
        if (submissions.size() > 0) {
            return false;
        }
        for (TaskQueue q : queues) {
            if (q.size() > 0) {
                return false;
            }
        }
        return true;
    }

    private void enter(TaskQueue queue) {
        lock.lock();
        try {
            TaskQueue[] more = java.util.Arrays.copyOf(queues, queues.length + 1);
            more[queues.length] = queue;
            queues = more;
        } finally {
            lock.unlock();
        }
    }

    private void leave(TaskQueue queue) {
        lock.lock();
        try {
            ArrayList<TaskQueue> rest = new ArrayList<>(List.of(queues));
            rest.remove(queue);
            queues = rest.toArray(new TaskQueue[0]);
            for (ForkJoinTask<?> t; (t = queue.poll(false)) != null; ) {
                submissions.push(t);
            }
        } finally {
            lock.unlock();
        }
    }

    final void runWorker(TaskQueue own) {
        enter(own);
        try {
            int ran = 0;
            for (ForkJoinTask<?> task; (task = awaitTask(own, ran)) != null; ) {
                ran = 0;
                do {
                    task.doExec();
                    ran++;
                    // An interrupt was for the task.
                    Thread.interrupted();
                    task = stop ? null : pollAny(own);
                } while (task != null);
            }
        } finally {
            leave(own);
        }
    }

    /** The next task for a thread that found none and has run {@code ran} since it last asked; null: it ends. */
    private ForkJoinTask<?> awaitTask(TaskQueue own, int ran) {
        lock.lock();
        try {
            steals += ran;
            long left = keepAliveNanos;
            while (true) {
                // Who brings a task looks at this afterwards.
                idle++;
                try {
                    ForkJoinTask<?> task = stop ? null : pollAny(own);
                    if (task != null) {
                        return task;
                    }
                    // One thread too many goes: it stood in for one that waited.
                    if (stop || shutdown || left <= 0 || total - blocked > parallelism) {
                        return null;
                    }
                    if (isQuiet()) {
                        quiet.signalAll();
                    }
                    try {
                        left = work.awaitNanos(left);
                    } catch (InterruptedException checkAgain) {
                        left = keepAliveNanos;
                    }
                } finally {
                    idle--;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    final void workerDone() {
        lock.lock();
        try {
            total--;
            threads.remove(Thread.currentThread());
            if (!stop && !noTasks()) {
                signalWork();
            }
            quiet.signalAll();
            if (shutdown && total == 0) {
                termination.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    // Waiting threads.

    /** Tells the current thread's pool, if it has one, that the thread will wait. */
    static ForkJoinPool beginBlocking() {
        Thread t = Thread.currentThread();
        if (!(t instanceof ForkJoinWorkerThread)) {
            return null;
        }
        ForkJoinPool p = ((ForkJoinWorkerThread) t).pool;
        p.lock.lock();
        try {
            p.blocked++;
            if (!p.noTasks()) {
                p.signalWork();
            }
        } finally {
            p.lock.unlock();
        }
        return p;
    }

    static void endBlocking(ForkJoinPool p) {
        if (p != null) {
            p.lock.lock();
            try {
                p.blocked--;
            } finally {
                p.lock.unlock();
            }
        }
    }

    /** Tasks that wait for others and run some meanwhile lie above each other on the stack: no more of them than this. */
    private static final int DEEPEST = 100;

    /** Runs queued tasks until this one is done or none is left. */
    static void helpUntil(ForkJoinTask<?> task) {
        Thread t = Thread.currentThread();
        if (!(t instanceof ForkJoinWorkerThread)) {
            help(task, Integer.MAX_VALUE);
            return;
        }
        ForkJoinWorkerThread worker = (ForkJoinWorkerThread) t;
        if (worker.depth < DEEPEST) {
            worker.depth++;
            try {
                help(task, Integer.MAX_VALUE);
            } finally {
                worker.depth--;
            }
        }
    }

    static void help(ForkJoinTask<?> task, int max) {
        Thread t = Thread.currentThread();
        ForkJoinPool p = t instanceof ForkJoinWorkerThread ? ((ForkJoinWorkerThread) t).pool : common;
        while (p != null && max-- > 0 && !task.isDone()) {
            ForkJoinTask<?> next = p.pollAny();
            if (next == null) {
                return;
            }
            next.doExec();
        }
    }

    public static void managedBlock(ManagedBlocker blocker) throws InterruptedException {
        if (blocker == null) {
            throw new NullPointerException();
        }
        if (blocker.isReleasable()) {
            return;
        }
        ForkJoinPool p = beginBlocking();
        try {
            while (!blocker.isReleasable() && !blocker.block()) {
                continue;
            }
        } finally {
            endBlocking(p);
        }
    }

    private boolean isQuiet() {
        return noTasks() && idle >= total;
    }

    final void helpQuiescePool(boolean worker) {
        while (true) {
            ForkJoinTask<?> t = pollAny();
            if (t != null) {
                t.doExec();
                continue;
            }
            lock.lock();
            try {
                int own = worker ? 1 : 0;
                if (noTasks() && idle + own >= total) {
                    return;
                }
                quiet.awaitNanos(1_000_000L);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                lock.unlock();
            }
        }
    }

    // Tasks from outside.

    private void submitHere(ForkJoinTask<?> task) {
        Thread t = Thread.currentThread();
        if (t instanceof ForkJoinWorkerThread && ((ForkJoinWorkerThread) t).pool == this) {
            push((ForkJoinWorkerThread) t, task);
        } else {
            enqueue(task);
        }
    }

    public <T> T invoke(ForkJoinTask<T> task) {
        submitHere(task);
        return task.join();
    }

    public void execute(ForkJoinTask<?> task) {
        submitHere(task);
    }

    @SuppressWarnings("unchecked")
    public void execute(Runnable task) {
        if (task == null) {
            throw new NullPointerException();
        }
        submitHere(task instanceof ForkJoinTask<?>
            ? (ForkJoinTask<Void>) task : new ForkJoinTask.RunnableExecuteAction(task));
    }

    public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
        submitHere(task);
        return task;
    }

    public <T> ForkJoinTask<T> submit(Callable<T> task) {
        return submit((ForkJoinTask<T>) new ForkJoinTask.AdaptedCallable<T>(task));
    }

    public <T> ForkJoinTask<T> submit(Runnable task, T result) {
        return submit((ForkJoinTask<T>) new ForkJoinTask.AdaptedRunnable<T>(task, result));
    }

    @SuppressWarnings("unchecked")
    public ForkJoinTask<?> submit(Runnable task) {
        return submit(task instanceof ForkJoinTask<?>
            ? (ForkJoinTask<Void>) task : new ForkJoinTask.AdaptedRunnableAction(task));
    }

    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) {
        ArrayList<Future<T>> futures = new ArrayList<>(tasks.size());
        try {
            for (Callable<T> t : tasks) {
                ForkJoinTask<T> f = new ForkJoinTask.AdaptedCallable<T>(t);
                futures.add(f);
                submitHere(f);
            }
            for (int i = futures.size() - 1; i >= 0; i--) {
                ((ForkJoinTask<?>) futures.get(i)).quietlyJoin();
            }
            return futures;
        } catch (Throwable t) {
            for (Future<T> f : futures) {
                f.cancel(true);
            }
            throw t;
        }
    }

    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return super.invokeAll(tasks, timeout, unit);
    }

    public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return super.invokeAny(tasks);
    }

    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return super.invokeAny(tasks, timeout, unit);
    }

    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new ForkJoinTask.AdaptedRunnable<T>(runnable, value);
    }

    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new ForkJoinTask.AdaptedCallable<T>(callable);
    }

    // Asking.

    public ForkJoinWorkerThreadFactory getFactory() {
        return factory;
    }

    public Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
        return handler;
    }

    public int getParallelism() {
        return parallelism;
    }

    public static int getCommonPoolParallelism() {
        ForkJoinPool p = common;
        return p == null ? commonParallelism() : p.parallelism;
    }

    private interface Question {
        long ask();
    }

    private long locked(Question q) {
        lock.lock();
        try {
            return q.ask();
        } finally {
            lock.unlock();
        }
    }

    public int getPoolSize() {
        return (int) locked(() -> total);
    }

    public boolean getAsyncMode() {
        return async;
    }

    public int getRunningThreadCount() {
        return (int) locked(() -> total - idle - blocked);
    }

    public int getActiveThreadCount() {
        return (int) locked(() -> total - idle);
    }

    public boolean isQuiescent() {
        return locked(() -> isQuiet() ? 1 : 0) != 0;
    }

    public long getStealCount() {
        return locked(() -> steals);
    }

    public long getQueuedTaskCount() {
        long n = 0;
        for (TaskQueue q : queues) {
            n += q.size();
        }
        return n;
    }

    public int getQueuedSubmissionCount() {
        return submissions.size();
    }

    public boolean hasQueuedSubmissions() {
        return getQueuedSubmissionCount() > 0;
    }

    protected ForkJoinTask<?> pollSubmission() {
        return submissions.poll(false);
    }

    protected int drainTasksTo(Collection<? super ForkJoinTask<?>> c) {
        int n = 0;
        for (ForkJoinTask<?> t; (t = pollAny()) != null; n++) {
            c.add(t);
        }
        return n;
    }

    public String toString() {
        lock.lock();
        try {
            String level = isTerminated() ? "Terminated" : stop ? "Terminating" : shutdown ? "Shutting down" : "Running";
            return super.toString() + "[" + level + ", parallelism = " + parallelism + ", size = " + total
                + ", active = " + (total - idle) + ", running = " + (total - idle - blocked) + ", steals = " + steals
                + ", tasks = " + getQueuedTaskCount() + ", submissions = " + submissions.size() + "]";
        } finally {
            lock.unlock();
        }
    }

    // Ending. The common pool never ends.

    public void shutdown() {
        end(false);
    }

    private void end(boolean now) {
        if (this == common) {
            return;
        }
        List<ForkJoinTask<?>> dropped = new ArrayList<>();
        lock.lock();
        try {
            shutdown = true;
            if (now) {
                stop = true;
                for (ForkJoinTask<?> t; (t = pollAny(submissions)) != null; ) {
                    dropped.add(t);
                }
                for (Thread t : threads) {
                    t.interrupt();
                }
            }
            work.signalAll();
            if (total == 0) {
                termination.signalAll();
            }
        } finally {
            lock.unlock();
        }
        for (ForkJoinTask<?> t : dropped) {
            t.cancel(false);
        }
    }

    public List<Runnable> shutdownNow() {
        end(true);
        return Collections.emptyList();
    }

    public boolean isTerminated() {
        return locked(() -> shutdown && total == 0 && noTasks() ? 1 : 0) != 0;
    }

    public boolean isTerminating() {
        return locked(() -> stop && total > 0 ? 1 : 0) != 0;
    }

    public boolean isShutdown() {
        return locked(() -> shutdown ? 1 : 0) != 0;
    }

    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        if (this == common) {
            awaitQuiescence(timeout, unit);
            return false;
        }
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (!isTerminated()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = termination.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public boolean awaitQuiescence(long timeout, TimeUnit unit) {
        Thread t = Thread.currentThread();
        if (t instanceof ForkJoinWorkerThread && ((ForkJoinWorkerThread) t).pool == this) {
            helpQuiescePool(true);
            return true;
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        lock.lock();
        try {
            while (!isQuiet()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    quiet.awaitNanos(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
