package java.util;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A live part of an {@link ArrayList}. */
class ArraySubList<E> extends AbstractList<E> implements RandomAccess {
    private final ArrayList<E> root;
    private final ArraySubList<E> parent;
    final int offset;
    int size;

    ArraySubList(ArrayList<E> root, ArraySubList<E> parent, int from, int to) {
        this.root = root;
        this.parent = parent;
        this.offset = parent == null ? from : parent.offset + from;
        this.size = to - from;
        this.modCount = parent == null ? root.modCount : parent.modCount;
    }

    private void check() {
        if (root.modCount != modCount) {
            throw new ConcurrentModificationException();
        }
    }

    private void resized(int by) {
        ArraySubList<E> each = this;
        do {
            each.size += by;
            each.modCount = root.modCount;
            each = each.parent;
        } while (each != null);
    }

    @SuppressWarnings("unchecked")
    public E set(int index, E element) {
        Objects.checkIndex(index, size);
        check();
        E old = (E) root.elements[offset + index];
        root.elements[offset + index] = element;
        return old;
    }

    @SuppressWarnings("unchecked")
    public E get(int index) {
        Objects.checkIndex(index, size);
        check();
        return (E) root.elements[offset + index];
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

    public void replaceAll(UnaryOperator<E> operator) {
        root.replaceRange(operator, offset, offset + size);
    }

    public boolean removeAll(Collection<?> c) {
        return keep(c, false);
    }

    public boolean retainAll(Collection<?> c) {
        return keep(c, true);
    }

    private boolean keep(Collection<?> c, boolean contained) {
        check();
        int before = root.size;
        boolean changed = root.keep(c, contained, offset, offset + size);
        if (changed) {
            resized(root.size - before);
        }
        return changed;
    }

    public boolean removeIf(Predicate<? super E> filter) {
        check();
        int before = root.size;
        boolean changed = root.removeIf(filter, offset, offset + size);
        if (changed) {
            resized(root.size - before);
        }
        return changed;
    }

    public Object[] toArray() {
        check();
        return Arrays.copyOfRange(root.elements, offset, offset + size);
    }

    public <T> T[] toArray(T[] a) {
        check();
        return root.copyInto(a, offset, size);
    }

    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof List)) {
            return false;
        }
        boolean equal = root.rangeEquals((List<?>) o, offset, offset + size);
        check();
        return equal;
    }

    public int hashCode() {
        int h = root.rangeHash(offset, offset + size);
        check();
        return h;
    }

    public int indexOf(Object o) {
        int i = root.find(o, offset, offset + size);
        check();
        return i >= 0 ? i - offset : -1;
    }

    public int lastIndexOf(Object o) {
        int i = root.findLast(o, offset, offset + size);
        check();
        return i >= 0 ? i - offset : -1;
    }

    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    public Iterator<E> iterator() {
        return listIterator();
    }

    public ListIterator<E> listIterator(int index) {
        check();
        checkInsert(index, size);
        return new Itr<E>(this, index);
    }

    public List<E> subList(int fromIndex, int toIndex) {
        checkSubList(fromIndex, toIndex, size);
        return new ArraySubList<E>(root, this, fromIndex, toIndex);
    }

    public Spliterator<E> spliterator() {
        return new ArrayList.ArraySpliterator<E>(root, this);
    }

    private static final class Itr<E> implements ListIterator<E> {
        private final ArraySubList<E> list;
        private final ArrayList<E> root;
        private int cursor;
        private int last = -1;
        private int expected;

        Itr(ArraySubList<E> list, int index) {
            this.list = list;
            this.root = list.root;
            this.cursor = index;
            this.expected = list.modCount;
        }

        public boolean hasNext() {
            return cursor != list.size;
        }

        @SuppressWarnings("unchecked")
        private E at(int i) {
            int place = list.offset + i;
            Object[] a = root.elements;
            if (place >= a.length) {
                throw new ConcurrentModificationException();
            }
            last = i;
            return (E) a[place];
        }

        public E next() {
            root.check(expected);
            int i = cursor;
            if (i >= list.size) {
                throw new NoSuchElementException();
            }
            E e = at(i);
            cursor = i + 1;
            return e;
        }

        public boolean hasPrevious() {
            return cursor != 0;
        }

        public E previous() {
            root.check(expected);
            int i = cursor - 1;
            if (i < 0) {
                throw new NoSuchElementException();
            }
            E e = at(i);
            cursor = i;
            return e;
        }

        @SuppressWarnings("unchecked")
        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int n = list.size;
            int i = cursor;
            if (i < n) {
                Object[] a = root.elements;
                int offset = list.offset;
                if (offset + i >= a.length) {
                    throw new ConcurrentModificationException();
                }
                for (; i < n && root.modCount == expected; i++) {
                    action.accept((E) a[offset + i]);
                }
                cursor = i;
                last = i - 1;
                root.check(expected);
            }
        }

        public int nextIndex() {
            return cursor;
        }

        public int previousIndex() {
            return cursor - 1;
        }

        public void remove() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            root.check(expected);
            try {
                list.remove(last);
                cursor = last;
                last = -1;
                expected = list.modCount;
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }

        public void set(E e) {
            if (last < 0) {
                throw new IllegalStateException();
            }
            root.check(expected);
            try {
                root.set(list.offset + last, e);
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }

        public void add(E e) {
            root.check(expected);
            try {
                int i = cursor;
                list.add(i, e);
                cursor = i + 1;
                last = -1;
                expected = list.modCount;
            } catch (IndexOutOfBoundsException outside) {
                throw new ConcurrentModificationException();
            }
        }
    }
}
