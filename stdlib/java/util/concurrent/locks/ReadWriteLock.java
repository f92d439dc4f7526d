package java.util.concurrent.locks;

/** A pair of locks: many readers, or one writer. */
public interface ReadWriteLock {

    Lock readLock();

    Lock writeLock();
}
