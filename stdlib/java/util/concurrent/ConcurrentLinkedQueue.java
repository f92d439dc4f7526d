package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.Spliterator;
import rvm.internal.Atomics;

/**
 * An unbounded queue without locks (M. M. Michael and M. L. Scott's). {@code head} is a dummy whose successor is the first
 * node; a node is taken out by taking its item.
 */
public class ConcurrentLinkedQueue<E> extends AbstractQueue<E> implements Queue<E>, java.io.Serializable {
    private static final long HEAD = Atomics.fieldOffset(ConcurrentLinkedQueue.class, "head");
    private static final long TAIL = Atomics.fieldOffset(ConcurrentLinkedQueue.class, "tail");
    private static final long ITEM = Atomics.fieldOffset(Node.class, "item");
    private static final long NEXT = Atomics.fieldOffset(Node.class, "next");

    private static final class Node<E> {
        volatile E item;
        volatile Node<E> next;

        Node(E item) {
            this.item = item;
        }

        boolean take(E e) {
            return Atomics.compareAndSetRef(this, ITEM, e, null);
        }
    }

    private transient volatile Node<E> head;
    private transient volatile Node<E> tail;

    public ConcurrentLinkedQueue() {
        head = new Node<E>(null);
        tail = head;
    }

    public ConcurrentLinkedQueue(Collection<? extends E> c) {
        this();
        for (E e : c) {
            offer(e);
        }
    }

    public boolean add(E e) {
        return offer(e);
    }

    public boolean offer(E e) {
        Node<E> n = new Node<E>(Objects.requireNonNull(e));
        while (true) {
            Node<E> t = tail;
            Node<E> after = t.next;
            if (after != null) {
                Atomics.compareAndSetRef(this, TAIL, t, after);
            } else if (Atomics.compareAndSetRef(t, NEXT, null, n)) {
                Atomics.compareAndSetRef(this, TAIL, t, n);
                return true;
            }
        }
    }

    /** Makes n the dummy. */
    private void dropTo(Node<E> h, Node<E> n) {
        // The tail must not stay behind the head.
        Node<E> t = tail;
        if (t == h) {
            Atomics.compareAndSetRef(this, TAIL, t, n);
        }
        Atomics.compareAndSetRef(this, HEAD, h, n);
    }

    public E poll() {
        while (true) {
            Node<E> h = head;
            Node<E> n = h.next;
            if (n == null) {
                return null;
            }
            E e = n.item;
            boolean mine = e != null && n.take(e);
            dropTo(h, n);
            if (mine) {
                return e;
            }
        }
    }

    /** The first node that has an item, or null; drops those before it. */
    private Node<E> first() {
        while (true) {
            Node<E> h = head;
            Node<E> n = h.next;
            if (n == null || n.item != null) {
                return n;
            }
            dropTo(h, n);
        }
    }

    public E peek() {
        while (true) {
            Node<E> n = first();
            if (n == null) {
                return null;
            }
            E e = n.item;
            if (e != null) {
                return e;
            }
        }
    }

    public boolean isEmpty() {
        return first() == null;
    }

    public int size() {
        int n = 0;
        for (Node<E> p = first(); p != null; p = p.next) {
            if (p.item != null && ++n == Integer.MAX_VALUE) {
                break;
            }
        }
        return n;
    }

    public boolean contains(Object o) {
        if (o != null) {
            for (Node<E> p = first(); p != null; p = p.next) {
                E e = p.item;
                if (e != null && o.equals(e)) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean remove(Object o) {
        if (o != null) {
            Node<E> before = head;
            for (Node<E> p = before.next; p != null; p = p.next) {
                E e = p.item;
                if (e != null && o.equals(e) && p.take(e)) {
                    Node<E> after = p.next;
                    if (after != null) {
                        Atomics.compareAndSetRef(before, NEXT, p, after);
                    }
                    return true;
                }
                if (e != null) {
                    before = p;
                }
            }
        }
        return false;
    }

    public boolean addAll(Collection<? extends E> c) {
        if (c == this) {
            throw new IllegalArgumentException();
        }
        boolean changed = false;
        for (E e : c) {
            changed |= offer(e);
        }
        return changed;
    }

    public void clear() {
        while (poll() != null) {
            continue;
        }
    }

    public Iterator<E> iterator() {
        return new Itr();
    }

    /** The next item is fetched ahead, so that hasNext keeps its promise. */
    private final class Itr implements Iterator<E> {
        private Node<E> next;
        private E nextItem;
        private Node<E> last;

        Itr() {
            settle(first());
        }

        private void settle(Node<E> n) {
            while (n != null) {
                E e = n.item;
                if (e != null) {
                    nextItem = e;
                    break;
                }
                n = n.next;
            }
            next = n;
        }

        public boolean hasNext() {
            return next != null;
        }

        public E next() {
            Node<E> n = next;
            if (n == null) {
                throw new NoSuchElementException();
            }
            E e = nextItem;
            last = n;
            settle(n.next);
            return e;
        }

        public void remove() {
            Node<E> n = last;
            if (n == null) {
                throw new IllegalStateException();
            }
            n.item = null;
            last = null;
        }
    }

    @Override
    public Spliterator<E> spliterator() {
        return new QueueSpliterator<E>(this, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT) {
            @Override
            public long estimateSize() {
                return Long.MAX_VALUE;
            }
        };
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        for (E e : this) {
            out.writeObject(e);
        }
        out.writeObject(null);
    }

    @SuppressWarnings("unchecked")
    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        head = new Node<E>(null);
        tail = head;
        E e;
        while ((e = (E) in.readObject()) != null) {
            offer(e);
        }
    }
}
