package java.util.concurrent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs tasks in threads of a pool. Up to {@code corePoolSize} threads are started as tasks come; then tasks wait in the
 * queue; when it is full, more threads start, up to {@code maximumPoolSize}; then tasks are rejected.
 */
public class ThreadPoolExecutor extends AbstractExecutorService {
    private static final int RUNNING = 0;
    private static final int SHUTDOWN = 1;
    private static final int STOP = 2;
    private static final int TIDYING = 3;
    private static final int TERMINATED = 4;

    private static final RejectedExecutionHandler DEFAULT_HANDLER = new AbortPolicy();

    private final BlockingQueue<Runnable> workQueue;
    /** Guards the run state, the set of workers and the statistics. */
    private final ReentrantLock mainLock = new ReentrantLock();
    private final Condition termination = mainLock.newCondition();
    private final HashSet<Worker> workers = new HashSet<>();
    private volatile int runState;
    private volatile int poolSize;
    private int largestPoolSize;
    private long completedTaskCount;
    private volatile ThreadFactory threadFactory;
    private volatile RejectedExecutionHandler handler;
    private volatile long keepAliveNanos;
    private volatile boolean allowCoreThreadTimeOut;
    private volatile int corePoolSize;
    private volatile int maximumPoolSize;

    /** A thread of the pool; as a lock it is held while a task runs, so that idle ones can be told. */
    private final class Worker extends AbstractQueuedSynchronizer implements Runnable {
        final Thread thread;
        Runnable firstTask;
        volatile long completedTasks;

        Worker(Runnable firstTask) {
            // Not to be interrupted before it runs.
            setState(-1);
            this.firstTask = firstTask;
            this.thread = threadFactory.newThread(this);
        }

        public void run() {
            runWorker(this);
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() != 0;
        }

        @Override
        protected boolean tryAcquire(int unused) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int unused) {
            setState(0);
            return true;
        }

        void lock() {
            acquire(1);
        }

        boolean tryLock() {
            return tryAcquire(1);
        }

        void unlock() {
            release(1);
        }

        boolean isLocked() {
            return isHeldExclusively();
        }

        void interruptIfStarted() {
            if (getState() >= 0 && thread != null) {
                thread.interrupt();
            }
        }
    }

    public ThreadPoolExecutor(int corePoolSize, int maximumPoolSize, long keepAliveTime, TimeUnit unit,
            BlockingQueue<Runnable> workQueue) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, workQueue, Executors.defaultThreadFactory(),
            DEFAULT_HANDLER);
    }

    public ThreadPoolExecutor(int corePoolSize, int maximumPoolSize, long keepAliveTime, TimeUnit unit,
            BlockingQueue<Runnable> workQueue, ThreadFactory threadFactory) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, workQueue, threadFactory, DEFAULT_HANDLER);
    }

    public ThreadPoolExecutor(int corePoolSize, int maximumPoolSize, long keepAliveTime, TimeUnit unit,
            BlockingQueue<Runnable> workQueue, RejectedExecutionHandler handler) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, workQueue, Executors.defaultThreadFactory(),
            handler);
    }

    public ThreadPoolExecutor(int corePoolSize, int maximumPoolSize, long keepAliveTime, TimeUnit unit,
            BlockingQueue<Runnable> workQueue, ThreadFactory threadFactory, RejectedExecutionHandler handler) {
        if (corePoolSize < 0 || maximumPoolSize <= 0 || maximumPoolSize < corePoolSize || keepAliveTime < 0) {
            throw new IllegalArgumentException();
        }
        if (workQueue == null || threadFactory == null || handler == null) {
            throw new NullPointerException();
        }
        this.corePoolSize = corePoolSize;
        this.maximumPoolSize = maximumPoolSize;
        this.workQueue = workQueue;
        this.keepAliveNanos = unit.toNanos(keepAliveTime);
        this.threadFactory = threadFactory;
        this.handler = handler;
    }

    public void execute(Runnable command) {
        if (command == null) {
            throw new NullPointerException();
        }
        if (poolSize < corePoolSize && addWorker(command, true)) {
            return;
        }
        if (runState == RUNNING && workQueue.offer(command)) {
            if (runState != RUNNING && remove(command)) {
                reject(command);
            } else if (poolSize == 0) {
                addWorker(null, false);
            }
        } else if (!addWorker(command, false)) {
            reject(command);
        }
    }

    final void reject(Runnable command) {
        handler.rejectedExecution(command, this);
    }

    final boolean isRunning() {
        return runState == RUNNING;
    }

    final boolean isStopped() {
        return runState >= STOP;
    }

    /** Starts a worker unless the pool is large enough or no longer needs one. */
    private boolean addWorker(Runnable firstTask, boolean core) {
        Worker w;
        mainLock.lock();
        try {
            int rs = runState;
            if (rs >= STOP || (rs == SHUTDOWN && (firstTask != null || workQueue.isEmpty()))
                    || poolSize >= (core ? corePoolSize : maximumPoolSize)) {
                return false;
            }
            poolSize++;
        } finally {
            mainLock.unlock();
        }
        boolean started = false;
        w = null;
        try {
            // Outside the lock: a factory is the user's code.
            w = new Worker(firstTask);
            if (w.thread != null) {
                mainLock.lock();
                try {
                    if (runState < STOP && (runState == RUNNING || firstTask == null)) {
                        workers.add(w);
                        largestPoolSize = Math.max(largestPoolSize, workers.size());
                        started = true;
                    }
                } finally {
                    mainLock.unlock();
                }
                if (started) {
                    started = false;
                    w.thread.start();
                    started = true;
                }
            }
        } finally {
            if (!started) {
                mainLock.lock();
                try {
                    if (w != null) {
                        workers.remove(w);
                    }
                    poolSize--;
                    tryTerminate();
                } finally {
                    mainLock.unlock();
                }
            }
        }
        return started;
    }

    private void runWorker(Worker w) {
        Thread me = Thread.currentThread();
        Runnable task = w.firstTask;
        w.firstTask = null;
        w.unlock();
        boolean abrupt = true;
        try {
            while (task != null || (task = getTask()) != null) {
                w.lock();
                // A pool that stops interrupts its threads; else no old interrupt may reach the task.
                if ((runState >= STOP || (Thread.interrupted() && runState >= STOP)) && !me.isInterrupted()) {
                    me.interrupt();
                }
                try {
                    runTask(me, task);
                } finally {
                    task = null;
                    w.completedTasks++;
                    w.unlock();
                }
            }
            abrupt = false;
        } finally {
            workerDone(w, abrupt);
        }
    }

    private void runTask(Thread me, Runnable task) {
        beforeExecute(me, task);
        try {
            task.run();
            afterExecute(task, null);
        } catch (Throwable t) {
            afterExecute(task, t);
            throw t;
        }
    }

    /** The next task, or null when this worker is no longer needed; then it is no longer counted. */
    private Runnable getTask() {
        boolean late = false;
        while (true) {
            boolean timed;
            mainLock.lock();
            try {
                if (runState >= STOP || (runState == SHUTDOWN && workQueue.isEmpty())) {
                    poolSize--;
                    return null;
                }
                timed = allowCoreThreadTimeOut || poolSize > corePoolSize;
                if ((poolSize > maximumPoolSize || (timed && late)) && (poolSize > 1 || workQueue.isEmpty())) {
                    poolSize--;
                    return null;
                }
            } finally {
                mainLock.unlock();
            }
            try {
                Runnable r = timed ? workQueue.poll(keepAliveNanos, TimeUnit.NANOSECONDS) : workQueue.take();
                if (r != null) {
                    return r;
                }
                late = true;
            } catch (InterruptedException again) {
                late = false;
            }
        }
    }

    private void workerDone(Worker w, boolean abrupt) {
        boolean replace;
        mainLock.lock();
        try {
            if (abrupt) {
                poolSize--;
            }
            completedTaskCount += w.completedTasks;
            workers.remove(w);
            tryTerminate();
            int least = allowCoreThreadTimeOut ? 0 : corePoolSize;
            if (least == 0 && !workQueue.isEmpty()) {
                least = 1;
            }
            replace = runState < STOP && (abrupt || poolSize < least);
        } finally {
            mainLock.unlock();
        }
        if (replace) {
            addWorker(null, false);
        }
    }

    /** Ends the pool if it is shut down and nothing is left; with the lock held. */
    final void tryTerminate() {
        mainLock.lock();
        try {
            int rs = runState;
            if (rs == RUNNING || rs >= TIDYING || (rs == SHUTDOWN && !workQueue.isEmpty())) {
                return;
            }
            if (poolSize != 0) {
                // The next that is idle sees that it is over, and tells the one after it.
                interruptIdleWorkers(true);
                return;
            }
            runState = TIDYING;
            try {
                terminated();
            } finally {
                runState = TERMINATED;
                termination.signalAll();
            }
        } finally {
            mainLock.unlock();
        }
    }

    private void interruptIdleWorkers(boolean onlyOne) {
        mainLock.lock();
        try {
            for (Worker w : workers) {
                if (!w.thread.isInterrupted() && w.tryLock()) {
                    try {
                        w.thread.interrupt();
                    } finally {
                        w.unlock();
                    }
                }
                if (onlyOne) {
                    break;
                }
            }
        } finally {
            mainLock.unlock();
        }
    }

    void onShutdown() {
    }

    public void shutdown() {
        mainLock.lock();
        try {
            runState = Math.max(runState, SHUTDOWN);
            interruptIdleWorkers(false);
            onShutdown();
            tryTerminate();
        } finally {
            mainLock.unlock();
        }
    }

    public List<Runnable> shutdownNow() {
        mainLock.lock();
        try {
            runState = Math.max(runState, STOP);
            for (Worker w : workers) {
                w.interruptIfStarted();
            }
            List<Runnable> tasks = new ArrayList<>();
            workQueue.drainTo(tasks);
            if (!workQueue.isEmpty()) {
                for (Runnable r : workQueue.toArray(new Runnable[0])) {
                    if (workQueue.remove(r)) {
                        tasks.add(r);
                    }
                }
            }
            tryTerminate();
            return tasks;
        } finally {
            mainLock.unlock();
        }
    }

    public boolean isShutdown() {
        return runState != RUNNING;
    }

    public boolean isTerminating() {
        int rs = runState;
        return rs >= SHUTDOWN && rs < TERMINATED;
    }

    public boolean isTerminated() {
        return runState == TERMINATED;
    }

    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        mainLock.lock();
        try {
            while (runState < TERMINATED) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = termination.awaitNanos(nanos);
            }
            return true;
        } finally {
            mainLock.unlock();
        }
    }

    @Deprecated(since = "9")
    protected void finalize() {
    }

    public void setThreadFactory(ThreadFactory threadFactory) {
        if (threadFactory == null) {
            throw new NullPointerException();
        }
        this.threadFactory = threadFactory;
    }

    public ThreadFactory getThreadFactory() {
        return threadFactory;
    }

    public void setRejectedExecutionHandler(RejectedExecutionHandler handler) {
        if (handler == null) {
            throw new NullPointerException();
        }
        this.handler = handler;
    }

    public RejectedExecutionHandler getRejectedExecutionHandler() {
        return handler;
    }

    public void setCorePoolSize(int corePoolSize) {
        if (corePoolSize < 0 || maximumPoolSize < corePoolSize) {
            throw new IllegalArgumentException();
        }
        int delta = corePoolSize - this.corePoolSize;
        this.corePoolSize = corePoolSize;
        if (poolSize > corePoolSize) {
            interruptIdleWorkers(false);
        } else if (delta > 0) {
            int k = Math.min(delta, workQueue.size());
            while (k-- > 0 && addWorker(null, true)) {
                if (workQueue.isEmpty()) {
                    break;
                }
            }
        }
    }

    public int getCorePoolSize() {
        return corePoolSize;
    }

    public boolean prestartCoreThread() {
        return poolSize < corePoolSize && addWorker(null, true);
    }

    final void ensurePrestart() {
        if (poolSize < corePoolSize) {
            addWorker(null, true);
        } else if (poolSize == 0) {
            addWorker(null, false);
        }
    }

    public int prestartAllCoreThreads() {
        int n = 0;
        while (addWorker(null, true)) {
            n++;
        }
        return n;
    }

    public boolean allowsCoreThreadTimeOut() {
        return allowCoreThreadTimeOut;
    }

    public void allowCoreThreadTimeOut(boolean value) {
        if (value && keepAliveNanos <= 0) {
            throw new IllegalArgumentException("Core threads must have nonzero keep alive times");
        }
        if (value != allowCoreThreadTimeOut) {
            allowCoreThreadTimeOut = value;
            if (value) {
                interruptIdleWorkers(false);
            }
        }
    }

    public void setMaximumPoolSize(int maximumPoolSize) {
        if (maximumPoolSize <= 0 || maximumPoolSize < corePoolSize) {
            throw new IllegalArgumentException();
        }
        this.maximumPoolSize = maximumPoolSize;
        if (poolSize > maximumPoolSize) {
            interruptIdleWorkers(false);
        }
    }

    public int getMaximumPoolSize() {
        return maximumPoolSize;
    }

    public void setKeepAliveTime(long time, TimeUnit unit) {
        if (time < 0) {
            throw new IllegalArgumentException();
        }
        if (time == 0 && allowsCoreThreadTimeOut()) {
            throw new IllegalArgumentException("Core threads must have nonzero keep alive times");
        }
        long nanos = unit.toNanos(time);
        long delta = nanos - keepAliveNanos;
        keepAliveNanos = nanos;
        if (delta < 0) {
            interruptIdleWorkers(false);
        }
    }

    public long getKeepAliveTime(TimeUnit unit) {
        return unit.convert(keepAliveNanos, TimeUnit.NANOSECONDS);
    }

    public BlockingQueue<Runnable> getQueue() {
        return workQueue;
    }

    public boolean remove(Runnable task) {
        boolean removed = workQueue.remove(task);
        tryTerminate();
        return removed;
    }

    public void purge() {
        workQueue.removeIf(r -> r instanceof Future<?> && ((Future<?>) r).isCancelled());
        tryTerminate();
    }

    public int getPoolSize() {
        mainLock.lock();
        try {
            return runState >= TIDYING ? 0 : workers.size();
        } finally {
            mainLock.unlock();
        }
    }

    public int getActiveCount() {
        mainLock.lock();
        try {
            int n = 0;
            for (Worker w : workers) {
                if (w.isLocked()) {
                    n++;
                }
            }
            return n;
        } finally {
            mainLock.unlock();
        }
    }

    public int getLargestPoolSize() {
        mainLock.lock();
        try {
            return largestPoolSize;
        } finally {
            mainLock.unlock();
        }
    }

    public long getTaskCount() {
        mainLock.lock();
        try {
            return getCompletedTaskCount() + getActiveCount() + workQueue.size();
        } finally {
            mainLock.unlock();
        }
    }

    public long getCompletedTaskCount() {
        mainLock.lock();
        try {
            long n = completedTaskCount;
            for (Worker w : workers) {
                n += w.completedTasks;
            }
            return n;
        } finally {
            mainLock.unlock();
        }
    }

    public String toString() {
        mainLock.lock();
        try {
            String state = runState == RUNNING ? "Running" : runState == TERMINATED ? "Terminated" : "Shutting down";
            return super.toString() + "[" + state + ", pool size = " + workers.size()
                + ", active threads = " + getActiveCount() + ", queued tasks = " + workQueue.size()
                + ", completed tasks = " + getCompletedTaskCount() + "]";
        } finally {
            mainLock.unlock();
        }
    }

    protected void beforeExecute(Thread t, Runnable r) {
    }

    protected void afterExecute(Runnable r, Throwable t) {
    }

    protected void terminated() {
    }

    /** Runs a rejected task in the thread that brought it. */
    public static class CallerRunsPolicy implements RejectedExecutionHandler {
        public CallerRunsPolicy() {
        }

        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            if (!e.isShutdown()) {
                r.run();
            }
        }
    }

    /** Throws. */
    public static class AbortPolicy implements RejectedExecutionHandler {
        public AbortPolicy() {
        }

        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            throw new RejectedExecutionException("Task " + r.toString() + " rejected from " + e.toString());
        }
    }

    /** Drops the task. */
    public static class DiscardPolicy implements RejectedExecutionHandler {
        public DiscardPolicy() {
        }

        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
        }
    }

    /** Drops the task that waits longest and tries again. */
    public static class DiscardOldestPolicy implements RejectedExecutionHandler {
        public DiscardOldestPolicy() {
        }

        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            if (!e.isShutdown()) {
                e.getQueue().poll();
                e.execute(r);
            }
        }
    }
}
