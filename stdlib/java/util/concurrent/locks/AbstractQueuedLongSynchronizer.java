package java.util.concurrent.locks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import rvm.internal.Atomics;

/**
 * A queue of waiting threads around a number whose meaning a subclass gives.
 *
 * <p>Waiting threads stand in a linked list. Only the first of them, the one behind {@code head}, tries to acquire; who
 * succeeds becomes the new head. A release wakes the first, if that says that it parks; it says so before it looks at
 * the number for the last time. That no wake-up is lost follows from the order of volatile accesses: a thread enters
 * the list, says that it parks and then looks at the number, a release changes the number and then looks at the list. Links to predecessors are always right, those to successors are hints.
 */
public abstract class AbstractQueuedLongSynchronizer extends AbstractOwnableSynchronizer implements java.io.Serializable {
    private static final long STATE = Atomics.fieldOffset(AbstractQueuedLongSynchronizer.class, "state");
    private static final long HEAD = Atomics.fieldOffset(AbstractQueuedLongSynchronizer.class, "head");
    private static final long TAIL = Atomics.fieldOffset(AbstractQueuedLongSynchronizer.class, "tail");
    private static final long STATUS = Atomics.fieldOffset(Node.class, "status");
    private static final long NEXT = Atomics.fieldOffset(Node.class, "next");

    private static final int WAITING = 0;
    private static final int CANCELLED = 1;
    private static final int ON_CONDITION = 2;

    /** So often a woken thread looks for the lock before it parks again. */
    private static final int MOST_LOOKS = 255;

    // How an attempt in the queue ended.
    private static final int ACQUIRED = 0;
    private static final int ACQUIRED_INTERRUPTED = 1;
    private static final int TIMED_OUT = 2;
    private static final int INTERRUPTED = 3;

    private static final class Node {
        volatile Node prev;
        volatile Node next;
        volatile Thread waiter;
        volatile int status;
        volatile boolean queued;
        /** It parks, or is about to: a release takes this back and wakes it. */
        volatile boolean parked;
        final boolean shared;
        /** The next in a condition's list. */
        Node nextWaiter;

        Node(Thread waiter, boolean shared) {
            this.waiter = waiter;
            this.shared = shared;
        }

        boolean move(int from, int to) {
            return Atomics.compareAndSetInt(this, STATUS, from, to);
        }
    }

    private transient volatile Node head;
    private transient volatile Node tail;
    private volatile long state;

    public AbstractQueuedLongSynchronizer() {
    }

    protected final long getState() {
        return state;
    }

    protected final void setState(long newState) {
        state = newState;
    }

    protected final boolean compareAndSetState(long expect, long update) {
        return Atomics.compareAndSetLong(this, STATE, expect, update);
    }

    // The queue.

    private void enqueue(Node node) {
        while (true) {
            Node t = tail;
            if (t == null) {
                Node first = new Node(null, false);
                if (Atomics.compareAndSetRef(this, HEAD, null, first)) {
                    tail = first;
                }
            } else {
                node.prev = t;
                if (Atomics.compareAndSetRef(this, TAIL, t, node)) {
                    t.next = node;
                    node.queued = true;
                    return;
                }
            }
        }
    }

    /** The first node that still waits, or null. */
    private Node first() {
        Node h = head;
        if (h == null) {
            return null;
        }
        Node s = h.next;
        if (s != null && s.status != CANCELLED) {
            return s;
        }
        s = null;
        for (Node n = tail; n != null && n != h; n = n.prev) {
            if (n.status != CANCELLED) {
                s = n;
            }
        }
        return s;
    }

    private void wakeFirst() {
        if (head != tail) {
            Node s = first();
            if (s != null && s.parked) {
                s.parked = false;
                LockSupport.unpark(s.waiter);
            }
        }
    }

    private void cancel(Node node) {
        node.waiter = null;
        node.status = CANCELLED;
        if (node.queued) {
            Node p = node.prev;
            while (p.status == CANCELLED) {
                p = p.prev;
            }
            if (tail == node && Atomics.compareAndSetRef(this, TAIL, node, p)) {
                Atomics.compareAndSetRef(p, NEXT, node, null);
            }
            // Someone may have woken us just now: pass it on.
            wakeFirst();
        }
    }

    /** Waits in the queue, which the node has entered, until it acquires; with a deadline or up to an interrupt if wanted. */
    private int acquireQueued(Node node, long arg, boolean interruptible, boolean timed, long deadline) {
        boolean interrupted = false;
        int looks = 0;
        int most = 0;
        try {
            while (true) {
                Node p = node.prev;
                while (p.status == CANCELLED) {
                    p = p.prev;
                    node.prev = p;
                    p.next = node;
                }
                if (p == head && (node.shared ? tryAcquireShared(arg) >= 0 : tryAcquire(arg))) {
                    head = node;
                    node.prev = null;
                    node.waiter = null;
                    p.next = null;
                    if (node.shared) {
                        // There may be enough for others.
                        wakeFirst();
                    }
                    return interrupted ? ACQUIRED_INTERRUPTED : ACQUIRED;
                }
                if (!node.parked) {
                    if (p == head && looks < most) {
                        // Woken before, and somebody else was faster: a lock is mostly free again soon.
                        looks++;
                        Thread.onSpinWait();
                    } else {
                        looks = 0;
                        node.parked = true;
                    }
                    continue;
                }
                most = Math.min(most * 2 + 1, MOST_LOOKS);
                if (timed) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        cancel(node);
                        return TIMED_OUT;
                    }
                    LockSupport.parkNanos(this, left);
                } else {
                    LockSupport.park(this);
                }
                if (Thread.interrupted()) {
                    if (interruptible) {
                        cancel(node);
                        return INTERRUPTED;
                    }
                    interrupted = true;
                }
            }
        } catch (RuntimeException | Error failure) {
            cancel(node);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw failure;
        }
    }

    private int acquireQueued(long arg, boolean shared, boolean interruptible, boolean timed, long deadline) {
        Node node = new Node(Thread.currentThread(), shared);
        enqueue(node);
        return acquireQueued(node, arg, interruptible, timed, deadline);
    }

    private static void restoreInterrupt(int how) {
        if (how == ACQUIRED_INTERRUPTED) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean acquired(int how) throws InterruptedException {
        if (how == INTERRUPTED) {
            throw new InterruptedException();
        }
        return how != TIMED_OUT;
    }

    // What a subclass gives.

    protected boolean tryAcquire(long arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean tryRelease(long arg) {
        throw new UnsupportedOperationException();
    }

    protected long tryAcquireShared(long arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean tryReleaseShared(long arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean isHeldExclusively() {
        throw new UnsupportedOperationException();
    }

    // What a subclass uses.

    public final void acquire(long arg) {
        if (!tryAcquire(arg)) {
            restoreInterrupt(acquireQueued(arg, false, false, false, 0));
        }
    }

    public final void acquireInterruptibly(long arg) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!tryAcquire(arg)) {
            acquired(acquireQueued(arg, false, true, false, 0));
        }
    }

    public final boolean tryAcquireNanos(long arg, long nanosTimeout) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquire(arg)) {
            return true;
        }
        return nanosTimeout > 0
            && acquired(acquireQueued(arg, false, true, true, System.nanoTime() + nanosTimeout));
    }

    public final boolean release(long arg) {
        if (tryRelease(arg)) {
            wakeFirst();
            return true;
        }
        return false;
    }

    public final void acquireShared(long arg) {
        if (tryAcquireShared(arg) < 0) {
            restoreInterrupt(acquireQueued(arg, true, false, false, 0));
        }
    }

    public final void acquireSharedInterruptibly(long arg) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquireShared(arg) < 0) {
            acquired(acquireQueued(arg, true, true, false, 0));
        }
    }

    public final boolean tryAcquireSharedNanos(long arg, long nanosTimeout) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquireShared(arg) >= 0) {
            return true;
        }
        return nanosTimeout > 0
            && acquired(acquireQueued(arg, true, true, true, System.nanoTime() + nanosTimeout));
    }

    public final boolean releaseShared(long arg) {
        if (tryReleaseShared(arg)) {
            wakeFirst();
            return true;
        }
        return false;
    }

    // Looking at the queue.

    public final boolean hasQueuedThreads() {
        return first() != null;
    }

    public final boolean hasContended() {
        return head != null;
    }

    public final Thread getFirstQueuedThread() {
        Node s = first();
        return s == null ? null : s.waiter;
    }

    public final boolean isQueued(Thread thread) {
        if (thread == null) {
            throw new NullPointerException();
        }
        for (Node n = tail; n != null; n = n.prev) {
            if (n.waiter == thread) {
                return true;
            }
        }
        return false;
    }

    final boolean isFirstQueuedExclusive() {
        Node s = first();
        return s != null && !s.shared && s.waiter != null;
    }

    public final boolean hasQueuedPredecessors() {
        if (head == tail) {
            return false;
        }
        Node s = first();
        if (s == null) {
            return false;
        }
        Thread t = s.waiter;
        return t != null && t != Thread.currentThread();
    }

    public final int getQueueLength() {
        int n = 0;
        for (Node p = tail; p != null; p = p.prev) {
            if (p.waiter != null) {
                n++;
            }
        }
        return n;
    }

    private Collection<Thread> threads(boolean exclusive, boolean shared) {
        ArrayList<Thread> list = new ArrayList<>();
        for (Node p = tail; p != null; p = p.prev) {
            Thread t = p.waiter;
            if (t != null && (p.shared ? shared : exclusive)) {
                list.add(t);
            }
        }
        return list;
    }

    public final Collection<Thread> getQueuedThreads() {
        return threads(true, true);
    }

    public final Collection<Thread> getExclusiveQueuedThreads() {
        return threads(true, false);
    }

    public final Collection<Thread> getSharedQueuedThreads() {
        return threads(false, true);
    }

    public String toString() {
        return super.toString() + "[State = " + getState() + ", " + (hasQueuedThreads() ? "non" : "") + "empty queue]";
    }

    // Conditions.

    public final boolean owns(ConditionObject condition) {
        return condition.owner() == this;
    }

    private void requireOwned(ConditionObject condition) {
        if (!owns(condition)) {
            throw new IllegalArgumentException("Not owner");
        }
    }

    public final boolean hasWaiters(ConditionObject condition) {
        requireOwned(condition);
        return condition.hasWaiters();
    }

    public final int getWaitQueueLength(ConditionObject condition) {
        requireOwned(condition);
        return condition.getWaitQueueLength();
    }

    public final Collection<Thread> getWaitingThreads(ConditionObject condition) {
        requireOwned(condition);
        return condition.getWaitingThreads();
    }

    /** A condition of a lock built on this class. Its list of waiters is touched only by who holds the lock. */
    public class ConditionObject implements Condition, java.io.Serializable {
        private transient Node firstWaiter;
        private transient Node lastWaiter;

        public ConditionObject() {
        }

        final AbstractQueuedLongSynchronizer owner() {
            return AbstractQueuedLongSynchronizer.this;
        }

        private void requireLock() {
            if (!isHeldExclusively()) {
                throw new IllegalMonitorStateException();
            }
        }

        private Node addWaiter() {
            requireLock();
            Node node = new Node(Thread.currentThread(), false);
            node.status = ON_CONDITION;
            node.parked = true;
            if (lastWaiter == null) {
                firstWaiter = node;
            } else {
                lastWaiter.nextWaiter = node;
            }
            lastWaiter = node;
            return node;
        }

        /** Drops those that no longer wait here. */
        private void unlinkGone() {
            Node before = null;
            for (Node n = firstWaiter; n != null; n = n.nextWaiter) {
                if (n.status == ON_CONDITION) {
                    before = n;
                } else if (before == null) {
                    firstWaiter = n.nextWaiter;
                } else {
                    before.nextWaiter = n.nextWaiter;
                }
            }
            lastWaiter = before;
        }

        private boolean signalNext() {
            Node n = firstWaiter;
            firstWaiter = n.nextWaiter;
            if (firstWaiter == null) {
                lastWaiter = null;
            }
            n.nextWaiter = null;
            if (!n.move(ON_CONDITION, WAITING)) {
                return false;
            }
            enqueue(n);
            return true;
        }

        public final void signal() {
            requireLock();
            while (firstWaiter != null && !signalNext()) {
                continue;
            }
        }

        public final void signalAll() {
            requireLock();
            while (firstWaiter != null) {
                signalNext();
            }
        }

        private long releaseAll(Node node) {
            long saved = getState();
            boolean released = false;
            try {
                released = release(saved);
            } finally {
                if (!released) {
                    node.status = CANCELLED;
                }
            }
            if (!released) {
                throw new IllegalMonitorStateException();
            }
            return saved;
        }

        /** The one way to wait: until a signal, an interrupt or a time. False if neither signal nor interrupt came. */
        private boolean doAwait(boolean interruptible, boolean timed, long deadline, long until)
                throws InterruptedException {
            if (interruptible && Thread.interrupted()) {
                throw new InterruptedException();
            }
            Node node = addWaiter();
            long saved = releaseAll(node);
            boolean signalled = true;
            boolean interrupted = false;
            boolean interruptedFirst = false;
            while (node.status == ON_CONDITION) {
                boolean late = false;
                if (timed) {
                    long left = until == 0 ? deadline - System.nanoTime() : until - System.currentTimeMillis();
                    late = left <= 0;
                    if (!late && until == 0) {
                        LockSupport.parkNanos(this, left);
                    } else if (!late) {
                        LockSupport.parkUntil(this, until);
                    }
                } else {
                    LockSupport.park(this);
                }
                boolean stopped = Thread.interrupted();
                interrupted |= stopped;
                if ((late || (stopped && interruptible)) && node.move(ON_CONDITION, WAITING)) {
                    enqueue(node);
                    signalled = false;
                    interruptedFirst = stopped && interruptible;
                }
            }
            // Whoever signalled is about to queue us.
            while (!node.queued) {
                Thread.yield();
            }
            interrupted |= acquireQueued(node, saved, false, false, 0) == ACQUIRED_INTERRUPTED;
            if (!signalled) {
                unlinkGone();
            }
            if (interruptedFirst) {
                throw new InterruptedException();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return signalled;
        }

        public final void awaitUninterruptibly() {
            try {
                doAwait(false, false, 0, 0);
            } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
        }

        public final void await() throws InterruptedException {
            doAwait(true, false, 0, 0);
        }

        public final long awaitNanos(long nanosTimeout) throws InterruptedException {
            long deadline = System.nanoTime() + Math.max(nanosTimeout, 0);
            doAwait(true, true, deadline, 0);
            long left = deadline - System.nanoTime();
            return left <= nanosTimeout ? left : Long.MIN_VALUE;
        }

        public final boolean awaitUntil(Date deadline) throws InterruptedException {
            // 0 says "no such time"; 1 is as long ago.
            return doAwait(true, true, 0, Math.max(deadline.getTime(), 1));
        }

        public final boolean await(long time, TimeUnit unit) throws InterruptedException {
            return doAwait(true, true, System.nanoTime() + Math.max(unit.toNanos(time), 0), 0);
        }

        protected final boolean hasWaiters() {
            return getWaitQueueLength() > 0;
        }

        protected final int getWaitQueueLength() {
            requireLock();
            int n = 0;
            for (Node w = firstWaiter; w != null; w = w.nextWaiter) {
                if (w.status == ON_CONDITION) {
                    n++;
                }
            }
            return n;
        }

        protected final Collection<Thread> getWaitingThreads() {
            requireLock();
            ArrayList<Thread> list = new ArrayList<>();
            for (Node w = firstWaiter; w != null; w = w.nextWaiter) {
                Thread t = w.waiter;
                if (w.status == ON_CONDITION && t != null) {
                    list.add(t);
                }
            }
            return list;
        }
    }
}
