package java.util;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** A queue whose head is its least element: a binary heap in an array. */
public class PriorityQueue<E> extends AbstractQueue<E> implements java.io.Serializable {
    private static final int FIRST_CAPACITY = 11;

    private transient Object[] queue;
    private int size;
    private final Comparator<? super E> comparator;
    private transient int modCount;

    public PriorityQueue() {
        this(FIRST_CAPACITY, null);
    }

    public PriorityQueue(int initialCapacity) {
        this(initialCapacity, null);
    }

    public PriorityQueue(Comparator<? super E> comparator) {
        this(FIRST_CAPACITY, comparator);
    }

    public PriorityQueue(int initialCapacity, Comparator<? super E> comparator) {
        if (initialCapacity < 1) {
            throw new IllegalArgumentException();
        }
        this.queue = new Object[initialCapacity];
        this.comparator = comparator;
    }

    @SuppressWarnings("unchecked")
    public PriorityQueue(Collection<? extends E> c) {
        if (c instanceof SortedSet) {
            comparator = (Comparator<? super E>) ((SortedSet<? extends E>) c).comparator();
            takeOver(c);
        } else if (c instanceof PriorityQueue) {
            comparator = (Comparator<? super E>) ((PriorityQueue<? extends E>) c).comparator();
            takeHeap((PriorityQueue<? extends E>) c);
        } else {
            comparator = null;
            takeOver(c);
            heapify();
        }
    }

    @SuppressWarnings("unchecked")
    public PriorityQueue(PriorityQueue<? extends E> c) {
        comparator = (Comparator<? super E>) c.comparator();
        takeHeap(c);
    }

    @SuppressWarnings("unchecked")
    public PriorityQueue(SortedSet<? extends E> c) {
        comparator = (Comparator<? super E>) c.comparator();
        takeOver(c);
    }

    private void takeHeap(PriorityQueue<? extends E> c) {
        if (c.getClass() == PriorityQueue.class) {
            size = c.size();
            queue = size == 0 ? new Object[1] : c.toArray();
        } else {
            takeOver(c);
            heapify();
        }
    }

    private void takeOver(Collection<? extends E> c) {
        Object[] a = c.toArray();
        if (c.getClass() != ArrayList.class) {
            a = Arrays.copyOf(a, a.length, Object[].class);
        }
        if (a.length == 1 || comparator != null) {
            for (Object e : a) {
                if (e == null) {
                    throw new NullPointerException();
                }
            }
        }
        size = a.length;
        queue = a.length == 0 ? new Object[1] : a;
    }

    public boolean add(E e) {
        return offer(e);
    }

    public boolean offer(E e) {
        if (e == null) {
            throw new NullPointerException();
        }
        modCount++;
        int n = size;
        if (n >= queue.length) {
            int old = queue.length;
            queue = Arrays.copyOf(queue, Capacity.grow(old, n + 1 - old, old < 64 ? old + 2 : old >> 1));
        }
        up(n, e);
        size = n + 1;
        return true;
    }

    @SuppressWarnings("unchecked")
    private E at(int i) {
        return (E) queue[i];
    }

    public E peek() {
        return at(0);
    }

    private int indexOf(Object o) {
        if (o != null) {
            for (int i = 0, n = size; i < n; i++) {
                if (o.equals(queue[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    public boolean remove(Object o) {
        int i = indexOf(o);
        if (i < 0) {
            return false;
        }
        removeAt(i);
        return true;
    }

    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    public Object[] toArray() {
        return Arrays.copyOf(queue, size);
    }

    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] a) {
        if (a.length < size) {
            return (T[]) Arrays.copyOf(queue, size, a.getClass());
        }
        System.arraycopy(queue, 0, a, 0, size);
        if (a.length > size) {
            a[size] = null;
        }
        return a;
    }

    public Iterator<E> iterator() {
        return new Itr();
    }

    private final class Itr implements Iterator<E> {
        private int cursor;
        private int last = -1;
        /** Elements that removals moved from behind the cursor to before it. */
        private ArrayDeque<E> moved;
        private E lastMoved;
        private int expected = modCount;

        public boolean hasNext() {
            return cursor < size || (moved != null && !moved.isEmpty());
        }

        public E next() {
            check(expected);
            if (cursor < size) {
                last = cursor++;
                return at(last);
            }
            if (moved != null) {
                last = -1;
                lastMoved = moved.poll();
                if (lastMoved != null) {
                    return lastMoved;
                }
            }
            throw new NoSuchElementException();
        }

        public void remove() {
            check(expected);
            if (last != -1) {
                E e = PriorityQueue.this.removeAt(last);
                last = -1;
                if (e == null) {
                    cursor--;
                } else {
                    if (moved == null) {
                        moved = new ArrayDeque<>();
                    }
                    moved.add(e);
                }
            } else if (lastMoved != null) {
                for (int i = 0; i < size; i++) {
                    if (queue[i] == lastMoved) {
                        removeAt(i);
                        break;
                    }
                }
                lastMoved = null;
            } else {
                throw new IllegalStateException();
            }
            expected = modCount;
        }
    }

    private void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    public int size() {
        return size;
    }

    public void clear() {
        modCount++;
        for (int i = 0, n = size; i < n; i++) {
            queue[i] = null;
        }
        size = 0;
    }

    public E poll() {
        E result = at(0);
        if (result != null) {
            modCount++;
            int n = --size;
            E x = at(n);
            queue[n] = null;
            if (n > 0) {
                down(0, x, n);
            }
        }
        return result;
    }

    /** Removes; gives the element that moved to a place before i, if one did. */
    private E removeAt(int i) {
        modCount++;
        int s = --size;
        if (s == i) {
            queue[i] = null;
            return null;
        }
        E x = at(s);
        queue[s] = null;
        down(i, x, s);
        if (queue[i] == x) {
            up(i, x);
            if (queue[i] != x) {
                return x;
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private void up(int k, E x) {
        Object[] q = queue;
        Comparator<? super E> c = comparator;
        if (c == null) {
            Comparable<? super E> key = (Comparable<? super E>) x;
            while (k > 0) {
                int parent = (k - 1) >>> 1;
                Object e = q[parent];
                if (key.compareTo((E) e) >= 0) {
                    break;
                }
                q[k] = e;
                k = parent;
            }
        } else {
            while (k > 0) {
                int parent = (k - 1) >>> 1;
                Object e = q[parent];
                if (c.compare(x, (E) e) >= 0) {
                    break;
                }
                q[k] = e;
                k = parent;
            }
        }
        q[k] = x;
    }

    @SuppressWarnings("unchecked")
    private void down(int k, E x, int n) {
        Object[] q = queue;
        Comparator<? super E> c = comparator;
        int half = n >>> 1;
        if (c == null) {
            Comparable<? super E> key = (Comparable<? super E>) x;
            while (k < half) {
                int child = (k << 1) + 1;
                Object e = q[child];
                int right = child + 1;
                if (right < n && ((Comparable<? super E>) e).compareTo((E) q[right]) > 0) {
                    child = right;
                    e = q[child];
                }
                if (key.compareTo((E) e) <= 0) {
                    break;
                }
                q[k] = e;
                k = child;
            }
        } else {
            while (k < half) {
                int child = (k << 1) + 1;
                Object e = q[child];
                int right = child + 1;
                if (right < n && c.compare((E) e, (E) q[right]) > 0) {
                    child = right;
                    e = q[child];
                }
                if (c.compare(x, (E) e) <= 0) {
                    break;
                }
                q[k] = e;
                k = child;
            }
        }
        q[k] = x;
    }

    private void heapify() {
        int n = size;
        for (int i = (n >>> 1) - 1; i >= 0; i--) {
            down(i, at(i), n);
        }
    }

    public Comparator<? super E> comparator() {
        return comparator;
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

    private boolean removeWhere(Predicate<? super E> filter) {
        int expected = ++modCount;
        int n = size;
        boolean[] doomed = new boolean[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (filter.test(at(i))) {
                doomed[i] = true;
                count++;
            }
        }
        check(expected);
        if (count == 0) {
            return false;
        }
        int w = 0;
        for (int i = 0; i < n; i++) {
            if (!doomed[i]) {
                queue[w++] = queue[i];
            }
        }
        Arrays.fill(queue, w, n, null);
        size = w;
        heapify();
        return true;
    }

    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        for (int i = 0, n = size; i < n; i++) {
            action.accept(at(i));
        }
        check(expected);
    }

    public final Spliterator<E> spliterator() {
        return new HeapSpliterator<E>(this, 0, -1, 0);
    }

    private static final class HeapSpliterator<E> implements Spliterator<E> {
        private final PriorityQueue<E> pq;
        private int index;
        private int fence;
        private int expected;

        HeapSpliterator(PriorityQueue<E> pq, int from, int to, int expected) {
            this.pq = pq;
            this.index = from;
            this.fence = to;
            this.expected = expected;
        }

        private int fence() {
            if (fence < 0) {
                expected = pq.modCount;
                fence = pq.size;
            }
            return fence;
        }

        public Spliterator<E> trySplit() {
            int hi = fence();
            int lo = index;
            int mid = (lo + hi) >>> 1;
            if (lo >= mid) {
                return null;
            }
            index = mid;
            return new HeapSpliterator<E>(pq, lo, mid, expected);
        }

        private E at(int i) {
            Object[] q = pq.queue;
            E e = i < q.length ? pq.at(i) : null;
            if (e == null) {
                throw new ConcurrentModificationException();
            }
            return e;
        }

        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            int i = index;
            index = hi;
            for (; i < hi; i++) {
                action.accept(at(i));
            }
            pq.check(expected);
        }

        public boolean tryAdvance(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            if (fence() <= index) {
                return false;
            }
            action.accept(at(index++));
            pq.check(expected);
            return true;
        }

        public long estimateSize() {
            return fence() - index;
        }

        public int characteristics() {
            return SIZED | SUBSIZED | NONNULL;
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        out.writeInt(Math.max(2, size + 1));
        for (int i = 0; i < size; i++) {
            out.writeObject(queue[i]);
        }
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        in.readInt();
        int n = size;
        if (n < 0) {
            throw new java.io.InvalidObjectException("Illegal size: " + n);
        }
        queue = new Object[Math.max(1, Math.min(n, 1 << 16))];
        for (int i = 0; i < n; i++) {
            if (i == queue.length) {
                queue = Arrays.copyOf(queue, Math.min(n, i * 2));
            }
            queue[i] = in.readObject();
        }
        heapify();
    }
}
