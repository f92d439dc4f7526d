package java.util.concurrent;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Spliterator;

/** An unbounded two-ended queue that threads share: a linked deque under a lock that is never held long. */
public class ConcurrentLinkedDeque<E> extends AbstractCollection<E> implements Deque<E>, java.io.Serializable {
    private final LinkedBlockingDeque<E> d = new LinkedBlockingDeque<>();

    public ConcurrentLinkedDeque() {
    }

    public ConcurrentLinkedDeque(Collection<? extends E> c) {
        for (E e : c) {
            addLast(e);
        }
    }

    public void addFirst(E e) {
        d.addFirst(e);
    }

    public void addLast(E e) {
        d.addLast(e);
    }

    public boolean offerFirst(E e) {
        return d.offerFirst(e);
    }

    public boolean offerLast(E e) {
        return d.offerLast(e);
    }

    public E peekFirst() {
        return d.peekFirst();
    }

    public E peekLast() {
        return d.peekLast();
    }

    public E getFirst() {
        return d.getFirst();
    }

    public E getLast() {
        return d.getLast();
    }

    public E pollFirst() {
        return d.pollFirst();
    }

    public E pollLast() {
        return d.pollLast();
    }

    public E removeFirst() {
        return d.removeFirst();
    }

    public E removeLast() {
        return d.removeLast();
    }

    public boolean offer(E e) {
        return d.offer(e);
    }

    public boolean add(E e) {
        return d.add(e);
    }

    public E poll() {
        return d.poll();
    }

    public E peek() {
        return d.peek();
    }

    public E remove() {
        return d.remove();
    }

    public E pop() {
        return d.pop();
    }

    public E element() {
        return d.element();
    }

    public void push(E e) {
        d.push(e);
    }

    private static Object required(Object o) {
        if (o == null) {
            throw new NullPointerException();
        }
        return o;
    }

    public boolean removeFirstOccurrence(Object o) {
        return d.removeFirstOccurrence(required(o));
    }

    public boolean removeLastOccurrence(Object o) {
        return d.removeLastOccurrence(required(o));
    }

    public boolean contains(Object o) {
        return o != null && d.contains(o);
    }

    public boolean isEmpty() {
        return d.isEmpty();
    }

    public int size() {
        return d.size();
    }

    public boolean remove(Object o) {
        return removeFirstOccurrence(o);
    }

    public boolean addAll(Collection<? extends E> c) {
        if (c == this) {
            throw new IllegalArgumentException();
        }
        return d.addAll(c);
    }

    public void clear() {
        d.clear();
    }

    public String toString() {
        return d.toString();
    }

    public Object[] toArray() {
        return d.toArray();
    }

    public <T> T[] toArray(T[] a) {
        return d.toArray(a);
    }

    public Iterator<E> iterator() {
        return d.iterator();
    }

    public Iterator<E> descendingIterator() {
        return d.descendingIterator();
    }

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
        rvm.internal.SerialForms.set(ConcurrentLinkedDeque.class, "d", this, new LinkedBlockingDeque<E>());
        E e;
        while ((e = (E) in.readObject()) != null) {
            offer(e);
        }
    }
}
