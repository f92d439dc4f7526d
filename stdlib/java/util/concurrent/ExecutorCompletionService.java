package java.util.concurrent;

/** A completion service over an executor and a queue. */
public class ExecutorCompletionService<V> implements CompletionService<V> {
    private final Executor executor;
    private final AbstractExecutorService maker;
    private final BlockingQueue<Future<V>> completed;

    /** Puts the task into the queue when it is done. */
    private static final class QueueingFuture<V> extends FutureTask<Void> {
        private final Future<V> task;
        private final BlockingQueue<Future<V>> queue;

        QueueingFuture(RunnableFuture<V> task, BlockingQueue<Future<V>> queue) {
            super(task, null);
            this.task = task;
            this.queue = queue;
        }

        protected void done() {
            queue.add(task);
        }
    }

    public ExecutorCompletionService(Executor executor) {
        this(executor, new LinkedBlockingQueue<Future<V>>());
    }

    public ExecutorCompletionService(Executor executor, BlockingQueue<Future<V>> completionQueue) {
        if (executor == null || completionQueue == null) {
            throw new NullPointerException();
        }
        this.executor = executor;
        this.maker = executor instanceof AbstractExecutorService ? (AbstractExecutorService) executor : null;
        this.completed = completionQueue;
    }

    private Future<V> run(RunnableFuture<V> f) {
        executor.execute(new QueueingFuture<V>(f, completed));
        return f;
    }

    public Future<V> submit(Callable<V> task) {
        if (task == null) {
            throw new NullPointerException();
        }
        return run(maker == null ? new FutureTask<V>(task) : maker.newTaskFor(task));
    }

    public Future<V> submit(Runnable task, V result) {
        if (task == null) {
            throw new NullPointerException();
        }
        return run(maker == null ? new FutureTask<V>(task, result) : maker.newTaskFor(task, result));
    }

    public Future<V> take() throws InterruptedException {
        return completed.take();
    }

    public Future<V> poll() {
        return completed.poll();
    }

    public Future<V> poll(long timeout, TimeUnit unit) throws InterruptedException {
        return completed.poll(timeout, unit);
    }
}
