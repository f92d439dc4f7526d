package java.util.concurrent;

/** The future of a task that is due after some time. */
public interface ScheduledFuture<V> extends Delayed, Future<V> {
}
