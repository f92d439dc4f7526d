package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A blocking queue of fixed capacity in a circular array. */
public class ArrayBlockingQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, java.io.Serializable {
    private final Object[] items;
    private final int capacity;
    private final ReentrantLock lock;
    private final Condition notEmpty;
    private final Condition notFull;
    private int count;
    /** How many elements ever left at the head: the number of the first that is here. */
    private long headNumber;
    /** How often an element was taken from the middle, which renumbers those behind it. */
    private int removals;

    public ArrayBlockingQueue(int capacity) {
        this(capacity, false);
    }

    public ArrayBlockingQueue(int capacity, boolean fair) {
        if (capacity <= 0) {
            throw new IllegalArgumentException();
        }
        this.items = new Object[capacity];
        this.capacity = capacity;
        this.lock = new ReentrantLock(fair);
        this.notEmpty = lock.newCondition();
        this.notFull = lock.newCondition();
    }

    public ArrayBlockingQueue(int capacity, boolean fair, Collection<? extends E> c) {
        this(capacity, fair);
        for (E e : c) {
            Objects.requireNonNull(e);
            if (count == capacity) {
                throw new IllegalArgumentException();
            }
            items[count++] = e;
        }
    }

    private int slot(long number) {
        return (int) (number % capacity);
    }

    @SuppressWarnings("unchecked")
    private E item(long number) {
        return (E) items[slot(number)];
    }

    private void enqueue(E e) {
        items[slot(headNumber + count)] = e;
        count++;
        notEmpty.signal();
    }

    private E dequeue() {
        E e = item(headNumber);
        items[slot(headNumber)] = null;
        headNumber++;
        count--;
        notFull.signal();
        return e;
    }

    private E peekLocked() {
        return item(headNumber);
    }

    private void removeNumber(long number) {
        if (number == headNumber) {
            dequeue();
            return;
        }
        long last = headNumber + count - 1;
        for (long n = number; n < last; n++) {
            items[slot(n)] = items[slot(n + 1)];
        }
        items[slot(last)] = null;
        count--;
        removals++;
        notFull.signal();
    }

    public boolean add(E e) {
        return super.add(e);
    }

    public boolean offer(E e) {
        Objects.requireNonNull(e);
        lock.lock();
        try {
            if (count == capacity) {
                return false;
            }
            enqueue(e);
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void put(E e) throws InterruptedException {
        Objects.requireNonNull(e);
        lock.lockInterruptibly();
        try {
            while (count == capacity) {
                notFull.await();
            }
            enqueue(e);
        } finally {
            lock.unlock();
        }
    }

    public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        Objects.requireNonNull(e);
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (count == capacity) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = notFull.awaitNanos(nanos);
            }
            enqueue(e);
            return true;
        } finally {
            lock.unlock();
        }
    }

    public E poll() {
        lock.lock();
        try {
            return count == 0 ? null : dequeue();
        } finally {
            lock.unlock();
        }
    }

    public E take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count == 0) {
                notEmpty.await();
            }
            return dequeue();
        } finally {
            lock.unlock();
        }
    }

    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (count == 0) {
                if (nanos <= 0) {
                    return null;
                }
                nanos = notEmpty.awaitNanos(nanos);
            }
            return dequeue();
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    public int remainingCapacity() {
        lock.lock();
        try {
            return capacity - count;
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
        if (maxElements <= 0) {
            return 0;
        }
        lock.lock();
        try {
            int n = 0;
            while (n < maxElements && count > 0) {
                c.add(peekLocked());
                dequeue();
                n++;
            }
            return n;
        } finally {
            lock.unlock();
        }
    }

    public E peek() {
        lock.lock();
        try {
            return count == 0 ? null : peekLocked();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Object[] toArray() {
        lock.lock();
        try {
            return super.toArray();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> T[] toArray(T[] a) {
        lock.lock();
        try {
            return super.toArray(a);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            return super.toString();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Spliterator<E> spliterator() {
        return new QueueSpliterator<E>(this, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT);
    }

    private long find(Object o) {
        for (long n = headNumber, end = headNumber + count; n < end; n++) {
            if (o.equals(items[slot(n)])) {
                return n;
            }
        }
        return -1;
    }

    public boolean remove(Object o) {
        if (o == null) {
            return false;
        }
        lock.lock();
        try {
            long n = find(o);
            if (n >= 0) {
                removeNumber(n);
            }
            return n >= 0;
        } finally {
            lock.unlock();
        }
    }

    public boolean contains(Object o) {
        if (o == null) {
            return false;
        }
        lock.lock();
        try {
            return find(o) >= 0;
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            while (count > 0) {
                dequeue();
            }
        } finally {
            lock.unlock();
        }
    }

    public Iterator<E> iterator() {
        return new Itr();
    }

    /** Goes by the elements' numbers; the next element is fetched ahead, so that hasNext keeps its promise. */
    private final class Itr implements Iterator<E> {
        private long number;
        private E next;
        private E last;
        private int seen;

        Itr() {
            lock.lock();
            try {
                number = headNumber;
                seen = removals;
                next = count == 0 ? null : item(number);
            } finally {
                lock.unlock();
            }
        }

        public boolean hasNext() {
            return next != null;
        }

        /** Where an element is now, by identity; else {@code otherwise}. */
        private long locate(E e, long otherwise) {
            for (long n = headNumber, end = headNumber + count; n < end; n++) {
                if (items[slot(n)] == e) {
                    return n;
                }
            }
            return otherwise;
        }

        public E next() {
            E e = next;
            if (e == null) {
                throw new NoSuchElementException();
            }
            lock.lock();
            try {
                if (seen != removals) {
                    seen = removals;
                    number = locate(e, number - 1);
                }
                number = Math.max(number + 1, headNumber);
                next = number < headNumber + count ? item(number) : null;
                last = e;
                return e;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            while (hasNext()) {
                action.accept(next());
            }
            last = null;
        }

        public void remove() {
            E e = last;
            if (e == null) {
                throw new IllegalStateException();
            }
            last = null;
            lock.lock();
            try {
                long n = locate(e, -1);
                if (n >= 0) {
                    boolean middle = n != headNumber;
                    removeNumber(n);
                    if (middle && seen == removals - 1) {
                        seen = removals;
                        if (n < number) {
                            number--;
                        }
                    }
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private Object writeReplace() {
        return new QueueForm(getClass(), capacity, null, toArray());
    }
}
