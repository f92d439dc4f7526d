package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An unbounded blocking queue that gives elements when their delay is over. */
public class DelayQueue<E extends Delayed> extends AbstractQueue<E> implements BlockingQueue<E> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition available = lock.newCondition();
    private final PriorityQueue<E> q = new PriorityQueue<>();

    public DelayQueue() {
    }

    public DelayQueue(Collection<? extends E> c) {
        addAll(c);
    }

    public boolean add(E e) {
        return offer(e);
    }

    public boolean offer(E e) {
        lock.lock();
        try {
            q.offer(e);
            if (q.peek() == e) {
                // Those who wait for another head must count anew.
                available.signalAll();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void put(E e) {
        offer(e);
    }

    public boolean offer(E e, long timeout, TimeUnit unit) {
        return offer(e);
    }

    private static long delay(Delayed e) {
        return e.getDelay(TimeUnit.NANOSECONDS);
    }

    public E poll() {
        lock.lock();
        try {
            E first = q.peek();
            return first == null || delay(first) > 0 ? null : q.poll();
        } finally {
            lock.unlock();
        }
    }

    public E take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                E first = q.peek();
                if (first == null) {
                    available.await();
                } else {
                    long nanos = delay(first);
                    if (nanos <= 0) {
                        return q.poll();
                    }
                    first = null;
                    available.awaitNanos(nanos);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (true) {
                E first = q.peek();
                long nanos = first == null ? Long.MAX_VALUE : delay(first);
                if (nanos <= 0) {
                    return q.poll();
                }
                first = null;
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return null;
                }
                available.awaitNanos(Math.min(nanos, left));
            }
        } finally {
            lock.unlock();
        }
    }

    public E peek() {
        lock.lock();
        try {
            return q.peek();
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return q.size();
        } finally {
            lock.unlock();
        }
    }

    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    public int drainTo(Collection<? super E> c, int maxElements) {
        Objects.requireNonNull(c);
        if (c == this) {
            throw new IllegalArgumentException();
        }
        lock.lock();
        try {
            int n = 0;
            for (E first = q.peek(); n < maxElements && first != null && delay(first) <= 0; first = q.peek()) {
                c.add(first);
                q.poll();
                n++;
            }
            return n;
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            q.clear();
        } finally {
            lock.unlock();
        }
    }

    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }

    public Object[] toArray() {
        lock.lock();
        try {
            return q.toArray();
        } finally {
            lock.unlock();
        }
    }

    public <T> T[] toArray(T[] a) {
        lock.lock();
        try {
            return q.toArray(a);
        } finally {
            lock.unlock();
        }
    }

    public boolean remove(Object o) {
        lock.lock();
        try {
            return q.remove(o);
        } finally {
            lock.unlock();
        }
    }

    private void removeSame(Object o) {
        lock.lock();
        try {
            for (Iterator<E> it = q.iterator(); it.hasNext(); ) {
                if (it.next() == o) {
                    it.remove();
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Walks over a snapshot. */
    public Iterator<E> iterator() {
        final Object[] a = toArray();
        return new Iterator<E>() {
            private int cursor;
            private int last = -1;

            public boolean hasNext() {
                return cursor < a.length;
            }

            @SuppressWarnings("unchecked")
            public E next() {
                if (cursor >= a.length) {
                    throw new NoSuchElementException();
                }
                last = cursor++;
                return (E) a[last];
            }

            public void remove() {
                if (last < 0) {
                    throw new IllegalStateException();
                }
                removeSame(a[last]);
                last = -1;
            }
        };
    }
}
