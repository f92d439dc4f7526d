package java.util.concurrent.locks;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** A pair of reentrant locks: many readers, or one writer, who may read too. */
public class ReentrantReadWriteLock implements ReadWriteLock, java.io.Serializable {
    private static final int SHIFT = 16;
    private static final int READER = 1 << SHIFT;
    private static final int MAX_COUNT = (1 << SHIFT) - 1;

    private final ReadLock readerLock;
    private final WriteLock writerLock;
    final Sync sync;

    /** The state holds the readers' holds in its upper half, the writer's in its lower. */
    static final class Sync extends AbstractQueuedSynchronizer {
        final boolean fair;
        /** How often each thread reads. */
        private final transient ThreadLocal<int[]> holds = new ThreadLocal<>();

        Sync(boolean fair) {
            this.fair = fair;
        }

        static int readers(int c) {
            return c >>> SHIFT;
        }

        static int writes(int c) {
            return c & MAX_COUNT;
        }

        boolean tryWriteLock(int acquires, boolean barge) {
            Thread me = Thread.currentThread();
            int c = getState();
            if (c != 0) {
                if (writes(c) == 0 || getExclusiveOwnerThread() != me) {
                    return false;
                }
                if (writes(c) + acquires > MAX_COUNT) {
                    throw new Error("Maximum lock count exceeded");
                }
                setState(c + acquires);
                return true;
            }
            if ((!barge && hasQueuedPredecessors()) || !compareAndSetState(c, c + acquires)) {
                return false;
            }
            setExclusiveOwnerThread(me);
            return true;
        }

        @Override
        protected boolean tryAcquire(int acquires) {
            return tryWriteLock(acquires, !fair);
        }

        @Override
        protected boolean tryRelease(int releases) {
            if (!isHeldExclusively()) {
                throw new IllegalMonitorStateException();
            }
            int c = getState() - releases;
            boolean free = writes(c) == 0;
            if (free) {
                setExclusiveOwnerThread(null);
            }
            setState(c);
            return free;
        }

        /** A new reader waits behind others, or, in the unfair lock, behind a writer who is next. */
        private boolean readerShouldWait() {
            return fair ? hasQueuedPredecessors() : isFirstQueuedExclusive();
        }

        boolean tryReadLock(boolean barge) {
            Thread me = Thread.currentThread();
            while (true) {
                int c = getState();
                if (writes(c) != 0 && getExclusiveOwnerThread() != me) {
                    return false;
                }
                int[] mine = holds.get();
                if (!barge && mine == null && writes(c) == 0 && readerShouldWait()) {
                    return false;
                }
                if (readers(c) == MAX_COUNT) {
                    throw new Error("Maximum lock count exceeded");
                }
                if (compareAndSetState(c, c + READER)) {
                    if (mine == null) {
                        holds.set(new int[] {1});
                    } else {
                        mine[0]++;
                    }
                    return true;
                }
            }
        }

        @Override
        protected int tryAcquireShared(int unused) {
            return tryReadLock(false) ? 1 : -1;
        }

        @Override
        protected boolean tryReleaseShared(int unused) {
            int[] mine = holds.get();
            if (mine == null) {
                throw new IllegalMonitorStateException("attempt to unlock read lock, not locked by current thread");
            }
            if (--mine[0] == 0) {
                holds.remove();
            }
            while (true) {
                int c = getState();
                int next = c - READER;
                if (compareAndSetState(c, next)) {
                    return next == 0;
                }
            }
        }

        @Override
        protected boolean isHeldExclusively() {
            return getExclusiveOwnerThread() == Thread.currentThread();
        }

        Thread owner() {
            return writes(getState()) == 0 ? null : getExclusiveOwnerThread();
        }

        int readers() {
            return readers(getState());
        }

        int writes() {
            return writes(getState());
        }

        int readHolds() {
            int[] mine = holds.get();
            return mine == null ? 0 : mine[0];
        }
    }

    public ReentrantReadWriteLock() {
        this(false);
    }

    public ReentrantReadWriteLock(boolean fair) {
        sync = new Sync(fair);
        readerLock = new ReadLock(this);
        writerLock = new WriteLock(this);
    }

    public ReentrantReadWriteLock.WriteLock writeLock() {
        return writerLock;
    }

    public ReentrantReadWriteLock.ReadLock readLock() {
        return readerLock;
    }

    /** The lock that many can hold. */
    public static class ReadLock implements Lock, java.io.Serializable {
        private final Sync sync;

        protected ReadLock(ReentrantReadWriteLock lock) {
            sync = lock.sync;
        }

        public void lock() {
            sync.acquireShared(1);
        }

        public void lockInterruptibly() throws InterruptedException {
            sync.acquireSharedInterruptibly(1);
        }

        public boolean tryLock() {
            return sync.tryReadLock(true);
        }

        public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
            return sync.tryAcquireSharedNanos(1, unit.toNanos(timeout));
        }

        public void unlock() {
            sync.releaseShared(1);
        }

        public Condition newCondition() {
            throw new UnsupportedOperationException();
        }

        public String toString() {
            return super.toString() + "[Read locks = " + sync.readers() + "]";
        }
    }

    /** The lock that excludes all others. */
    public static class WriteLock implements Lock, java.io.Serializable {
        private final Sync sync;

        protected WriteLock(ReentrantReadWriteLock lock) {
            sync = lock.sync;
        }

        public void lock() {
            sync.acquire(1);
        }

        public void lockInterruptibly() throws InterruptedException {
            sync.acquireInterruptibly(1);
        }

        public boolean tryLock() {
            return sync.tryWriteLock(1, true);
        }

        public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
            return sync.tryAcquireNanos(1, unit.toNanos(timeout));
        }

        public void unlock() {
            sync.release(1);
        }

        public Condition newCondition() {
            return sync.new ConditionObject();
        }

        public String toString() {
            Thread o = sync.owner();
            return super.toString() + (o == null ? "[Unlocked]" : "[Locked by thread " + o.getName() + "]");
        }

        public boolean isHeldByCurrentThread() {
            return sync.isHeldExclusively();
        }

        public int getHoldCount() {
            return sync.isHeldExclusively() ? sync.writes() : 0;
        }
    }

    public final boolean isFair() {
        return sync.fair;
    }

    protected Thread getOwner() {
        return sync.owner();
    }

    public int getReadLockCount() {
        return sync.readers();
    }

    public boolean isWriteLocked() {
        return sync.writes() != 0;
    }

    public boolean isWriteLockedByCurrentThread() {
        return sync.isHeldExclusively();
    }

    public int getWriteHoldCount() {
        return sync.isHeldExclusively() ? sync.writes() : 0;
    }

    public int getReadHoldCount() {
        return sync.readHolds();
    }

    protected Collection<Thread> getQueuedWriterThreads() {
        return sync.getExclusiveQueuedThreads();
    }

    protected Collection<Thread> getQueuedReaderThreads() {
        return sync.getSharedQueuedThreads();
    }

    public final boolean hasQueuedThreads() {
        return sync.hasQueuedThreads();
    }

    public final boolean hasQueuedThread(Thread thread) {
        return sync.isQueued(thread);
    }

    public final int getQueueLength() {
        return sync.getQueueLength();
    }

    protected Collection<Thread> getQueuedThreads() {
        return sync.getQueuedThreads();
    }

    public boolean hasWaiters(Condition condition) {
        return sync.hasWaiters(ReentrantLock.own(condition));
    }

    public int getWaitQueueLength(Condition condition) {
        return sync.getWaitQueueLength(ReentrantLock.own(condition));
    }

    protected Collection<Thread> getWaitingThreads(Condition condition) {
        return sync.getWaitingThreads(ReentrantLock.own(condition));
    }

    public String toString() {
        return super.toString() + "[Write locks = " + sync.writes() + ", Read locks = " + sync.readers() + "]";
    }
}
