package java.util.concurrent.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A lock for one writer, many readers, or readers that only check afterwards whether someone wrote. */
public class StampedLock implements java.io.Serializable {
    // The state: 7 bits for readers, one for the writer, above them a version that each write changes.
    private static final long READER = 1;
    private static final long WRITER = 1 << 7;
    private static final long READERS = WRITER - 1;
    private static final long MAX_READERS = READERS - 1;
    private static final long HOLDS = READERS | WRITER;
    private static final long VERSION = ~READERS;
    private static final long ORIGIN = WRITER << 1;

    private final Sync sync = new Sync();

    private static final class Sync extends AbstractQueuedLongSynchronizer {
        /** Readers that found the 7 bits full. */
        private final AtomicInteger overflow = new AtomicInteger();

        Sync() {
            setState(ORIGIN);
        }

        long state() {
            return getState();
        }

        boolean change(long from, long to) {
            return compareAndSetState(from, to);
        }

        @Override
        protected boolean tryAcquire(long unused) {
            return tryWrite() != 0;
        }

        long tryWrite() {
            long s = getState();
            return (s & HOLDS) == 0 && compareAndSetState(s, s | WRITER) ? s | WRITER : 0;
        }

        @Override
        protected boolean tryRelease(long unused) {
            long next = getState() + WRITER;
            setState(next == 0 ? ORIGIN : next);
            return true;
        }

        @Override
        protected long tryAcquireShared(long unused) {
            // Readers that come now wait behind a writer who is next.
            return (getState() & READERS) != 0 && isFirstQueuedExclusive() && !isQueued(Thread.currentThread())
                || tryRead() == 0 ? -1 : 1;
        }

        long tryRead() {
            while (true) {
                long s = getState();
                if ((s & WRITER) != 0) {
                    return 0;
                }
                if ((s & READERS) >= MAX_READERS) {
                    // One step that can't fail halfway: those beyond the limit are counted aside.
                    if ((s & READERS) == MAX_READERS && compareAndSetState(s, s | READERS)) {
                        overflow.incrementAndGet();
                        setState(s);
                        return s;
                    }
                    Thread.yield();
                } else if (compareAndSetState(s, s + READER)) {
                    return s + READER;
                }
            }
        }

        boolean hasReader(long stamp, long s) {
            return (stamp & VERSION) == (s & VERSION) && (stamp & READERS) != 0 && (s & READERS) != 0;
        }

        /** Lets one reader go, if the stamp is one of a reader now; stamp 0 stands for any. */
        boolean leave(long stamp) {
            while (true) {
                long s = getState();
                if (stamp == 0 ? (s & READERS) == 0 : !hasReader(stamp, s)) {
                    return false;
                }
                if ((s & READERS) < MAX_READERS) {
                    if (compareAndSetState(s, s - READER)) {
                        if ((s & READERS) == READER) {
                            releaseShared(0);
                        }
                        return true;
                    }
                } else if ((s & READERS) == MAX_READERS && compareAndSetState(s, s | READERS)) {
                    if (overflow.get() > 0) {
                        overflow.decrementAndGet();
                        setState(s);
                    } else {
                        setState(s - READER);
                    }
                    return true;
                } else {
                    Thread.yield();
                }
            }
        }

        @Override
        protected boolean tryReleaseShared(long unused) {
            // The state has changed already: only the waking is wanted.
            return true;
        }

        int readers() {
            long n = getState() & READERS;
            return (int) (n < MAX_READERS ? n : MAX_READERS + overflow.get());
        }
    }

    public StampedLock() {
    }

    public long writeLock() {
        sync.acquire(1);
        return sync.state();
    }

    public long tryWriteLock() {
        return sync.tryWrite();
    }

    public long tryWriteLock(long time, TimeUnit unit) throws InterruptedException {
        return sync.tryAcquireNanos(1, unit.toNanos(time)) ? sync.state() : 0;
    }

    public long writeLockInterruptibly() throws InterruptedException {
        sync.acquireInterruptibly(1);
        return sync.state();
    }

    public long readLock() {
        sync.acquireShared(1);
        return readStamp();
    }

    /** While we read the version cannot change, so any stamp with a reader in it will do. */
    private long readStamp() {
        long s = sync.state();
        return (s & READERS) > MAX_READERS ? s - READER : s;
    }

    public long tryReadLock() {
        return sync.tryRead();
    }

    public long tryReadLock(long time, TimeUnit unit) throws InterruptedException {
        return sync.tryAcquireSharedNanos(1, unit.toNanos(time)) ? readStamp() : 0;
    }

    public long readLockInterruptibly() throws InterruptedException {
        sync.acquireSharedInterruptibly(1);
        return readStamp();
    }

    public long tryOptimisticRead() {
        long s = sync.state();
        return (s & WRITER) == 0 ? s & VERSION : 0;
    }

    public boolean validate(long stamp) {
        rvm.internal.Atomics.fullFence();
        return (stamp & VERSION) == (sync.state() & VERSION);
    }

    public void unlockWrite(long stamp) {
        if (sync.state() != stamp || (stamp & WRITER) == 0) {
            throw new IllegalMonitorStateException();
        }
        sync.release(1);
    }

    public void unlockRead(long stamp) {
        if ((stamp & READERS) == 0 || !sync.leave(stamp)) {
            throw new IllegalMonitorStateException();
        }
    }

    public void unlock(long stamp) {
        if ((stamp & WRITER) != 0) {
            unlockWrite(stamp);
        } else {
            unlockRead(stamp);
        }
    }

    public long tryConvertToWriteLock(long stamp) {
        long a = stamp & HOLDS;
        while (true) {
            long s = sync.state();
            if ((s & VERSION) != (stamp & VERSION)) {
                return 0;
            }
            long m = s & HOLDS;
            if (m == 0) {
                if (a != 0) {
                    return 0;
                }
                if (sync.change(s, s | WRITER)) {
                    return s | WRITER;
                }
            } else if (m == WRITER) {
                return a == m ? stamp : 0;
            } else if (m == READER && a != 0) {
                if (sync.change(s, s - READER + WRITER)) {
                    return s - READER + WRITER;
                }
            } else {
                return 0;
            }
        }
    }

    public long tryConvertToReadLock(long stamp) {
        long a = stamp & HOLDS;
        long s = sync.state();
        if ((s & VERSION) != (stamp & VERSION)) {
            return 0;
        }
        if (a >= WRITER) {
            if (s != stamp) {
                return 0;
            }
            long next = s + WRITER + READER;
            sync.change(s, next);
            sync.releaseShared(0);
            return next;
        }
        if (a != 0) {
            return sync.hasReader(stamp, s) ? stamp : 0;
        }
        long got = sync.tryRead();
        if (got != 0 && (got & VERSION) != (stamp & VERSION)) {
            sync.leave(0);
            return 0;
        }
        return got;
    }

    public long tryConvertToOptimisticRead(long stamp) {
        long a = stamp & HOLDS;
        long s = sync.state();
        if ((s & VERSION) != (stamp & VERSION)) {
            return 0;
        }
        if (a >= WRITER) {
            if (s != stamp) {
                return 0;
            }
            sync.release(1);
            return sync.state() & VERSION;
        }
        if (a == 0) {
            return stamp;
        }
        return sync.leave(stamp) ? stamp & VERSION : 0;
    }

    public boolean tryUnlockWrite() {
        if ((sync.state() & WRITER) == 0) {
            return false;
        }
        sync.release(1);
        return true;
    }

    public boolean tryUnlockRead() {
        return sync.leave(0);
    }

    public boolean isWriteLocked() {
        return (sync.state() & WRITER) != 0;
    }

    public boolean isReadLocked() {
        return (sync.state() & READERS) != 0;
    }

    public static boolean isWriteLockStamp(long stamp) {
        return (stamp & HOLDS) == WRITER;
    }

    public static boolean isReadLockStamp(long stamp) {
        return (stamp & READERS) != 0;
    }

    public static boolean isLockStamp(long stamp) {
        return (stamp & HOLDS) != 0;
    }

    public static boolean isOptimisticReadStamp(long stamp) {
        return (stamp & HOLDS) == 0 && stamp != 0;
    }

    public int getReadLockCount() {
        return sync.readers();
    }

    public String toString() {
        long s = sync.state();
        return super.toString() + ((s & HOLDS) == 0 ? "[Unlocked]"
            : (s & WRITER) != 0 ? "[Write-locked]" : "[Read-locks:" + sync.readers() + "]");
    }

    public Lock asReadLock() {
        return new View(true);
    }

    public Lock asWriteLock() {
        return new View(false);
    }

    public ReadWriteLock asReadWriteLock() {
        return new ReadWriteLock() {
            public Lock readLock() {
                return asReadLock();
            }

            public Lock writeLock() {
                return asWriteLock();
            }
        };
    }

    private final class View implements Lock {
        private final boolean read;

        View(boolean read) {
            this.read = read;
        }

        public void lock() {
            if (read) {
                readLock();
            } else {
                writeLock();
            }
        }

        public void lockInterruptibly() throws InterruptedException {
            if (read) {
                readLockInterruptibly();
            } else {
                writeLockInterruptibly();
            }
        }

        public boolean tryLock() {
            return (read ? tryReadLock() : tryWriteLock()) != 0;
        }

        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            return (read ? tryReadLock(time, unit) : tryWriteLock(time, unit)) != 0;
        }

        public void unlock() {
            if (!(read ? tryUnlockRead() : tryUnlockWrite())) {
                throw new IllegalMonitorStateException();
            }
        }

        public Condition newCondition() {
            throw new UnsupportedOperationException();
        }
    }
}
