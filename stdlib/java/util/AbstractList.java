package java.util;

import java.util.function.Consumer;

/** What every list can do once its elements can be read, and changed, by index. */
public abstract class AbstractList<E> extends AbstractCollection<E> implements List<E> {
    /** Counts structural changes, so that iterators notice those that are not their own. */
    protected transient int modCount = 0;

    protected AbstractList() {
    }

    public boolean add(E e) {
        add(size(), e);
        return true;
    }

    public abstract E get(int index);

    public E set(int index, E element) {
        throw new UnsupportedOperationException();
    }

    public void add(int index, E element) {
        throw new UnsupportedOperationException();
    }

    public E remove(int index) {
        throw new UnsupportedOperationException();
    }

    public int indexOf(Object o) {
        ListIterator<E> it = listIterator();
        while (it.hasNext()) {
            E e = it.next();
            if (o == null ? e == null : o.equals(e)) {
                return it.previousIndex();
            }
        }
        return -1;
    }

    public int lastIndexOf(Object o) {
        ListIterator<E> it = listIterator(size());
        while (it.hasPrevious()) {
            E e = it.previous();
            if (o == null ? e == null : o.equals(e)) {
                return it.nextIndex();
            }
        }
        return -1;
    }

    public void clear() {
        removeRange(0, size());
    }

    public boolean addAll(int index, Collection<? extends E> c) {
        checkInsert(index, size());
        boolean changed = false;
        for (E e : c) {
            add(index++, e);
            changed = true;
        }
        return changed;
    }

    public Iterator<E> iterator() {
        return new Itr();
    }

    public ListIterator<E> listIterator() {
        return listIterator(0);
    }

    public ListIterator<E> listIterator(int index) {
        checkInsert(index, size());
        return new ListItr(index);
    }

    static void checkInsert(int index, int size) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
        }
    }

    private class Itr implements Iterator<E> {
        int cursor;
        int last = -1;
        int expected = modCount;

        public boolean hasNext() {
            return cursor != size();
        }

        public E next() {
            check();
            try {
                int i = cursor;
                E e = get(i);
                last = i;
                cursor = i + 1;
                return e;
            } catch (IndexOutOfBoundsException outside) {
                check();
                throw new NoSuchElementException(outside);
            }
        }

        public void remove() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            check();
            try {
                AbstractList.this.remove(last);
                if (last < cursor) {
                    cursor--;
                }
                last = -1;
                expected = modCount;
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }

        final void check() {
            if (modCount != expected) {
                throw new ConcurrentModificationException();
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

        public E previous() {
            check();
            try {
                int i = cursor - 1;
                E e = get(i);
                last = i;
                cursor = i;
                return e;
            } catch (IndexOutOfBoundsException outside) {
                check();
                throw new NoSuchElementException(outside);
            }
        }

        public int nextIndex() {
            return cursor;
        }

        public int previousIndex() {
            return cursor - 1;
        }

        public void set(E e) {
            if (last < 0) {
                throw new IllegalStateException();
            }
            check();
            try {
                AbstractList.this.set(last, e);
                expected = modCount;
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }

        public void add(E e) {
            check();
            try {
                int i = cursor;
                AbstractList.this.add(i, e);
                last = -1;
                cursor = i + 1;
                expected = modCount;
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }
    }

    public List<E> subList(int fromIndex, int toIndex) {
        checkSubList(fromIndex, toIndex, size());
        return this instanceof RandomAccess
            ? new RandomAccessSubList<E>(this, null, fromIndex, toIndex)
            : new SubList<E>(this, null, fromIndex, toIndex);
    }

    static void checkSubList(int fromIndex, int toIndex, int size) {
        if (fromIndex < 0) {
            throw new IndexOutOfBoundsException("fromIndex = " + fromIndex);
        }
        if (toIndex > size) {
            throw new IndexOutOfBoundsException("toIndex = " + toIndex);
        }
        if (fromIndex > toIndex) {
            throw new IllegalArgumentException("fromIndex(" + fromIndex + ") > toIndex(" + toIndex + ")");
        }
    }

    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof List)) {
            return false;
        }
        ListIterator<E> a = listIterator();
        ListIterator<?> b = ((List<?>) o).listIterator();
        while (a.hasNext() && b.hasNext()) {
            E x = a.next();
            Object y = b.next();
            if (!(x == null ? y == null : x.equals(y))) {
                return false;
            }
        }
        return !a.hasNext() && !b.hasNext();
    }

    public int hashCode() {
        int h = 1;
        for (E e : this) {
            h = 31 * h + (e == null ? 0 : e.hashCode());
        }
        return h;
    }

    protected void removeRange(int fromIndex, int toIndex) {
        ListIterator<E> it = listIterator(fromIndex);
        for (int i = toIndex - fromIndex; i > 0; i--) {
            it.next();
            it.remove();
        }
    }

    /** A late-binding spliterator over a list that is read by index. */
    static final class RandomAccessSpliterator<E> implements Spliterator<E> {
        private final List<E> list;
        private int index;
        private int fence;
        /** The list again if it counts its changes, else null. */
        private final AbstractList<E> counting;
        private int expected;

        RandomAccessSpliterator(List<E> list) {
            this.list = list;
            this.fence = -1;
            this.counting = list instanceof AbstractList ? (AbstractList<E>) list : null;
        }

        private RandomAccessSpliterator(RandomAccessSpliterator<E> parent, int from, int to) {
            this.list = parent.list;
            this.index = from;
            this.fence = to;
            this.counting = parent.counting;
            this.expected = parent.expected;
        }

        private int fence() {
            if (fence < 0) {
                if (counting != null) {
                    expected = counting.modCount;
                }
                fence = list.size();
            }
            return fence;
        }

        private E at(int i) {
            try {
                return list.get(i);
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }

        private void check() {
            if (counting != null && counting.modCount != expected) {
                throw new ConcurrentModificationException();
            }
        }

        public Spliterator<E> trySplit() {
            int hi = fence();
            int lo = index;
            int mid = (lo + hi) >>> 1;
            if (lo >= mid) {
                return null;
            }
            index = mid;
            return new RandomAccessSpliterator<E>(this, lo, mid);
        }

        public boolean tryAdvance(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            int i = index;
            if (i >= hi) {
                return false;
            }
            index = i + 1;
            action.accept(at(i));
            check();
            return true;
        }

        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int hi = fence();
            int i = index;
            index = hi;
            for (; i < hi; i++) {
                action.accept(at(i));
            }
            check();
        }

        public long estimateSize() {
            return fence() - index;
        }

        public int characteristics() {
            return ORDERED | SIZED | SUBSIZED;
        }
    }

    private static class SubList<E> extends AbstractList<E> {
        private final AbstractList<E> root;
        private final SubList<E> parent;
        private final int offset;
        protected int size;

        SubList(AbstractList<E> root, SubList<E> parent, int from, int to) {
            this.root = root;
            this.parent = parent;
            this.offset = parent == null ? from : parent.offset + from;
            this.size = to - from;
            this.modCount = root.modCount;
        }

        private void check() {
            if (root.modCount != modCount) {
                throw new ConcurrentModificationException();
            }
        }

        private void resized(int by) {
            SubList<E> each = this;
            do {
                each.size += by;
                each.modCount = root.modCount;
                each = each.parent;
            } while (each != null);
        }

        public E set(int index, E element) {
            Objects.checkIndex(index, size);
            check();
            return root.set(offset + index, element);
        }

        public E get(int index) {
            Objects.checkIndex(index, size);
            check();
            return root.get(offset + index);
        }

        public int size() {
            check();
            return size;
        }

        public void add(int index, E element) {
            checkInsert(index, size);
            check();
            root.add(offset + index, element);
            resized(1);
        }

        public E remove(int index) {
            Objects.checkIndex(index, size);
            check();
            E old = root.remove(offset + index);
            resized(-1);
            return old;
        }

        protected void removeRange(int fromIndex, int toIndex) {
            check();
            root.removeRange(offset + fromIndex, offset + toIndex);
            resized(fromIndex - toIndex);
        }

        public boolean addAll(Collection<? extends E> c) {
            return addAll(size, c);
        }

        public boolean addAll(int index, Collection<? extends E> c) {
            checkInsert(index, size);
            int n = c.size();
            if (n == 0) {
                return false;
            }
            check();
            root.addAll(offset + index, c);
            resized(n);
            return true;
        }

        public Iterator<E> iterator() {
            return listIterator();
        }

        public ListIterator<E> listIterator(int index) {
            check();
            checkInsert(index, size);
            return new SubListIterator<E>(this, root.listIterator(offset + index));
        }

        public List<E> subList(int fromIndex, int toIndex) {
            checkSubList(fromIndex, toIndex, size);
            return new SubList<E>(root, this, fromIndex, toIndex);
        }
    }

    private static final class SubListIterator<E> implements ListIterator<E> {
        private final SubList<E> list;
        private final ListIterator<E> it;

        SubListIterator(SubList<E> list, ListIterator<E> it) {
            this.list = list;
            this.it = it;
        }

        public boolean hasNext() {
            return nextIndex() < list.size;
        }

        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return it.next();
        }

        public boolean hasPrevious() {
            return previousIndex() >= 0;
        }

        public E previous() {
            if (!hasPrevious()) {
                throw new NoSuchElementException();
            }
            return it.previous();
        }

        public int nextIndex() {
            return it.nextIndex() - list.offset;
        }

        public int previousIndex() {
            return it.previousIndex() - list.offset;
        }

        public void remove() {
            it.remove();
            list.resized(-1);
        }

        public void set(E e) {
            it.set(e);
        }

        public void add(E e) {
            it.add(e);
            list.resized(1);
        }
    }

    private static final class RandomAccessSubList<E> extends SubList<E> implements RandomAccess {

        RandomAccessSubList(AbstractList<E> root, SubList<E> parent, int from, int to) {
            super(root, parent, from, to);
        }

        public List<E> subList(int fromIndex, int toIndex) {
            checkSubList(fromIndex, toIndex, size);
            return new RandomAccessSubList<E>(((SubList<E>) this).root, this, fromIndex, toIndex);
        }
    }
}
