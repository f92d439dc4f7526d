package java.util.concurrent;

/** A task that gives a result or throws. */
@FunctionalInterface
public interface Callable<V> {

    V call() throws Exception;
}
