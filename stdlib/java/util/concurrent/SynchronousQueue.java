package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;

/** A blocking queue without room: each put waits for a take. */
public class SynchronousQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, java.io.Serializable {
    private final Handoff<E> hands;

    public SynchronousQueue() {
        this(false);
    }

    public SynchronousQueue(boolean fair) {
        hands = new Handoff<E>(fair);
    }

    public void put(E e) throws InterruptedException {
        hands.give(Objects.requireNonNull(e), false, 0);
    }

    public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return hands.give(Objects.requireNonNull(e), true, unit.toNanos(timeout));
    }

    public boolean offer(E e) {
        return hands.tryGive(Objects.requireNonNull(e));
    }

    public E take() throws InterruptedException {
        return hands.take(false, 0);
    }

    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return hands.take(true, unit.toNanos(timeout));
    }

    public E poll() {
        return hands.tryTake();
    }

    public boolean isEmpty() {
        return true;
    }

    public int size() {
        return 0;
    }

    public int remainingCapacity() {
        return 0;
    }

    public void clear() {
    }

    public boolean contains(Object o) {
        return false;
    }

    public boolean remove(Object o) {
        return false;
    }

    public boolean containsAll(Collection<?> c) {
        return c.isEmpty();
    }

    public boolean removeAll(Collection<?> c) {
        return false;
    }

    public boolean retainAll(Collection<?> c) {
        return false;
    }

    public E peek() {
        return null;
    }

    public Iterator<E> iterator() {
        return Collections.emptyIterator();
    }

    public Spliterator<E> spliterator() {
        return Spliterators.emptySpliterator();
    }

    public Object[] toArray() {
        return new Object[0];
    }

    public <T> T[] toArray(T[] a) {
        if (a.length > 0) {
            a[0] = null;
        }
        return a;
    }

    public String toString() {
        return "[]";
    }

    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    public int drainTo(Collection<? super E> c, int maxElements) {
        Objects.requireNonNull(c);
        if (c == this) {
            throw new IllegalArgumentException();
        }
        int n = 0;
        for (E e; n < maxElements && (e = poll()) != null; n++) {
            c.add(e);
        }
        return n;
    }
}
