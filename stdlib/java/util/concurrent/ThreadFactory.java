package java.util.concurrent;

/** Makes the threads of an executor. */
public interface ThreadFactory {

    Thread newThread(Runnable r);
}
