package java.util.concurrent;

/** What is due after some time. */
public interface Delayed extends Comparable<Delayed> {

    long getDelay(TimeUnit unit);
}
