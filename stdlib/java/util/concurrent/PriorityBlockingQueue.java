package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An unbounded blocking queue whose head is its least element. */
public class PriorityBlockingQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, java.io.Serializable {
    private final PriorityQueue<E> q;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();

    public PriorityBlockingQueue() {
        q = new PriorityQueue<>();
    }

    public PriorityBlockingQueue(int initialCapacity) {
        q = new PriorityQueue<>(initialCapacity);
    }

    public PriorityBlockingQueue(int initialCapacity, Comparator<? super E> comparator) {
        q = new PriorityQueue<>(initialCapacity, comparator);
    }

    @SuppressWarnings("unchecked")
    public PriorityBlockingQueue(Collection<? extends E> c) {
        if (c instanceof PriorityBlockingQueue) {
            PriorityBlockingQueue<? extends E> other = (PriorityBlockingQueue<? extends E>) c;
            other.lock.lock();
            try {
                q = new PriorityQueue<E>((PriorityQueue<? extends E>) other.q);
            } finally {
                other.lock.unlock();
            }
        } else {
            q = c instanceof SortedSet ? new PriorityQueue<E>((SortedSet<? extends E>) c) : new PriorityQueue<E>(c);
        }
    }

    public boolean add(E e) {
        return offer(e);
    }

    public boolean offer(E e) {
        lock.lock();
        try {
            q.offer(e);
            notEmpty.signal();
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

    public E poll() {
        lock.lock();
        try {
            return q.poll();
        } finally {
            lock.unlock();
        }
    }

    public E take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (q.isEmpty()) {
                notEmpty.await();
            }
            return q.poll();
        } finally {
            lock.unlock();
        }
    }

    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (q.isEmpty() && nanos > 0) {
                nanos = notEmpty.awaitNanos(nanos);
            }
            return q.poll();
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

    public Comparator<? super E> comparator() {
        return q.comparator();
    }

    public int size() {
        lock.lock();
        try {
            return q.size();
        } finally {
            lock.unlock();
        }
    }

    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }

    public boolean remove(Object o) {
        lock.lock();
        try {
            return q.remove(o);
        } finally {
            lock.unlock();
        }
    }

    public boolean contains(Object o) {
        lock.lock();
        try {
            return q.contains(o);
        } finally {
            lock.unlock();
        }
    }

    public String toString() {
        lock.lock();
        try {
            return q.toString();
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
            while (n < maxElements && !q.isEmpty()) {
                c.add(q.peek());
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

    public Spliterator<E> spliterator() {
        return Spliterators.spliterator(toArray(), Spliterator.NONNULL);
    }

    public boolean removeIf(Predicate<? super E> filter) {
        lock.lock();
        try {
            return q.removeIf(filter);
        } finally {
            lock.unlock();
        }
    }

    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(c::contains);
    }

    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(e -> !c.contains(e));
    }

    public void forEach(Consumer<? super E> action) {
        lock.lock();
        try {
            q.forEach(action);
        } finally {
            lock.unlock();
        }
    }

    private Object writeReplace() {
        return new QueueForm(getClass(), 11, comparator(), toArray());
    }
}
