package java.util.concurrent;

/** Decides about tasks that a {@link ThreadPoolExecutor} cannot take. */
public interface RejectedExecutionHandler {

    void rejectedExecution(Runnable r, ThreadPoolExecutor executor);
}
