package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;

/** An unbounded queue whose producers may wait until a consumer took the element. */
public class LinkedTransferQueue<E> extends AbstractQueue<E> implements TransferQueue<E>, java.io.Serializable {
    private final Handoff<E> hands = new Handoff<E>(true);

    public LinkedTransferQueue() {
    }

    public LinkedTransferQueue(Collection<? extends E> c) {
        addAll(c);
    }

    public void put(E e) {
        hands.leave(Objects.requireNonNull(e));
    }

    public boolean offer(E e, long timeout, TimeUnit unit) {
        put(e);
        return true;
    }

    public boolean offer(E e) {
        put(e);
        return true;
    }

    public boolean add(E e) {
        put(e);
        return true;
    }

    public boolean tryTransfer(E e) {
        return hands.tryGive(Objects.requireNonNull(e));
    }

    public void transfer(E e) throws InterruptedException {
        hands.give(Objects.requireNonNull(e), false, 0);
    }

    public boolean tryTransfer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return hands.give(Objects.requireNonNull(e), true, unit.toNanos(timeout));
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

    private List<Handoff.Party<E>> parties() {
        hands.lock.lock();
        try {
            return new ArrayList<>(hands.givers);
        } finally {
            hands.lock.unlock();
        }
    }

    public String toString() {
        return super.toString();
    }

    public Object[] toArray() {
        return super.toArray();
    }

    public <T> T[] toArray(T[] a) {
        return super.toArray(a);
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

    /** Walks over a snapshot. */
    public Iterator<E> iterator() {
        final Iterator<Handoff.Party<E>> it = parties().iterator();
        return new Iterator<E>() {
            private Handoff.Party<E> last;

            public boolean hasNext() {
                return it.hasNext();
            }

            public E next() {
                if (!it.hasNext()) {
                    throw new NoSuchElementException();
                }
                last = it.next();
                return last.item;
            }

            public void remove() {
                if (last == null) {
                    throw new IllegalStateException();
                }
                hands.remove(last);
                last = null;
            }
        };
    }

    public Spliterator<E> spliterator() {
        return new QueueSpliterator<E>(this, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT) {
            @Override
            public long estimateSize() {
                return Long.MAX_VALUE;
            }
        };
    }

    public E peek() {
        hands.lock.lock();
        try {
            Handoff.Party<E> p = hands.givers.peekFirst();
            return p == null ? null : p.item;
        } finally {
            hands.lock.unlock();
        }
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    public boolean hasWaitingConsumer() {
        return getWaitingConsumerCount() > 0;
    }

    public int size() {
        hands.lock.lock();
        try {
            return hands.givers.size();
        } finally {
            hands.lock.unlock();
        }
    }

    public int getWaitingConsumerCount() {
        hands.lock.lock();
        try {
            return hands.takers.size();
        } finally {
            hands.lock.unlock();
        }
    }

    public boolean remove(Object o) {
        if (o != null) {
            for (Handoff.Party<E> p : parties()) {
                if (o.equals(p.item) && hands.remove(p)) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean contains(Object o) {
        if (o != null) {
            for (Handoff.Party<E> p : parties()) {
                if (o.equals(p.item)) {
                    return true;
                }
            }
        }
        return false;
    }

    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }
}
