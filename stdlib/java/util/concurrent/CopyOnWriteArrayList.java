package java.util.concurrent;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A list that is copied by every change, so that reading needs no lock and iterators see what was there at their start. */
public class CopyOnWriteArrayList<E> implements List<E>, RandomAccess, Cloneable, java.io.Serializable {
    private transient Object lock = new Object();
    private transient volatile Object[] array;

    public CopyOnWriteArrayList() {
        array = new Object[0];
    }

    public CopyOnWriteArrayList(Collection<? extends E> c) {
        Object[] a = c.toArray();
        array = c.getClass() == java.util.ArrayList.class ? a : Arrays.copyOf(a, a.length, Object[].class);
    }

    public CopyOnWriteArrayList(E[] toCopyIn) {
        array = Arrays.copyOf(toCopyIn, toCopyIn.length, Object[].class);
    }

    public int size() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    private static int find(Object o, Object[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Objects.equals(o, a[i])) {
                return i;
            }
        }
        return -1;
    }

    private static int findLast(Object o, Object[] a, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (Objects.equals(o, a[i])) {
                return i;
            }
        }
        return -1;
    }

    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    public int indexOf(Object o) {
        Object[] a = array;
        return find(o, a, 0, a.length);
    }

    public int indexOf(E e, int index) {
        Object[] a = array;
        return find(e, a, index, a.length);
    }

    public int lastIndexOf(Object o) {
        Object[] a = array;
        return findLast(o, a, 0, a.length);
    }

    public int lastIndexOf(E e, int index) {
        return findLast(e, array, 0, index + 1);
    }

    public Object clone() {
        try {
            CopyOnWriteArrayList<?> copy = (CopyOnWriteArrayList<?>) super.clone();
            copy.lock = new Object();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    public Object[] toArray() {
        return array.clone();
    }

    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] a) {
        Object[] es = array;
        if (a.length < es.length) {
            return (T[]) Arrays.copyOf(es, es.length, a.getClass());
        }
        System.arraycopy(es, 0, a, 0, es.length);
        if (a.length > es.length) {
            a[es.length] = null;
        }
        return a;
    }

    private static IndexOutOfBoundsException outside(int index, int size) {
        return new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }

    @SuppressWarnings("unchecked")
    public E get(int index) {
        return (E) array[index];
    }

    @SuppressWarnings("unchecked")
    public E set(int index, E element) {
        synchronized (lock) {
            Object[] a = array;
            E old = (E) a[index];
            if (old != element) {
                a = a.clone();
                a[index] = element;
            }
            array = a;
            return old;
        }
    }

    public boolean add(E e) {
        synchronized (lock) {
            Object[] a = array;
            int n = a.length;
            a = Arrays.copyOf(a, n + 1);
            a[n] = e;
            array = a;
            return true;
        }
    }

    public void add(int index, E element) {
        synchronized (lock) {
            Object[] a = array;
            if (index < 0 || index > a.length) {
                throw outside(index, a.length);
            }
            insert(index, new Object[] {element});
        }
    }

    private void insert(int index, Object[] more) {
        Object[] a = array;
        Object[] b = new Object[a.length + more.length];
        System.arraycopy(a, 0, b, 0, index);
        System.arraycopy(more, 0, b, index, more.length);
        System.arraycopy(a, index, b, index + more.length, a.length - index);
        array = b;
    }

    @SuppressWarnings("unchecked")
    public E remove(int index) {
        synchronized (lock) {
            E old = (E) array[index];
            cut(index, index + 1);
            return old;
        }
    }

    private void cut(int from, int to) {
        Object[] a = array;
        Object[] b = new Object[a.length - (to - from)];
        System.arraycopy(a, 0, b, 0, from);
        System.arraycopy(a, to, b, from, a.length - to);
        array = b;
    }

    public boolean remove(Object o) {
        synchronized (lock) {
            int i = indexOf(o);
            if (i < 0) {
                return false;
            }
            cut(i, i + 1);
            return true;
        }
    }

    public boolean addIfAbsent(E e) {
        if (indexOf(e) >= 0) {
            return false;
        }
        synchronized (lock) {
            return indexOf(e) < 0 && add(e);
        }
    }

    public boolean containsAll(Collection<?> c) {
        Object[] a = array;
        for (Object e : c) {
            if (find(e, a, 0, a.length) < 0) {
                return false;
            }
        }
        return true;
    }

    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(c::contains, 0, -1);
    }

    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeWhere(e -> !c.contains(e), 0, -1);
    }

    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        return removeWhere(filter, 0, -1);
    }

    /** From one index to another, -1 for the end. */
    @SuppressWarnings("unchecked")
    private boolean removeWhere(Predicate<? super E> filter, int from, int to) {
        synchronized (lock) {
            Object[] a = array;
            int end = to < 0 ? a.length : to;
            Object[] kept = new Object[a.length];
            System.arraycopy(a, 0, kept, 0, from);
            int w = from;
            for (int i = from; i < end; i++) {
                if (!filter.test((E) a[i])) {
                    kept[w++] = a[i];
                }
            }
            if (w == end) {
                return false;
            }
            System.arraycopy(a, end, kept, w, a.length - end);
            array = Arrays.copyOf(kept, w + a.length - end);
            return true;
        }
    }

    public int addAllAbsent(Collection<? extends E> c) {
        Object[] more = c.toArray();
        synchronized (lock) {
            Object[] a = array;
            Object[] fresh = new Object[more.length];
            int n = 0;
            for (Object e : more) {
                if (find(e, a, 0, a.length) < 0 && find(e, fresh, 0, n) < 0) {
                    fresh[n++] = e;
                }
            }
            if (n > 0) {
                insert(a.length, Arrays.copyOf(fresh, n));
            }
            return n;
        }
    }

    public void clear() {
        synchronized (lock) {
            array = new Object[0];
        }
    }

    public boolean addAll(Collection<? extends E> c) {
        Object[] more = c.getClass() == CopyOnWriteArrayList.class
            ? ((CopyOnWriteArrayList<?>) c).array : c.toArray();
        if (more.length == 0) {
            return false;
        }
        synchronized (lock) {
            insert(array.length, more);
            return true;
        }
    }

    public boolean addAll(int index, Collection<? extends E> c) {
        Object[] more = c.toArray();
        synchronized (lock) {
            if (index < 0 || index > array.length) {
                throw outside(index, array.length);
            }
            if (more.length == 0) {
                return false;
            }
            insert(index, more);
            return true;
        }
    }

    @SuppressWarnings("unchecked")
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        for (Object e : array) {
            action.accept((E) e);
        }
    }

    public void replaceAll(UnaryOperator<E> operator) {
        Objects.requireNonNull(operator);
        synchronized (lock) {
            replaceRange(operator, 0, array.length);
        }
    }

    @SuppressWarnings("unchecked")
    private void replaceRange(UnaryOperator<E> operator, int from, int to) {
        Object[] a = array.clone();
        for (int i = from; i < to; i++) {
            a[i] = operator.apply((E) a[i]);
        }
        array = a;
    }

    public void sort(Comparator<? super E> c) {
        synchronized (lock) {
            sortRange(c, 0, array.length);
        }
    }

    @SuppressWarnings("unchecked")
    private void sortRange(Comparator<? super E> c, int from, int to) {
        Object[] a = array.clone();
        Arrays.sort((E[]) a, from, to, c);
        array = a;
    }

    public String toString() {
        return Arrays.toString(array);
    }

    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof List)) {
            return false;
        }
        Iterator<?> it = ((List<?>) o).iterator();
        for (Object e : array) {
            if (!it.hasNext() || !Objects.equals(e, it.next())) {
                return false;
            }
        }
        return !it.hasNext();
    }

    public int hashCode() {
        return Arrays.hashCode(array);
    }

    public Iterator<E> iterator() {
        Object[] a = array;
        return new Snapshot<E>(a, 0, 0, a.length);
    }

    public ListIterator<E> listIterator() {
        Object[] a = array;
        return new Snapshot<E>(a, 0, 0, a.length);
    }

    public ListIterator<E> listIterator(int index) {
        Object[] a = array;
        if (index < 0 || index > a.length) {
            throw outside(index, a.length);
        }
        return new Snapshot<E>(a, index, 0, a.length);
    }

    public Spliterator<E> spliterator() {
        return Spliterators.spliterator(array, Spliterator.IMMUTABLE | Spliterator.ORDERED);
    }

    private static final class Snapshot<E> implements ListIterator<E> {
        private final Object[] a;
        private final int from;
        private final int to;
        private int cursor;

        Snapshot(Object[] a, int index, int from, int to) {
            this.a = a;
            this.from = from;
            this.to = to;
            this.cursor = from + index;
        }

        public boolean hasNext() {
            return cursor < to;
        }

        public boolean hasPrevious() {
            return cursor > from;
        }

        @SuppressWarnings("unchecked")
        public E next() {
            if (cursor >= to) {
                throw new NoSuchElementException();
            }
            return (E) a[cursor++];
        }

        @SuppressWarnings("unchecked")
        public E previous() {
            if (cursor <= from) {
                throw new NoSuchElementException();
            }
            return (E) a[--cursor];
        }

        public int nextIndex() {
            return cursor - from;
        }

        public int previousIndex() {
            return cursor - from - 1;
        }

        public void remove() {
            throw new UnsupportedOperationException();
        }

        public void set(E e) {
            throw new UnsupportedOperationException();
        }

        public void add(E e) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("unchecked")
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            while (cursor < to) {
                action.accept((E) a[cursor++]);
            }
        }
    }

    public List<E> subList(int fromIndex, int toIndex) {
        synchronized (lock) {
            Object[] a = array;
            if (fromIndex < 0 || toIndex > a.length || fromIndex > toIndex) {
                throw new IndexOutOfBoundsException();
            }
            return new Part<E>(this, a, fromIndex, toIndex - fromIndex);
        }
    }

    /** A part of the list, good as long as only the part itself changes the list. */
    private static final class Part<E> extends AbstractList<E> implements RandomAccess {
        private final CopyOnWriteArrayList<E> list;
        private Object[] expected;
        private final int offset;
        private int size;

        Part(CopyOnWriteArrayList<E> list, Object[] expected, int offset, int size) {
            this.list = list;
            this.expected = expected;
            this.offset = offset;
            this.size = size;
        }

        private void check() {
            if (list.array != expected) {
                throw new ConcurrentModificationException();
            }
        }

        private void changed(int by) {
            expected = list.array;
            size += by;
        }

        public E get(int index) {
            synchronized (list.lock) {
                if (index < 0 || index >= size) {
                    throw outside(index, size);
                }
                check();
                return list.get(offset + index);
            }
        }

        public E set(int index, E element) {
            synchronized (list.lock) {
                if (index < 0 || index >= size) {
                    throw outside(index, size);
                }
                check();
                E old = list.set(offset + index, element);
                changed(0);
                return old;
            }
        }

        public int size() {
            synchronized (list.lock) {
                check();
                return size;
            }
        }

        public boolean add(E element) {
            synchronized (list.lock) {
                check();
                list.add(offset + size, element);
                changed(1);
                return true;
            }
        }

        public void add(int index, E element) {
            synchronized (list.lock) {
                check();
                if (index < 0 || index > size) {
                    throw outside(index, size);
                }
                list.add(offset + index, element);
                changed(1);
            }
        }

        public boolean addAll(Collection<? extends E> c) {
            synchronized (list.lock) {
                return addAll(size, c);
            }
        }

        public boolean addAll(int index, Collection<? extends E> c) {
            synchronized (list.lock) {
                if (index < 0 || index > size) {
                    throw outside(index, size);
                }
                check();
                int before = list.array.length;
                boolean any = list.addAll(offset + index, c);
                changed(list.array.length - before);
                return any;
            }
        }

        public void clear() {
            synchronized (list.lock) {
                check();
                list.cut(offset, offset + size);
                changed(-size);
            }
        }

        public E remove(int index) {
            synchronized (list.lock) {
                if (index < 0 || index >= size) {
                    throw outside(index, size);
                }
                check();
                E old = list.remove(offset + index);
                changed(-1);
                return old;
            }
        }

        private boolean removeWhere(Predicate<? super E> filter) {
            synchronized (list.lock) {
                check();
                int before = list.array.length;
                boolean any = list.removeWhere(filter, offset, offset + size);
                changed(list.array.length - before);
                return any;
            }
        }

        public boolean removeAll(Collection<?> c) {
            Objects.requireNonNull(c);
            return removeWhere(c::contains);
        }

        public boolean retainAll(Collection<?> c) {
            Objects.requireNonNull(c);
            return removeWhere(e -> !c.contains(e));
        }

        public boolean removeIf(Predicate<? super E> filter) {
            Objects.requireNonNull(filter);
            return removeWhere(filter);
        }

        public void replaceAll(UnaryOperator<E> operator) {
            Objects.requireNonNull(operator);
            synchronized (list.lock) {
                check();
                list.replaceRange(operator, offset, offset + size);
                changed(0);
            }
        }

        public void sort(Comparator<? super E> c) {
            synchronized (list.lock) {
                check();
                list.sortRange(c, offset, offset + size);
                changed(0);
            }
        }

        public Iterator<E> iterator() {
            return listIterator(0);
        }

        public ListIterator<E> listIterator(int index) {
            synchronized (list.lock) {
                check();
                if (index < 0 || index > size) {
                    throw outside(index, size);
                }
                return new Snapshot<E>(expected, index, offset, offset + size);
            }
        }

        public List<E> subList(int fromIndex, int toIndex) {
            synchronized (list.lock) {
                check();
                if (fromIndex < 0 || toIndex > size || fromIndex > toIndex) {
                    throw new IndexOutOfBoundsException();
                }
                return new Part<E>(list, expected, offset + fromIndex, toIndex - fromIndex);
            }
        }

        public Spliterator<E> spliterator() {
            synchronized (list.lock) {
                check();
                return Spliterators.spliterator(
                    expected, offset, offset + size, Spliterator.IMMUTABLE | Spliterator.ORDERED);
            }
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        Object[] a = array;
        out.writeInt(a.length);
        for (Object e : a) {
            out.writeObject(e);
        }
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        lock = new Object();
        int n = in.readInt();
        if (n < 0) {
            throw new java.io.InvalidObjectException("Illegal size: " + n);
        }
        java.util.ArrayList<Object> list = new java.util.ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(in.readObject());
        }
        array = list.toArray();
    }
}
