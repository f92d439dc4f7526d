package java.util.concurrent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** What every executor service can do once it executes. */
public abstract class AbstractExecutorService implements ExecutorService {

    public AbstractExecutorService() {
    }

    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new FutureTask<T>(runnable, value);
    }

    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new FutureTask<T>(callable);
    }

    public Future<?> submit(Runnable task) {
        if (task == null) {
            throw new NullPointerException();
        }
        RunnableFuture<Void> future = newTaskFor(task, null);
        execute(future);
        return future;
    }

    public <T> Future<T> submit(Runnable task, T result) {
        if (task == null) {
            throw new NullPointerException();
        }
        RunnableFuture<T> future = newTaskFor(task, result);
        execute(future);
        return future;
    }

    public <T> Future<T> submit(Callable<T> task) {
        if (task == null) {
            throw new NullPointerException();
        }
        RunnableFuture<T> future = newTaskFor(task);
        execute(future);
        return future;
    }

    /** Starts tasks one after the other until one has a result; takes the first result there is. */
    private <T> T doInvokeAny(Collection<? extends Callable<T>> tasks, boolean timed, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        int waiting = tasks.size();
        if (waiting == 0) {
            throw new IllegalArgumentException();
        }
        ArrayList<Future<T>> futures = new ArrayList<>(waiting);
        ExecutorCompletionService<T> service = new ExecutorCompletionService<T>(this);
        try {
            ExecutionException failure = null;
            long deadline = timed ? System.nanoTime() + nanos : 0;
            Iterator<? extends Callable<T>> it = tasks.iterator();
            futures.add(service.submit(it.next()));
            waiting--;
            int active = 1;
            while (true) {
                Future<T> f = service.poll();
                if (f == null) {
                    if (waiting > 0) {
                        waiting--;
                        futures.add(service.submit(it.next()));
                        active++;
                    } else if (active == 0) {
                        break;
                    } else if (timed) {
                        f = service.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                        if (f == null) {
                            throw new TimeoutException();
                        }
                    } else {
                        f = service.take();
                    }
                }
                if (f != null) {
                    active--;
                    try {
                        return f.get();
                    } catch (ExecutionException e) {
                        failure = e;
                    } catch (RuntimeException e) {
                        failure = new ExecutionException(e);
                    }
                }
            }
            throw failure;
        } finally {
            cancelAll(futures, 0);
        }
    }

    private static <T> void cancelAll(List<Future<T>> futures, int from) {
        for (int i = from; i < futures.size(); i++) {
            futures.get(i).cancel(true);
        }
    }

    public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try {
            return doInvokeAny(tasks, false, 0);
        } catch (TimeoutException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return doInvokeAny(tasks, true, unit.toNanos(timeout));
    }

    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        ArrayList<Future<T>> futures = new ArrayList<>(tasks.size());
        boolean done = false;
        try {
            for (Callable<T> t : tasks) {
                RunnableFuture<T> f = newTaskFor(t);
                futures.add(f);
                execute(f);
            }
            for (int i = 0; i < futures.size(); i++) {
                Future<T> f = futures.get(i);
                if (!f.isDone()) {
                    try {
                        f.get();
                    } catch (CancellationException | ExecutionException itsOwn) {
                        // Whoever asks the future will hear of it.
                        continue;
                    }
                }
            }
            done = true;
            return futures;
        } finally {
            if (!done) {
                cancelAll(futures, 0);
            }
        }
    }

    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        long deadline = System.nanoTime() + nanos;
        ArrayList<Future<T>> futures = new ArrayList<>(tasks.size());
        int finished = 0;
        boolean done = false;
        try {
            for (Callable<T> t : tasks) {
                futures.add(newTaskFor(t));
            }
            for (int i = 0; i < futures.size(); i++) {
                if ((i == 0 ? nanos : deadline - System.nanoTime()) <= 0) {
                    return futures;
                }
                execute((Runnable) futures.get(i));
            }
            for (; finished < futures.size(); finished++) {
                Future<T> f = futures.get(finished);
                if (!f.isDone()) {
                    try {
                        f.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                    } catch (CancellationException | ExecutionException itsOwn) {
                        continue;
                    } catch (TimeoutException late) {
                        return futures;
                    }
                }
            }
            done = true;
            return futures;
        } finally {
            if (!done) {
                cancelAll(futures, finished);
            }
        }
    }
}
