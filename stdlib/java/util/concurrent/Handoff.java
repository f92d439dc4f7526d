package java.util.concurrent;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives elements from hand to hand: of those who give and those who take, one kind waits at any time. Behind
 * {@link SynchronousQueue} and {@link LinkedTransferQueue}.
 */
final class Handoff<E> {

    /** One who waits; the element goes through here. */
    static final class Party<E> {
        E item;
        boolean met;
        final Condition condition;

        Party(E item, Condition condition) {
            this.item = item;
            this.condition = condition;
        }
    }

    final ReentrantLock lock = new ReentrantLock();
    private final boolean fifo;
    /** Elements to give; those without a condition wait alone, nobody stands behind them. */
    final ArrayDeque<Party<E>> givers = new ArrayDeque<>();
    final ArrayDeque<Party<E>> takers = new ArrayDeque<>();

    Handoff(boolean fifo) {
        this.fifo = fifo;
    }

    private static <E> void meet(Party<E> p) {
        p.met = true;
        if (p.condition != null) {
            p.condition.signal();
        }
    }

    /** Gives to one who waits already; with the lock held. */
    private boolean giveNow(E e) {
        Party<E> taker = takers.pollFirst();
        if (taker == null) {
            return false;
        }
        taker.item = e;
        meet(taker);
        return true;
    }

    private void add(ArrayDeque<Party<E>> waiting, Party<E> p) {
        if (fifo) {
            waiting.addLast(p);
        } else {
            waiting.addFirst(p);
        }
    }

    /** Waits until met; false, and gone from the list, when the time is over. */
    private boolean await(ArrayDeque<Party<E>> waiting, Party<E> p, boolean timed, long nanos)
            throws InterruptedException {
        try {
            while (!p.met) {
                if (!timed) {
                    p.condition.await();
                } else if (nanos > 0) {
                    nanos = p.condition.awaitNanos(nanos);
                } else {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            if (!p.met) {
                throw e;
            }
            Thread.currentThread().interrupt();
        } finally {
            if (!p.met) {
                waiting.removeFirstOccurrence(p);
            }
        }
        return true;
    }

    /** Gives only to one who waits already. */
    boolean tryGive(E e) {
        lock.lock();
        try {
            return giveNow(e);
        } finally {
            lock.unlock();
        }
    }

    /** Gives, or leaves the element behind. */
    void leave(E e) {
        lock.lock();
        try {
            if (!giveNow(e)) {
                add(givers, new Party<E>(e, null));
            }
        } finally {
            lock.unlock();
        }
    }

    boolean give(E e, boolean timed, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (giveNow(e)) {
                return true;
            }
            if (timed && nanos <= 0) {
                return false;
            }
            Party<E> me = new Party<E>(e, lock.newCondition());
            add(givers, me);
            return await(givers, me, timed, nanos);
        } finally {
            lock.unlock();
        }
    }

    E tryTake() {
        lock.lock();
        try {
            Party<E> giver = givers.pollFirst();
            if (giver == null) {
                return null;
            }
            meet(giver);
            return giver.item;
        } finally {
            lock.unlock();
        }
    }

    E take(boolean timed, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Party<E> giver = givers.pollFirst();
            if (giver != null) {
                meet(giver);
                return giver.item;
            }
            if (timed && nanos <= 0) {
                return null;
            }
            Party<E> me = new Party<E>(null, lock.newCondition());
            add(takers, me);
            return await(takers, me, timed, nanos) ? me.item : null;
        } finally {
            lock.unlock();
        }
    }

    /** Takes out an element that is left or offered; whoever stands behind it is told that it is gone. */
    boolean remove(Party<E> p) {
        lock.lock();
        try {
            if (!givers.removeFirstOccurrence(p)) {
                return false;
            }
            meet(p);
            return true;
        } finally {
            lock.unlock();
        }
    }
}
