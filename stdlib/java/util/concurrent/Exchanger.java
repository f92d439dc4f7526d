package java.util.concurrent;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets pairs of threads swap objects. */
public class Exchanger<V> {

    /** An offer that waits for its counterpart. */
    private static final class Offer<V> {
        final V item;
        V answer;
        boolean met;

        Offer(V item) {
            this.item = item;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition met = lock.newCondition();
    private Offer<V> waiting;

    public Exchanger() {
    }

    private V swap(V x, boolean timed, long nanos) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            Offer<V> other = waiting;
            if (other != null) {
                waiting = null;
                other.answer = x;
                other.met = true;
                met.signalAll();
                return other.item;
            }
            Offer<V> mine = new Offer<V>(x);
            waiting = mine;
            try {
                while (!mine.met) {
                    if (!timed) {
                        met.await();
                    } else if (nanos > 0) {
                        nanos = met.awaitNanos(nanos);
                    } else {
                        throw new TimeoutException();
                    }
                }
            } catch (InterruptedException e) {
                if (!mine.met) {
                    throw e;
                }
                Thread.currentThread().interrupt();
            } finally {
                if (waiting == mine) {
                    waiting = null;
                }
            }
            return mine.answer;
        } finally {
            lock.unlock();
        }
    }

    public V exchange(V x) throws InterruptedException {
        try {
            return swap(x, false, 0);
        } catch (TimeoutException impossible) {
            throw new Error(impossible);
        }
    }

    public V exchange(V x, long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        return swap(x, true, unit.toNanos(timeout));
    }
}
