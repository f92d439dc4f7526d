package java.util.concurrent;

/** A thread of a {@link ForkJoinPool}. */
public class ForkJoinWorkerThread extends Thread {
    final ForkJoinPool pool;
    private final int index;
    /** What this thread forked. */
    final TaskQueue queue = new TaskQueue();
    /** How many waits for tasks, which run others meanwhile, are on the stack. */
    int depth;

    protected ForkJoinWorkerThread(ForkJoinPool pool) {
        super(null, null, pool.nextThreadName());
        this.pool = pool;
        this.index = pool.nextIndex();
        setDaemon(true);
        UncaughtExceptionHandler handler = pool.getUncaughtExceptionHandler();
        if (handler != null) {
            setUncaughtExceptionHandler(handler);
        }
    }

    public ForkJoinPool getPool() {
        return pool;
    }

    public int getPoolIndex() {
        return index;
    }

    protected void onStart() {
    }

    protected void onTermination(Throwable exception) {
    }

    public void run() {
        Throwable failure = null;
        try {
            onStart();
            pool.runWorker(queue);
        } catch (Throwable t) {
            failure = t;
        } finally {
            pool.workerDone();
            onTermination(failure);
            if (failure != null) {
                ForkJoinTask.sneak(failure);
            }
        }
    }
}
