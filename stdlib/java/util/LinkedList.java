package java.util;

import java.util.function.Consumer;

/** A list and a two-ended queue of doubly linked nodes. */
public class LinkedList<E> extends AbstractSequentialList<E>
        implements List<E>, Deque<E>, Cloneable, java.io.Serializable {

    private static final class Node<E> {
        E item;
        Node<E> next;
        Node<E> prev;

        Node(Node<E> prev, E item, Node<E> next) {
            this.item = item;
            this.next = next;
            this.prev = prev;
        }
    }

    transient int size;
    private transient Node<E> first;
    private transient Node<E> last;

    public LinkedList() {
    }

    public LinkedList(Collection<? extends E> c) {
        addAll(c);
    }

    private void linkFirst(E e) {
        Node<E> f = first;
        Node<E> n = new Node<E>(null, e, f);
        first = n;
        if (f == null) {
            last = n;
        } else {
            f.prev = n;
        }
        size++;
        modCount++;
    }

    private void linkLast(E e) {
        Node<E> l = last;
        Node<E> n = new Node<E>(l, e, null);
        last = n;
        if (l == null) {
            first = n;
        } else {
            l.next = n;
        }
        size++;
        modCount++;
    }

    private void linkBefore(E e, Node<E> at) {
        Node<E> p = at.prev;
        Node<E> n = new Node<E>(p, e, at);
        at.prev = n;
        if (p == null) {
            first = n;
        } else {
            p.next = n;
        }
        size++;
        modCount++;
    }

    private E unlink(Node<E> x) {
        E item = x.item;
        Node<E> n = x.next;
        Node<E> p = x.prev;
        if (p == null) {
            first = n;
        } else {
            p.next = n;
            x.prev = null;
        }
        if (n == null) {
            last = p;
        } else {
            n.prev = p;
            x.next = null;
        }
        x.item = null;
        size--;
        modCount++;
        return item;
    }

    private Node<E> node(int index) {
        Node<E> x;
        if (index < (size >> 1)) {
            x = first;
            for (int i = 0; i < index; i++) {
                x = x.next;
            }
        } else {
            x = last;
            for (int i = size - 1; i > index; i--) {
                x = x.prev;
            }
        }
        return x;
    }

    private Node<E> find(Object o) {
        for (Node<E> x = first; x != null; x = x.next) {
            if (o == null ? x.item == null : o.equals(x.item)) {
                return x;
            }
        }
        return null;
    }

    public E getFirst() {
        if (first == null) {
            throw new NoSuchElementException();
        }
        return first.item;
    }

    public E getLast() {
        if (last == null) {
            throw new NoSuchElementException();
        }
        return last.item;
    }

    public E removeFirst() {
        if (first == null) {
            throw new NoSuchElementException();
        }
        return unlink(first);
    }

    public E removeLast() {
        if (last == null) {
            throw new NoSuchElementException();
        }
        return unlink(last);
    }

    public void addFirst(E e) {
        linkFirst(e);
    }

    public void addLast(E e) {
        linkLast(e);
    }

    public boolean contains(Object o) {
        return find(o) != null;
    }

    public int size() {
        return size;
    }

    public boolean add(E e) {
        linkLast(e);
        return true;
    }

    public boolean remove(Object o) {
        Node<E> x = find(o);
        if (x == null) {
            return false;
        }
        unlink(x);
        return true;
    }

    public boolean addAll(Collection<? extends E> c) {
        return addAll(size, c);
    }

    @SuppressWarnings("unchecked")
    public boolean addAll(int index, Collection<? extends E> c) {
        checkInsert(index, size);
        Object[] more = c.toArray();
        if (more.length == 0) {
            return false;
        }
        Node<E> after = index == size ? null : node(index);
        Node<E> before = after == null ? last : after.prev;
        for (int i = 0; i < more.length; i++) {
            Node<E> n = new Node<E>(before, (E) more[i], null);
            if (before == null) {
                first = n;
            } else {
                before.next = n;
            }
            before = n;
        }
        if (after == null) {
            last = before;
        } else {
            before.next = after;
            after.prev = before;
        }
        size += more.length;
        modCount++;
        return true;
    }

    public void clear() {
        for (Node<E> x = first; x != null; ) {
            Node<E> n = x.next;
            x.item = null;
            x.next = null;
            x.prev = null;
            x = n;
        }
        first = null;
        last = null;
        size = 0;
        modCount++;
    }

    private void checkElement(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
        }
    }

    public E get(int index) {
        checkElement(index);
        return node(index).item;
    }

    public E set(int index, E element) {
        checkElement(index);
        Node<E> x = node(index);
        E old = x.item;
        x.item = element;
        return old;
    }

    public void add(int index, E element) {
        checkInsert(index, size);
        if (index == size) {
            linkLast(element);
        } else {
            linkBefore(element, node(index));
        }
    }

    public E remove(int index) {
        checkElement(index);
        return unlink(node(index));
    }

    public int indexOf(Object o) {
        int i = 0;
        for (Node<E> x = first; x != null; x = x.next) {
            if (o == null ? x.item == null : o.equals(x.item)) {
                return i;
            }
            i++;
        }
        return -1;
    }

    public int lastIndexOf(Object o) {
        int i = size;
        for (Node<E> x = last; x != null; x = x.prev) {
            i--;
            if (o == null ? x.item == null : o.equals(x.item)) {
                return i;
            }
        }
        return -1;
    }

    public E peek() {
        return first == null ? null : first.item;
    }

    public E element() {
        return getFirst();
    }

    public E poll() {
        return first == null ? null : unlink(first);
    }

    public E remove() {
        return removeFirst();
    }

    public boolean offer(E e) {
        return add(e);
    }

    public boolean offerFirst(E e) {
        addFirst(e);
        return true;
    }

    public boolean offerLast(E e) {
        addLast(e);
        return true;
    }

    public E peekFirst() {
        return first == null ? null : first.item;
    }

    public E peekLast() {
        return last == null ? null : last.item;
    }

    public E pollFirst() {
        return first == null ? null : unlink(first);
    }

    public E pollLast() {
        return last == null ? null : unlink(last);
    }

    public void push(E e) {
        addFirst(e);
    }

    public E pop() {
        return removeFirst();
    }

    public boolean removeFirstOccurrence(Object o) {
        return remove(o);
    }

    public boolean removeLastOccurrence(Object o) {
        for (Node<E> x = last; x != null; x = x.prev) {
            if (o == null ? x.item == null : o.equals(x.item)) {
                unlink(x);
                return true;
            }
        }
        return false;
    }

    public ListIterator<E> listIterator(int index) {
        checkInsert(index, size);
        return new ListItr(index);
    }

    private final class ListItr implements ListIterator<E> {
        private Node<E> returned;
        private Node<E> next;
        private int nextIndex;
        private int expected = modCount;

        ListItr(int index) {
            next = index == size ? null : node(index);
            nextIndex = index;
        }

        public boolean hasNext() {
            return nextIndex < size;
        }

        public E next() {
            check();
            if (nextIndex >= size) {
                throw new NoSuchElementException();
            }
            Node<E> x = next;
            returned = x;
            next = x.next;
            nextIndex++;
            return x.item;
        }

        public boolean hasPrevious() {
            return nextIndex > 0;
        }

        public E previous() {
            check();
            if (nextIndex <= 0) {
                throw new NoSuchElementException();
            }
            next = next == null ? last : next.prev;
            returned = next;
            nextIndex--;
            return returned.item;
        }

        public int nextIndex() {
            return nextIndex;
        }

        public int previousIndex() {
            return nextIndex - 1;
        }

        public void remove() {
            check();
            if (returned == null) {
                throw new IllegalStateException();
            }
            Node<E> behind = returned.next;
            unlink(returned);
            if (next == returned) {
                next = behind;
            } else {
                nextIndex--;
            }
            returned = null;
            expected++;
        }

        public void set(E e) {
            if (returned == null) {
                throw new IllegalStateException();
            }
            check();
            returned.item = e;
        }

        public void add(E e) {
            check();
            returned = null;
            if (next == null) {
                linkLast(e);
            } else {
                linkBefore(e, next);
            }
            nextIndex++;
            expected++;
        }

        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            while (modCount == expected && nextIndex < size) {
                action.accept(next.item);
                returned = next;
                next = next.next;
                nextIndex++;
            }
            check();
        }

        private void check() {
            if (modCount != expected) {
                throw new ConcurrentModificationException();
            }
        }
    }

    public Iterator<E> descendingIterator() {
        final ListItr it = new ListItr(size);
        return new Iterator<E>() {
            public boolean hasNext() {
                return it.hasPrevious();
            }

            public E next() {
                return it.previous();
            }

            public void remove() {
                it.remove();
            }
        };
    }

    @SuppressWarnings("unchecked")
    public Object clone() {
        LinkedList<E> copy;
        try {
            copy = (LinkedList<E>) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
        copy.first = null;
        copy.last = null;
        copy.size = 0;
        copy.modCount = 0;
        for (Node<E> x = first; x != null; x = x.next) {
            copy.add(x.item);
        }
        return copy;
    }

    public Object[] toArray() {
        Object[] result = new Object[size];
        int i = 0;
        for (Node<E> x = first; x != null; x = x.next) {
            result[i++] = x.item;
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] a) {
        if (a.length < size) {
            a = (T[]) java.lang.reflect.Array.newInstance(a.getClass().getComponentType(), size);
        }
        Object[] result = a;
        int i = 0;
        for (Node<E> x = first; x != null; x = x.next) {
            result[i++] = x.item;
        }
        if (a.length > size) {
            a[size] = null;
        }
        return a;
    }

    @Override
    public Spliterator<E> spliterator() {
        return new LinkedSpliterator<E>(this);
    }

    /** Late-binding; splits off growing batches into arrays. */
    private static final class LinkedSpliterator<E> implements Spliterator<E> {
        private static final int BATCH_STEP = 1 << 10;
        private static final int BATCH_MAX = 1 << 25;
        private final LinkedList<E> list;
        private Node<E> current;
        private int left = -1;
        private int expected;
        private int batch;

        LinkedSpliterator(LinkedList<E> list) {
            this.list = list;
        }

        private int left() {
            if (left < 0) {
                expected = list.modCount;
                left = list.size;
                current = list.first;
            }
            return left;
        }

        public long estimateSize() {
            return left();
        }

        public Spliterator<E> trySplit() {
            int n = left();
            if (n <= 1 || current == null) {
                return null;
            }
            int take = Math.min(Math.min(batch + BATCH_STEP, n), BATCH_MAX);
            Object[] a = new Object[take];
            int i = 0;
            while (i < take && current != null) {
                a[i++] = current.item;
                current = current.next;
            }
            batch = i;
            left = n - i;
            return Spliterators.spliterator(a, 0, i, ORDERED);
        }

        private void check() {
            if (list.modCount != expected) {
                throw new ConcurrentModificationException();
            }
        }

        public void forEachRemaining(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            int n = left();
            Node<E> x = current;
            current = null;
            left = 0;
            while (x != null && n-- > 0) {
                E e = x.item;
                x = x.next;
                action.accept(e);
            }
            check();
        }

        public boolean tryAdvance(Consumer<? super E> action) {
            Objects.requireNonNull(action);
            if (left() <= 0 || current == null) {
                return false;
            }
            left--;
            E e = current.item;
            current = current.next;
            action.accept(e);
            check();
            return true;
        }

        public int characteristics() {
            return ORDERED | SIZED | SUBSIZED;
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
        for (int i = 0; i < n; i++) {
            add((E) in.readObject());
        }
    }
}
