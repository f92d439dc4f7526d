package java.util;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A list in an array that grows; every call holds its lock. */
public class Vector<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable, java.io.Serializable {
    protected Object[] elementData;
    protected int elementCount;
    protected int capacityIncrement;

    public Vector(int initialCapacity, int capacityIncrement) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Capacity: " + initialCapacity);
        }
        this.elementData = new Object[initialCapacity];
        this.capacityIncrement = capacityIncrement;
    }

    public Vector(int initialCapacity) {
        this(initialCapacity, 0);
    }

    public Vector() {
        this(10);
    }

    public Vector(Collection<? extends E> c) {
        Object[] a = c.toArray();
        elementCount = a.length;
        elementData = c.getClass() == ArrayList.class ? a : Arrays.copyOf(a, a.length, Object[].class);
    }

    public synchronized void copyInto(Object[] anArray) {
        System.arraycopy(elementData, 0, anArray, 0, elementCount);
    }

    public synchronized void trimToSize() {
        modCount++;
        if (elementCount < elementData.length) {
            elementData = Arrays.copyOf(elementData, elementCount);
        }
    }

    public synchronized void ensureCapacity(int minCapacity) {
        if (minCapacity > 0) {
            modCount++;
            if (minCapacity > elementData.length) {
                grow(minCapacity);
            }
        }
    }

    private void grow(int minCapacity) {
        int old = elementData.length;
        elementData = Arrays.copyOf(elementData,
            Capacity.grow(old, minCapacity - old, capacityIncrement > 0 ? capacityIncrement : old));
    }

    public synchronized void setSize(int newSize) {
        modCount++;
        if (newSize > elementData.length) {
            grow(newSize);
        }
        Object[] a = elementData;
        for (int i = newSize; i < elementCount; i++) {
            a[i] = null;
        }
        elementCount = newSize;
    }

    public synchronized int capacity() {
        return elementData.length;
    }

    public synchronized int size() {
        return elementCount;
    }

    public synchronized boolean isEmpty() {
        return elementCount == 0;
    }

    public Enumeration<E> elements() {
        return new Enumeration<E>() {
            private int i;

            public boolean hasMoreElements() {
                return i < elementCount;
            }

            public E nextElement() {
                synchronized (Vector.this) {
                    if (i < elementCount) {
                        return at(i++);
                    }
                }
                throw new NoSuchElementException("Vector Enumeration");
            }
        };
    }

    @SuppressWarnings("unchecked")
    final E at(int index) {
        return (E) elementData[index];
    }

    public boolean contains(Object o) {
        return indexOf(o, 0) >= 0;
    }

    public int indexOf(Object o) {
        return indexOf(o, 0);
    }

    public synchronized int indexOf(Object o, int index) {
        Object[] a = elementData;
        for (int i = index; i < elementCount; i++) {
            if (o == null ? a[i] == null : o.equals(a[i])) {
                return i;
            }
        }
        return -1;
    }

    public synchronized int lastIndexOf(Object o) {
        return lastIndexOf(o, elementCount - 1);
    }

    public synchronized int lastIndexOf(Object o, int index) {
        if (index >= elementCount) {
            throw new IndexOutOfBoundsException(index + " >= " + elementCount);
        }
        Object[] a = elementData;
        for (int i = index; i >= 0; i--) {
            if (o == null ? a[i] == null : o.equals(a[i])) {
                return i;
            }
        }
        return -1;
    }

    private void checkBelowCount(int index) {
        if (index >= elementCount) {
            throw new ArrayIndexOutOfBoundsException(index + " >= " + elementCount);
        }
    }

    public synchronized E elementAt(int index) {
        checkBelowCount(index);
        return at(index);
    }

    public synchronized E firstElement() {
        if (elementCount == 0) {
            throw new NoSuchElementException();
        }
        return at(0);
    }

    public synchronized E lastElement() {
        if (elementCount == 0) {
            throw new NoSuchElementException();
        }
        return at(elementCount - 1);
    }

    public synchronized void setElementAt(E obj, int index) {
        checkBelowCount(index);
        elementData[index] = obj;
    }

    public synchronized void removeElementAt(int index) {
        checkBelowCount(index);
        if (index < 0) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
        cut(index);
    }

    private void cut(int index) {
        System.arraycopy(elementData, index + 1, elementData, index, elementCount - index - 1);
        modCount++;
        elementData[--elementCount] = null;
    }

    public synchronized void insertElementAt(E obj, int index) {
        int n = elementCount;
        if (index > n) {
            throw new ArrayIndexOutOfBoundsException(index + " > " + n);
        }
        modCount++;
        if (n == elementData.length) {
            grow(n + 1);
        }
        System.arraycopy(elementData, index, elementData, index + 1, n - index);
        elementData[index] = obj;
        elementCount = n + 1;
    }

    public synchronized void addElement(E obj) {
        modCount++;
        append(obj);
    }

    private void append(E obj) {
        int n = elementCount;
        if (n == elementData.length) {
            grow(n + 1);
        }
        elementData[n] = obj;
        elementCount = n + 1;
    }

    public synchronized boolean removeElement(Object obj) {
        modCount++;
        int i = indexOf(obj);
        if (i < 0) {
            return false;
        }
        removeElementAt(i);
        return true;
    }

    public synchronized void removeAllElements() {
        Object[] a = elementData;
        for (int i = 0; i < elementCount; i++) {
            a[i] = null;
        }
        elementCount = 0;
        modCount++;
    }

    public synchronized Object clone() {
        try {
            Vector<?> copy = (Vector<?>) super.clone();
            copy.elementData = Arrays.copyOf(elementData, elementCount);
            copy.modCount = 0;
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    public synchronized Object[] toArray() {
        return Arrays.copyOf(elementData, elementCount);
    }

    @SuppressWarnings("unchecked")
    public synchronized <T> T[] toArray(T[] a) {
        if (a.length < elementCount) {
            return (T[]) Arrays.copyOf(elementData, elementCount, a.getClass());
        }
        System.arraycopy(elementData, 0, a, 0, elementCount);
        if (a.length > elementCount) {
            a[elementCount] = null;
        }
        return a;
    }

    public synchronized E get(int index) {
        if (index >= elementCount) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
        return at(index);
    }

    public synchronized E set(int index, E element) {
        if (index >= elementCount) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
        E old = at(index);
        elementData[index] = element;
        return old;
    }

    public synchronized boolean add(E e) {
        modCount++;
        append(e);
        return true;
    }

    public boolean remove(Object o) {
        return removeElement(o);
    }

    public void add(int index, E element) {
        insertElementAt(element, index);
    }

    public synchronized E remove(int index) {
        modCount++;
        if (index >= elementCount) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
        E old = at(index);
        modCount--;
        cut(index);
        return old;
    }

    public void clear() {
        removeAllElements();
    }

    public synchronized boolean containsAll(Collection<?> c) {
        return super.containsAll(c);
    }

    public boolean addAll(Collection<? extends E> c) {
        Object[] more = c.toArray();
        synchronized (this) {
            modCount++;
            return insertAll(elementCount, more);
        }
    }

    private boolean insertAll(int index, Object[] more) {
        if (more.length == 0) {
            return false;
        }
        int n = elementCount;
        if (more.length > elementData.length - n) {
            grow(n + more.length);
        }
        System.arraycopy(elementData, index, elementData, index + more.length, n - index);
        System.arraycopy(more, 0, elementData, index, more.length);
        elementCount = n + more.length;
        return true;
    }

    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(c::contains);
    }

    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(e -> !c.contains(e));
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        return removeWhere(filter);
    }

    private synchronized boolean removeWhere(Predicate<? super E> filter) {
        int expected = modCount;
        int n = elementCount;
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
        modCount++;
        int w = 0;
        for (int i = 0; i < n; i++) {
            if (!doomed[i]) {
                elementData[w++] = elementData[i];
            }
        }
        Arrays.fill(elementData, w, n, null);
        elementCount = w;
        return true;
    }

    private void check(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    public synchronized boolean addAll(int index, Collection<? extends E> c) {
        if (index < 0 || index > elementCount) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
        Object[] more = c.toArray();
        modCount++;
        return insertAll(index, more);
    }

    public synchronized boolean equals(Object o) {
        return super.equals(o);
    }

    public synchronized int hashCode() {
        return super.hashCode();
    }

    public synchronized String toString() {
        return super.toString();
    }

    public synchronized List<E> subList(int fromIndex, int toIndex) {
        return new SynchronizedViews.SynchronizedRandomAccessList<E>(super.subList(fromIndex, toIndex), this);
    }

    protected synchronized void removeRange(int fromIndex, int toIndex) {
        modCount++;
        int n = elementCount;
        System.arraycopy(elementData, toIndex, elementData, fromIndex, n - toIndex);
        int left = n - (toIndex - fromIndex);
        for (int i = left; i < n; i++) {
            elementData[i] = null;
        }
        elementCount = left;
    }

    public synchronized ListIterator<E> listIterator(int index) {
        if (index < 0 || index > elementCount) {
            throw new IndexOutOfBoundsException("Index: " + index);
        }
        return new ListItr(index);
    }

    public synchronized ListIterator<E> listIterator() {
        return new ListItr(0);
    }

    public synchronized Iterator<E> iterator() {
        return new Itr();
    }

    private class Itr implements Iterator<E> {
        int cursor;
        int last = -1;
        int expected = modCount;

        public boolean hasNext() {
            return cursor != elementCount;
        }

        public E next() {
            synchronized (Vector.this) {
                check(expected);
                int i = cursor;
                if (i >= elementCount) {
                    throw new NoSuchElementException();
                }
                cursor = i + 1;
                last = i;
                return at(i);
            }
        }

        public void remove() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            synchronized (Vector.this) {
                check(expected);
                Vector.this.remove(last);
                expected = modCount;
            }
            cursor = last;
            last = -1;
        }

        @Override
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            synchronized (Vector.this) {
                int n = elementCount;
                int i = cursor;
                if (i < n) {
                    for (; i < n && modCount == expected; i++) {
                        action.accept(at(i));
                    }
                    cursor = i;
                    last = i - 1;
                    check(expected);
                }
            }
        }
    }

    private final class ListItr extends Itr implements ListIterator<E> {

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

        public E previous() {
            synchronized (Vector.this) {
                check(expected);
                int i = cursor - 1;
                if (i < 0) {
                    throw new NoSuchElementException();
                }
                cursor = i;
                last = i;
                return at(i);
            }
        }

        public void set(E e) {
            if (last < 0) {
                throw new IllegalStateException();
            }
            synchronized (Vector.this) {
                check(expected);
                Vector.this.set(last, e);
            }
        }

        public void add(E e) {
            synchronized (Vector.this) {
                check(expected);
                Vector.this.add(cursor, e);
                expected = modCount;
            }
            cursor++;
            last = -1;
        }
    }

    @Override
    public synchronized void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        int n = elementCount;
        for (int i = 0; i < n && modCount == expected; i++) {
            action.accept(at(i));
        }
        check(expected);
    }

    @Override
    public synchronized void replaceAll(UnaryOperator<E> operator) {
        Objects.requireNonNull(operator);
        int expected = modCount;
        int n = elementCount;
        for (int i = 0; i < n && modCount == expected; i++) {
            elementData[i] = operator.apply(at(i));
        }
        check(expected);
        modCount++;
    }

    @SuppressWarnings("unchecked")
    @Override
    public synchronized void sort(Comparator<? super E> c) {
        int expected = modCount;
        Arrays.sort((E[]) elementData, 0, elementCount, c);
        check(expected);
        modCount++;
    }

    @Override
    public Spliterator<E> spliterator() {
        return new VectorSpliterator<E>(this);
    }

    /** Late-binding, over the array that is found at first use. */
    private static final class VectorSpliterator<E> implements Spliterator<E> {
        private final Vector<E> list;
        private Object[] a;
        private int index;
        private int fence = -1;
        private int expected;

        VectorSpliterator(Vector<E> list) {
            this.list = list;
        }

        private int fence() {
            if (fence < 0) {
                synchronized (list) {
                    a = list.elementData;
                    expected = list.modCount;
                    fence = list.elementCount;
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
            VectorSpliterator<E> prefix = new VectorSpliterator<E>(list);
            prefix.a = a;
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
            if (index >= hi) {
                return false;
            }
            action.accept((E) a[index++]);
            list.check(expected);
            return true;
        }

        @SuppressWarnings("unchecked")
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            int i = index;
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

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        java.io.ObjectOutputStream.PutField fields = out.putFields();
        synchronized (this) {
            fields.put("capacityIncrement", capacityIncrement);
            fields.put("elementCount", elementCount);
            fields.put("elementData", elementData.clone());
        }
        out.writeFields();
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        java.io.ObjectInputStream.GetField fields = in.readFields();
        int n = fields.get("elementCount", 0);
        Object[] data = (Object[]) fields.get("elementData", null);
        if (n < 0 || data == null || n > data.length) {
            throw new java.io.StreamCorruptedException("Inconsistent vector internals");
        }
        capacityIncrement = fields.get("capacityIncrement", 0);
        elementCount = n;
        elementData = data.clone();
    }
}
