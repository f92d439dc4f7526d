package java.util;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A list in an array that grows. */
public class ArrayList<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable, java.io.Serializable {
    private static final int FIRST_CAPACITY = 10;
    private static final Object[] EMPTY = {};

    transient Object[] elements;
    int size;

    public ArrayList(int initialCapacity) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Capacity: " + initialCapacity);
        }
        elements = initialCapacity == 0 ? EMPTY : new Object[initialCapacity];
    }

    public ArrayList() {
        elements = EMPTY;
    }

    public ArrayList(Collection<? extends E> c) {
        Object[] a = c.toArray();
        size = a.length;
        elements = size == 0 ? EMPTY
            : c.getClass() == ArrayList.class ? a : Arrays.copyOf(a, size, Object[].class);
    }

    public void trimToSize() {
        modCount++;
        if (size < elements.length) {
            elements = size == 0 ? EMPTY : Arrays.copyOf(elements, size);
        }
    }

    public void ensureCapacity(int minCapacity) {
        if (minCapacity > elements.length && !(elements == EMPTY && minCapacity <= FIRST_CAPACITY)) {
            modCount++;
            grow(minCapacity);
        }
    }

    private Object[] grow(int minCapacity) {
        int old = elements.length;
        if (old == 0) {
            if (minCapacity < 0) {
                Capacity.grow(size, minCapacity - size, 0);
            }
            return elements = new Object[minCapacity > FIRST_CAPACITY ? minCapacity : FIRST_CAPACITY];
        }
        return elements = Arrays.copyOf(elements, Capacity.grow(old, minCapacity - old, old >> 1));
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    public int indexOf(Object o) {
        return find(o, 0, size);
    }

    int find(Object o, int from, int to) {
        Object[] a = elements;
        if (o == null) {
            for (int i = from; i < to; i++) {
                if (a[i] == null) {
                    return i;
                }
            }
        } else {
            for (int i = from; i < to; i++) {
                if (o.equals(a[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    public int lastIndexOf(Object o) {
        return findLast(o, 0, size);
    }

    int findLast(Object o, int from, int to) {
        Object[] a = elements;
        if (o == null) {
            for (int i = to - 1; i >= from; i--) {
                if (a[i] == null) {
                    return i;
                }
            }
        } else {
            for (int i = to - 1; i >= from; i--) {
                if (o.equals(a[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    public Object clone() {
        try {
            ArrayList<?> copy = (ArrayList<?>) super.clone();
            copy.elements = Arrays.copyOf(elements, size);
            copy.modCount = 0;
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    public Object[] toArray() {
        return Arrays.copyOf(elements, size);
    }

    public <T> T[] toArray(T[] a) {
        return copyInto(a, 0, size);
    }

    @SuppressWarnings("unchecked")
    <T> T[] copyInto(T[] a, int from, int count) {
        if (a.length < count) {
            return (T[]) Arrays.copyOfRange(elements, from, from + count, a.getClass());
        }
        System.arraycopy(elements, from, a, 0, count);
        if (a.length > count) {
            a[count] = null;
        }
        return a;
    }

    @SuppressWarnings("unchecked")
    public E get(int index) {
        if (index < 0 || index >= size) {
            Objects.checkIndex(index, size);
        }
        return (E) elements[index];
    }

    @SuppressWarnings("unchecked")
    public E set(int index, E element) {
        if (index < 0 || index >= size) {
            Objects.checkIndex(index, size);
        }
        Object[] a = elements;
        E old = (E) a[index];
        a[index] = element;
        return old;
    }

    public boolean add(E e) {
        modCount++;
        Object[] a = elements;
        int n = size;
        if (n == a.length) {
            a = grow(n + 1);
        }
        a[n] = e;
        size = n + 1;
        return true;
    }

    public void add(int index, E element) {
        int n = size;
        if (index < 0 || index > n) {
            checkInsert(index, n);
        }
        modCount++;
        Object[] a = elements;
        if (n == a.length) {
            a = grow(n + 1);
        }
        System.arraycopy(a, index, a, index + 1, n - index);
        a[index] = element;
        size = n + 1;
    }

    @SuppressWarnings("unchecked")
    public E remove(int index) {
        if (index < 0 || index >= size) {
            Objects.checkIndex(index, size);
        }
        E old = (E) elements[index];
        cut(index);
        return old;
    }

    private void cut(int index) {
        modCount++;
        Object[] a = elements;
        int n = size - 1;
        if (n > index) {
            System.arraycopy(a, index + 1, a, index, n - index);
        }
        size = n;
        a[n] = null;
    }

    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof List)) {
            return false;
        }
        int expected = modCount;
        boolean equal = rangeEquals((List<?>) o, 0, size);
        check(expected);
        return equal;
    }

    boolean rangeEquals(List<?> other, int from, int to) {
        Object[] a = elements;
        if (to > a.length) {
            throw new ConcurrentModificationException();
        }
        if (other.getClass() == ArrayList.class) {
            ArrayList<?> that = (ArrayList<?>) other;
            int expected = that.modCount;
            Object[] b = that.elements;
            boolean equal = that.size == to - from;
            for (int i = from, j = 0; equal && i < to; i++, j++) {
                equal = Objects.equals(a[i], b[j]);
            }
            that.check(expected);
            return equal;
        }
        Iterator<?> it = other.iterator();
        for (int i = from; i < to; i++) {
            if (!it.hasNext() || !Objects.equals(a[i], it.next())) {
                return false;
            }
        }
        return !it.hasNext();
    }

    void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    public int hashCode() {
        int expected = modCount;
        int h = rangeHash(0, size);
        check(expected);
        return h;
    }

    int rangeHash(int from, int to) {
        Object[] a = elements;
        if (to > a.length) {
            throw new ConcurrentModificationException();
        }
        int h = 1;
        for (int i = from; i < to; i++) {
            Object e = a[i];
            h = 31 * h + (e == null ? 0 : e.hashCode());
        }
        return h;
    }

    public boolean remove(Object o) {
        int i = find(o, 0, size);
        if (i < 0) {
            return false;
        }
        cut(i);
        return true;
    }

    public void clear() {
        modCount++;
        Object[] a = elements;
        for (int i = 0, n = size; i < n; i++) {
            a[i] = null;
        }
        size = 0;
    }

    public boolean addAll(Collection<? extends E> c) {
        Object[] more = c.toArray();
        modCount++;
        int count = more.length;
        if (count == 0) {
            return false;
        }
        Object[] a = elements;
        int n = size;
        if (count > a.length - n) {
            a = grow(n + count);
        }
        System.arraycopy(more, 0, a, n, count);
        size = n + count;
        return true;
    }

    public boolean addAll(int index, Collection<? extends E> c) {
        checkInsert(index, size);
        Object[] more = c.toArray();
        modCount++;
        int count = more.length;
        if (count == 0) {
            return false;
        }
        Object[] a = elements;
        int n = size;
        if (count > a.length - n) {
            a = grow(n + count);
        }
        if (n > index) {
            System.arraycopy(a, index, a, index + count, n - index);
        }
        System.arraycopy(more, 0, a, index, count);
        size = n + count;
        return true;
    }

    protected void removeRange(int fromIndex, int toIndex) {
        if (fromIndex > toIndex) {
            throw new IndexOutOfBoundsException("From Index: " + fromIndex + " > To Index: " + toIndex);
        }
        modCount++;
        close(fromIndex, toIndex);
    }

    /** Moves what is behind {@code to} down to {@code from}. */
    private void close(int from, int to) {
        Object[] a = elements;
        int n = size;
        System.arraycopy(a, to, a, from, n - to);
        int left = n - (to - from);
        for (int i = left; i < n; i++) {
            a[i] = null;
        }
        size = left;
    }

    public boolean removeAll(Collection<?> c) {
        return keep(c, false, 0, size);
    }

    public boolean retainAll(Collection<?> c) {
        return keep(c, true, 0, size);
    }

    boolean keep(Collection<?> c, boolean contained, int from, int to) {
        Objects.requireNonNull(c);
        Object[] a = elements;
        int r = from;
        while (r < to && c.contains(a[r]) == contained) {
            r++;
        }
        if (r == to) {
            return false;
        }
        int w = r++;
        try {
            for (; r < to; r++) {
                Object e = a[r];
                if (c.contains(e) == contained) {
                    a[w++] = e;
                }
            }
        } finally {
            // Also when contains throws: what was not looked at stays.
            if (r < to) {
                System.arraycopy(a, r, a, w, to - r);
                w += to - r;
            }
            modCount += to - w;
            close(w, to);
        }
        return true;
    }

    public ListIterator<E> listIterator(int index) {
        checkInsert(index, size);
        return new ListItr(index);
    }

    public ListIterator<E> listIterator() {
        return new ListItr(0);
    }

    public Iterator<E> iterator() {
        return new Itr();
    }

    private class Itr implements Iterator<E> {
        int cursor;
        int last = -1;
        int expected = modCount;

        Itr() {
        }

        public boolean hasNext() {
            return cursor != size;
        }

        @SuppressWarnings("unchecked")
        public E next() {
            if (modCount != expected) {
                throw new ConcurrentModificationException();
            }
            int i = cursor;
            if (i >= size) {
                throw new NoSuchElementException();
            }
            Object[] a = elements;
            if (i >= a.length) {
                throw new ConcurrentModificationException();
            }
            cursor = i + 1;
            last = i;
            return (E) a[i];
        }

        public void remove() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            check(expected);
            try {
                ArrayList.this.remove(last);
                cursor = last;
                last = -1;
                expected = modCount;
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int n = size;
            int i = cursor;
            if (i < n) {
                Object[] a = elements;
                if (i >= a.length) {
                    throw new ConcurrentModificationException();
                }
                for (; i < n && modCount == expected; i++) {
                    action.accept((E) a[i]);
                }
                cursor = i;
                last = i - 1;
                check(expected);
            }
        }
    }

    private class ListItr extends Itr implements ListIterator<E> {

        ListItr(int index) {
            cursor = index;
        }

        public boolean hasPrevious() {
            return cursor != 0;
        }

        public int nextIndex() {
            return cursor;
        }

        public int previousIndex() {
            return cursor - 1;
        }

        @SuppressWarnings("unchecked")
        public E previous() {
            check(expected);
            int i = cursor - 1;
            if (i < 0) {
                throw new NoSuchElementException();
            }
            Object[] a = elements;
            if (i >= a.length) {
                throw new ConcurrentModificationException();
            }
            cursor = i;
            last = i;
            return (E) a[i];
        }

        public void set(E e) {
            if (last < 0) {
                throw new IllegalStateException();
            }
            check(expected);
            try {
                ArrayList.this.set(last, e);
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }

        public void add(E e) {
            check(expected);
            try {
                int i = cursor;
                ArrayList.this.add(i, e);
                cursor = i + 1;
                last = -1;
                expected = modCount;
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }
    }

    public List<E> subList(int fromIndex, int toIndex) {
        checkSubList(fromIndex, toIndex, size);
        return new ArraySubList<E>(this, null, fromIndex, toIndex);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        Object[] a = elements;
        int n = size;
        for (int i = 0; i < n && modCount == expected; i++) {
            action.accept((E) a[i]);
        }
        check(expected);
    }

    @Override
    public Spliterator<E> spliterator() {
        return new ArraySpliterator<E>(this, null);
    }

    /** Late-binding: size and change count are read at first use. */
    static final class ArraySpliterator<E> implements Spliterator<E> {
        private final ArrayList<E> list;
        private final ArraySubList<E> part;
        private int index;
        private int fence = -1;
        private int expected;

        ArraySpliterator(ArrayList<E> list, ArraySubList<E> part) {
            this.list = list;
            this.part = part;
        }

        private int fence() {
            if (fence < 0) {
                if (part == null) {
                    expected = list.modCount;
                    fence = list.size;
                } else {
                    expected = part.modCount;
                    index = part.offset;
                    fence = part.offset + part.size;
                }
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
            ArraySpliterator<E> prefix = new ArraySpliterator<E>(list, part);
            prefix.index = lo;
            prefix.fence = mid;
            prefix.expected = expected;
            index = mid;
            return prefix;
        }

        @SuppressWarnings("unchecked")
        public boolean tryAdvance(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            int i = index;
            if (i >= hi) {
                return false;
            }
            index = i + 1;
            action.accept((E) list.elements[i]);
            list.check(expected);
            return true;
        }

        @SuppressWarnings("unchecked")
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            int i = index;
            Object[] a = list.elements;
            if (hi > a.length) {
                throw new ConcurrentModificationException();
            }
            index = hi;
            for (; i < hi; i++) {
                action.accept((E) a[i]);
            }
            list.check(expected);
        }

        public long estimateSize() {
            return fence() - index;
        }

        public int characteristics() {
            return ORDERED | SIZED | SUBSIZED;
        }
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        return removeIf(filter, 0, size);
    }

    /** Asks about all elements before the first is removed: a filter that throws leaves the list as it was. */
    @SuppressWarnings("unchecked")
    boolean removeIf(Predicate<? super E> filter, int from, int to) {
        Objects.requireNonNull(filter);
        int expected = modCount;
        Object[] a = elements;
        int i = from;
        while (i < to && !filter.test((E) a[i])) {
            i++;
        }
        if (i == to) {
            check(expected);
            return false;
        }
        int first = i;
        long[] doomed = new long[((to - first - 1) >> 6) + 1];
        doomed[0] = 1;
        for (i = first + 1; i < to; i++) {
            if (filter.test((E) a[i])) {
                doomed[(i - first) >> 6] |= 1L << (i - first);
            }
        }
        check(expected);
        modCount++;
        int w = first;
        for (i = first; i < to; i++) {
            if ((doomed[(i - first) >> 6] & (1L << (i - first))) == 0) {
                a[w++] = a[i];
            }
        }
        close(w, to);
        return true;
    }

    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        replaceRange(operator, 0, size);
        modCount++;
    }

    @SuppressWarnings("unchecked")
    void replaceRange(UnaryOperator<E> operator, int from, int to) {
        Objects.requireNonNull(operator);
        int expected = modCount;
        Object[] a = elements;
        for (int i = from; i < to && modCount == expected; i++) {
            a[i] = operator.apply((E) a[i]);
        }
        check(expected);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void sort(Comparator<? super E> c) {
        int expected = modCount;
        Arrays.sort((E[]) elements, 0, size, c);
        check(expected);
        modCount++;
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        int changes = modCount;
        out.defaultWriteObject();
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeObject(elements[i]);
        }
        if (modCount != changes) {
            throw new ConcurrentModificationException();
        }
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        in.readInt();
        int n = size;
        if (n < 0) {
            throw new java.io.InvalidObjectException("Illegal size: " + n);
        }
        size = 0;
        elements = EMPTY;
        for (int i = 0; i < n; i++) {
            add((E) in.readObject());
        }
    }
}
