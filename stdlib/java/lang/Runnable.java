package java.lang;

/** A piece of work that can be run. */
@FunctionalInterface
public interface Runnable {
    void run();
}
