package java.util;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** A two-ended queue in a circular array that grows. */
public class ArrayDeque<E> extends AbstractCollection<E> implements Deque<E>, Cloneable, java.io.Serializable {
    /** At least one place is always free, so that head == tail means empty. */
    private transient Object[] elements;
    private transient int head;
    private transient int tail;

    public ArrayDeque() {
        elements = new Object[17];
    }

    public ArrayDeque(int numElements) {
        elements = new Object[numElements < 1 ? 1 : numElements == Integer.MAX_VALUE ? numElements : numElements + 1];
    }

    public ArrayDeque(Collection<? extends E> c) {
        this(c.size());
        addAll(c);
    }

    private void grow() {
        Object[] old = elements;
        int length = old.length;
        Object[] a = new Object[Capacity.grow(length, 1, length < 64 ? length + 2 : length >> 1)];
        // Called when full: head == tail. What is at the tail stays, what begins at the head goes to the end.
        int count = length - head;
        System.arraycopy(old, 0, a, 0, tail);
        System.arraycopy(old, head, a, a.length - count, count);
        elements = a;
        head = a.length - count;
    }

    private int next(int i) {
        return ++i == elements.length ? 0 : i;
    }

    private int before(int i) {
        return --i < 0 ? elements.length - 1 : i;
    }

    @SuppressWarnings("unchecked")
    private E at(int i) {
        return (E) elements[i];
    }

    public void addFirst(E e) {
        if (e == null) {
            throw new NullPointerException();
        }
        head = before(head);
        elements[head] = e;
        if (head == tail) {
            grow();
        }
    }

    public void addLast(E e) {
        if (e == null) {
            throw new NullPointerException();
        }
        Object[] a = elements;
        int t = tail;
        a[t] = e;
        if (++t == a.length) {
            t = 0;
        }
        tail = t;
        if (t == head) {
            grow();
        }
    }

    public boolean addAll(Collection<? extends E> c) {
        int before = size();
        c.forEach(this::addLast);
        return size() > before;
    }

    public boolean offerFirst(E e) {
        addFirst(e);
        return true;
    }

    public boolean offerLast(E e) {
        addLast(e);
        return true;
    }

    public E removeFirst() {
        E e = pollFirst();
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    public E removeLast() {
        E e = pollLast();
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    public E pollFirst() {
        int h = head;
        E e = at(h);
        if (e != null) {
            elements[h] = null;
            head = next(h);
        }
        return e;
    }

    public E pollLast() {
        int t = before(tail);
        E e = at(t);
        if (e != null) {
            elements[t] = null;
            tail = t;
        }
        return e;
    }

    public E getFirst() {
        E e = at(head);
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    public E getLast() {
        E e = at(before(tail));
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    public E peekFirst() {
        return at(head);
    }

    public E peekLast() {
        return at(before(tail));
    }

    public boolean removeFirstOccurrence(Object o) {
        if (o != null) {
            for (int i = head; i != tail; i = next(i)) {
                if (o.equals(elements[i])) {
                    delete(i);
                    return true;
                }
            }
        }
        return false;
    }

    public boolean removeLastOccurrence(Object o) {
        if (o != null) {
            for (int i = tail; i != head; ) {
                i = before(i);
                if (o.equals(elements[i])) {
                    delete(i);
                    return true;
                }
            }
        }
        return false;
    }

    public boolean add(E e) {
        addLast(e);
        return true;
    }

    public boolean offer(E e) {
        addLast(e);
        return true;
    }

    public E remove() {
        return removeFirst();
    }

    public E poll() {
        return pollFirst();
    }

    public E element() {
        return getFirst();
    }

    public E peek() {
        return peekFirst();
    }

    public void push(E e) {
        addFirst(e);
    }

    public E pop() {
        return removeFirst();
    }

    /** Closes the gap at i from the nearer end; true when what was behind i moved, not what was before it. */
    private boolean delete(int i) {
        Object[] a = elements;
        int length = a.length;
        int front = i - head;
        if (front < 0) {
            front += length;
        }
        int back = tail - i;
        if (back < 0) {
            back += length;
        }
        back--;
        if (front < back) {
            for (int k = i; k != head; ) {
                int b = before(k);
                a[k] = a[b];
                k = b;
            }
            a[head] = null;
            head = next(head);
            return false;
        }
        int last = before(tail);
        for (int k = i; k != last; ) {
            int n = next(k);
            a[k] = a[n];
            k = n;
        }
        a[last] = null;
        tail = last;
        return true;
    }

    public int size() {
        int n = tail - head;
        return n < 0 ? n + elements.length : n;
    }

    public boolean isEmpty() {
        return head == tail;
    }

    public Iterator<E> iterator() {
        return new DeqIterator();
    }

    public Iterator<E> descendingIterator() {
        return new DescendingIterator();
    }

    private E present(int i) {
        E e = at(i);
        if (e == null) {
            throw new ConcurrentModificationException();
        }
        return e;
    }

    private class DeqIterator implements Iterator<E> {
        int cursor = head;
        int remaining = size();
        int last = -1;

        public final boolean hasNext() {
            return remaining > 0;
        }

        public E next() {
            if (remaining <= 0) {
                throw new NoSuchElementException();
            }
            E e = present(cursor);
            last = cursor;
            cursor = ArrayDeque.this.next(cursor);
            remaining--;
            return e;
        }

        public void remove() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            if (delete(last)) {
                cursor = before(cursor);
            }
            last = -1;
        }

        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int n = remaining;
            if (n <= 0) {
                return;
            }
            remaining = 0;
            if (elements[cursor] == null || distance(cursor, tail) != n) {
                throw new ConcurrentModificationException();
            }
            last = walk(elements, cursor, tail, action);
        }
    }

    private int distance(int from, int to) {
        int n = to - from;
        return n < 0 ? n + elements.length : n;
    }

    /** Gives the elements of a range to the action; the place of the last one. A tail that moved meanwhile is an error. */
    @SuppressWarnings("unchecked")
    private int walk(Object[] a, int from, int end, Consumer<? super E> action) {
        int i = from;
        while (i != end) {
            action.accept((E) a[i]);
            if (++i == a.length) {
                i = 0;
            }
        }
        if (tail != end) {
            throw new ConcurrentModificationException();
        }
        return end == 0 ? a.length - 1 : end - 1;
    }

    private final class DescendingIterator extends DeqIterator {

        DescendingIterator() {
            cursor = before(tail);
        }

        public E next() {
            if (remaining <= 0) {
                throw new NoSuchElementException();
            }
            E e = present(cursor);
            last = cursor;
            cursor = before(cursor);
            remaining--;
            return e;
        }

        public void remove() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            if (!delete(last)) {
                cursor = ArrayDeque.this.next(cursor);
            }
            last = -1;
        }

        @SuppressWarnings("unchecked")
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int n = remaining;
            if (n <= 0) {
                return;
            }
            remaining = 0;
            Object[] a = elements;
            int end = head;
            int i = cursor;
            if (a[i] == null || distance(end, i) + 1 != n) {
                throw new ConcurrentModificationException();
            }
            for (; n > 0; n--) {
                action.accept((E) a[i]);
                i = i == 0 ? a.length - 1 : i - 1;
            }
            if (head != end) {
                throw new ConcurrentModificationException();
            }
            last = end;
        }
    }

    public Spliterator<E> spliterator() {
        return new DeqSpliterator<E>(this, 0, -1);
    }

    private static final class DeqSpliterator<E> implements Spliterator<E> {
        private final ArrayDeque<E> deque;
        private int cursor;
        private int fence;

        DeqSpliterator(ArrayDeque<E> deque, int from, int to) {
            this.deque = deque;
            this.cursor = from;
            this.fence = to;
        }

        private int left() {
            if (fence < 0) {
                fence = deque.tail;
                cursor = deque.head;
            }
            int n = fence - cursor;
            return n < 0 ? n + deque.elements.length : n;
        }

        public Spliterator<E> trySplit() {
            int n = left() >> 1;
            if (n <= 0) {
                return null;
            }
            int from = cursor;
            int mid = from + n;
            if (mid >= deque.elements.length) {
                mid -= deque.elements.length;
            }
            cursor = mid;
            return new DeqSpliterator<E>(deque, from, mid);
        }

        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int n = left();
            int i = cursor;
            cursor = fence;
            for (; n > 0; n--) {
                E e = deque.present(i);
                i = deque.next(i);
                action.accept(e);
            }
        }

        public boolean tryAdvance(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            if (left() == 0) {
                return false;
            }
            E e = deque.present(cursor);
            cursor = deque.next(cursor);
            action.accept(e);
            return true;
        }

        public long estimateSize() {
            return left();
        }

        public int characteristics() {
            return NONNULL | ORDERED | SIZED | SUBSIZED;
        }
    }

    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        walk(elements, head, tail, action);
    }

    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        return removeWhere(filter);
    }

    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(c::contains);
    }

    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(e -> !c.contains(e));
    }

    @SuppressWarnings("unchecked")
    private boolean removeWhere(Predicate<? super E> filter) {
        int end = tail;
        int n = size();
        boolean[] doomed = new boolean[n];
        int count = 0;
        Object[] a = elements;
        for (int i = head, k = 0; k < n; i = i + 1 == a.length ? 0 : i + 1, k++) {
            if (filter.test((E) a[i])) {
                doomed[k] = true;
                count++;
            }
        }
        if (tail != end) {
            throw new ConcurrentModificationException();
        }
        if (count == 0) {
            return false;
        }
        int w = head;
        for (int i = head, k = 0; k < n; i = next(i), k++) {
            if (!doomed[k]) {
                elements[w] = elements[i];
                w = next(w);
            }
        }
        tail = w;
        for (; w != end; w = next(w)) {
            elements[w] = null;
        }
        return true;
    }

    public boolean contains(Object o) {
        if (o != null) {
            for (int i = head; i != tail; i = next(i)) {
                if (o.equals(elements[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean remove(Object o) {
        return removeFirstOccurrence(o);
    }

    public void clear() {
        for (int i = head; i != tail; i = next(i)) {
            elements[i] = null;
        }
        head = 0;
        tail = 0;
    }

    public Object[] toArray() {
        return copyInto(new Object[size()]);
    }

    private <T> T[] copyInto(T[] a) {
        if (head <= tail) {
            System.arraycopy(elements, head, a, 0, tail - head);
        } else {
            int first = elements.length - head;
            System.arraycopy(elements, head, a, 0, first);
            System.arraycopy(elements, 0, a, first, tail);
        }
        return a;
    }

    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] a) {
        int n = size();
        if (a.length < n) {
            a = (T[]) java.lang.reflect.Array.newInstance(a.getClass().getComponentType(), n);
        } else if (a.length > n) {
            a[n] = null;
        }
        return copyInto(a);
    }

    public ArrayDeque<E> clone() {
        try {
            @SuppressWarnings("unchecked")
            ArrayDeque<E> copy = (ArrayDeque<E>) super.clone();
            copy.elements = elements.clone();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError();
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        out.writeInt(size());
        for (E e : this) {
            out.writeObject(e);
        }
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        int n = in.readInt();
        if (n < 0) {
            throw new java.io.InvalidObjectException("Illegal size: " + n);
        }
        elements = new Object[Math.min(n, 1 << 16) + 1];
        for (int i = 0; i < n; i++) {
            addLast((E) in.readObject());
        }
    }
}
