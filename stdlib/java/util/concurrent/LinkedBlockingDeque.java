package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** A blocking two-ended queue of linked nodes, bounded if wanted. */
public class LinkedBlockingDeque<E> extends AbstractQueue<E> implements BlockingDeque<E>, java.io.Serializable {
    private static final class Node<E> {
        E item;
        Node<E> prev;
        Node<E> next;

        Node(E item) {
            this.item = item;
        }
    }

    /** Ends of a list of nodes. A node that was unlinked has no item and keeps its links, so iterators get on. */
    private Node<E> first;
    private Node<E> last;
    private int count;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();

    public LinkedBlockingDeque() {
        this(Integer.MAX_VALUE);
    }

    public LinkedBlockingDeque(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException();
        }
        this.capacity = capacity;
    }

    public LinkedBlockingDeque(Collection<? extends E> c) {
        this(Integer.MAX_VALUE);
        for (E e : c) {
            Objects.requireNonNull(e);
            append(e);
        }
    }

    private void append(E e) {
        Node<E> n = new Node<E>(e);
        n.prev = last;
        if (last == null) {
            first = n;
        } else {
            last.next = n;
        }
        last = n;
        count++;
    }

    private E unlink(Node<E> n) {
        E e = n.item;
        n.item = null;
        if (n.prev == null) {
            first = n.next;
        } else {
            n.prev.next = n.next;
        }
        if (n.next == null) {
            last = n.prev;
        } else {
            n.next.prev = n.prev;
        }
        count--;
        notFull.signal();
        return e;
    }

    private Node<E> find(Object o) {
        Node<E> n = o == null ? null : first;
        while (n != null && !o.equals(n.item)) {
            n = n.next;
        }
        return n;
    }

    private static final int FRONT = 0;
    private static final int BACK = 1;

    private void linkFirst(E e) {
        Node<E> n = new Node<E>(e);
        n.next = first;
        if (first == null) {
            last = n;
        } else {
            first.prev = n;
        }
        first = n;
        count++;
    }

    private void link(E e, int end) {
        if (end == FRONT) {
            linkFirst(e);
        } else {
            append(e);
        }
        notEmpty.signal();
    }

    private boolean offerAt(E e, int end) {
        Objects.requireNonNull(e);
        lock.lock();
        try {
            if (count == capacity) {
                return false;
            }
            link(e, end);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void putAt(E e, int end) throws InterruptedException {
        Objects.requireNonNull(e);
        lock.lock();
        try {
            while (count == capacity) {
                notFull.await();
            }
            link(e, end);
        } finally {
            lock.unlock();
        }
    }

    private boolean offerAt(E e, int end, long timeout, TimeUnit unit) throws InterruptedException {
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
            link(e, end);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private E takeAt(int end) throws InterruptedException {
        lock.lock();
        try {
            while (count == 0) {
                notEmpty.await();
            }
            return unlink(end == FRONT ? first : last);
        } finally {
            lock.unlock();
        }
    }

    private E pollAt(int end) {
        lock.lock();
        try {
            return count == 0 ? null : unlink(end == FRONT ? first : last);
        } finally {
            lock.unlock();
        }
    }

    private E pollAt(int end, long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (count == 0) {
                if (nanos <= 0) {
                    return null;
                }
                nanos = notEmpty.awaitNanos(nanos);
            }
            return unlink(end == FRONT ? first : last);
        } finally {
            lock.unlock();
        }
    }

    private E peekAt(int end) {
        lock.lock();
        try {
            return count == 0 ? null : end == FRONT ? first.item : last.item;
        } finally {
            lock.unlock();
        }
    }

    private static <T> T present(T e) {
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    private static void requireRoom(boolean added) {
        if (!added) {
            throw new IllegalStateException("Deque full");
        }
    }

    public void addFirst(E e) {
        requireRoom(offerAt(e, FRONT));
    }

    public void addLast(E e) {
        requireRoom(offerAt(e, BACK));
    }

    public boolean offerFirst(E e) {
        return offerAt(e, FRONT);
    }

    public boolean offerLast(E e) {
        return offerAt(e, BACK);
    }

    public void putFirst(E e) throws InterruptedException {
        putAt(e, FRONT);
    }

    public void putLast(E e) throws InterruptedException {
        putAt(e, BACK);
    }

    public boolean offerFirst(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return offerAt(e, FRONT, timeout, unit);
    }

    public boolean offerLast(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return offerAt(e, BACK, timeout, unit);
    }

    public E removeFirst() {
        return present(pollAt(FRONT));
    }

    public E removeLast() {
        return present(pollAt(BACK));
    }

    public E pollFirst() {
        return pollAt(FRONT);
    }

    public E pollLast() {
        return pollAt(BACK);
    }

    public E takeFirst() throws InterruptedException {
        return takeAt(FRONT);
    }

    public E takeLast() throws InterruptedException {
        return takeAt(BACK);
    }

    public E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
        return pollAt(FRONT, timeout, unit);
    }

    public E pollLast(long timeout, TimeUnit unit) throws InterruptedException {
        return pollAt(BACK, timeout, unit);
    }

    public E getFirst() {
        return present(peekAt(FRONT));
    }

    public E getLast() {
        return present(peekAt(BACK));
    }

    public E peekFirst() {
        return peekAt(FRONT);
    }

    public E peekLast() {
        return peekAt(BACK);
    }

    public boolean removeFirstOccurrence(Object o) {
        lock.lock();
        try {
            Node<E> n = find(o);
            if (n != null) {
                unlink(n);
            }
            return n != null;
        } finally {
            lock.unlock();
        }
    }

    public boolean removeLastOccurrence(Object o) {
        lock.lock();
        try {
            Node<E> n = o == null ? null : last;
            while (n != null && !o.equals(n.item)) {
                n = n.prev;
            }
            if (n != null) {
                unlink(n);
            }
            return n != null;
        } finally {
            lock.unlock();
        }
    }

    public boolean add(E e) {
        addLast(e);
        return true;
    }

    public boolean offer(E e) {
        return offerAt(e, BACK);
    }

    public void put(E e) throws InterruptedException {
        putAt(e, BACK);
    }

    public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return offerAt(e, BACK, timeout, unit);
    }

    public E remove() {
        return removeFirst();
    }

    public E poll() {
        return pollAt(FRONT);
    }

    public E take() throws InterruptedException {
        return takeAt(FRONT);
    }

    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return pollAt(FRONT, timeout, unit);
    }

    public E element() {
        return getFirst();
    }

    public E peek() {
        return peekAt(FRONT);
    }

    public void push(E e) {
        addFirst(e);
    }

    public E pop() {
        return removeFirst();
    }

    public boolean remove(Object o) {
        return removeFirstOccurrence(o);
    }

    public boolean addAll(Collection<? extends E> c) {
        if (c == this) {
            throw new IllegalArgumentException();
        }
        boolean changed = false;
        for (E e : c) {
            add(e);
            changed = true;
        }
        return changed;
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
                c.add(first.item);
                unlink(first);
                n++;
            }
            return n;
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

    public boolean contains(Object o) {
        lock.lock();
        try {
            return find(o) != null;
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            while (count > 0) {
                unlink(first);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks about all that is here now before it removes any; the filter runs without the lock. */
    private boolean removeWhere(Predicate<? super E> filter) {
        ArrayList<Node<E>> nodes = new ArrayList<>();
        ArrayList<E> elements = new ArrayList<>();
        lock.lock();
        try {
            for (Node<E> n = first; n != null; n = n.next) {
                nodes.add(n);
                elements.add(n.item);
            }
        } finally {
            lock.unlock();
        }
        boolean[] doomed = new boolean[nodes.size()];
        for (int i = 0; i < doomed.length; i++) {
            doomed[i] = filter.test(elements.get(i));
        }
        boolean changed = false;
        lock.lock();
        try {
            for (int i = 0; i < doomed.length; i++) {
                if (doomed[i] && nodes.get(i).item != null) {
                    unlink(nodes.get(i));
                    changed = true;
                }
            }
        } finally {
            lock.unlock();
        }
        return changed;
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        return removeWhere(filter);
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(c::contains);
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(e -> !c.contains(e));
    }

    public Iterator<E> iterator() {
        return new Itr(false);
    }

    public Iterator<E> descendingIterator() {
        return new Itr(true);
    }

    /** The next item is fetched ahead, so that hasNext keeps its promise. */
    private final class Itr implements Iterator<E> {
        private final boolean descending;
        private Node<E> next;
        private E nextItem;
        private Node<E> lastNode;

        Itr(boolean descending) {
            this.descending = descending;
            lock.lock();
            try {
                settle(descending ? last : first);
            } finally {
                lock.unlock();
            }
        }

        private void settle(Node<E> n) {
            next = n;
            nextItem = n == null ? null : n.item;
        }

        public boolean hasNext() {
            return next != null;
        }

        public E next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            lock.lock();
            try {
                lastNode = next;
                E e = nextItem;
                Node<E> n = next;
                if (n.item == null && (descending ? n.next : n.prev) == null) {
                    // It left at the end: what is there now comes next.
                    n = descending ? last : first;
                } else {
                    do {
                        n = descending ? n.prev : n.next;
                    } while (n != null && n.item == null);
                }
                settle(n);
                return e;
            } finally {
                lock.unlock();
            }
        }

        public void remove() {
            Node<E> n = lastNode;
            if (n == null) {
                throw new IllegalStateException();
            }
            lastNode = null;
            lock.lock();
            try {
                if (n.item != null) {
                    unlink(n);
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
