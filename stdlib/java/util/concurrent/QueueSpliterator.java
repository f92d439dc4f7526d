package java.util.concurrent;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/** A late-binding spliterator over the iterator of a concurrent collection; its size is only a guess. */
class QueueSpliterator<E> implements Spliterator<E> {
    private static final int BATCH_MAX = 1 << 25;

    private final Collection<E> source;
    private final int characteristics;
    private Iterator<E> it;
    private long estimate;
    private int batch;

    QueueSpliterator(Collection<E> source, int characteristics) {
        this.source = source;
        this.characteristics = characteristics;
    }

    private Iterator<E> bind() {
        if (it == null) {
            it = source.iterator();
            estimate = source.size();
        }
        return it;
    }

    public Spliterator<E> trySplit() {
        if (!bind().hasNext()) {
            return null;
        }
        int n = Math.min(batch + 1, BATCH_MAX);
        Object[] a = new Object[n];
        int i = 0;
        while (i < n && it.hasNext()) {
            a[i++] = it.next();
        }
        batch = i;
        estimate = Math.max(estimate - i, 0);
        return Spliterators.spliterator(a, 0, i, characteristics & ~CONCURRENT);
    }

    public boolean tryAdvance(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        if (!bind().hasNext()) {
            return false;
        }
        action.accept(it.next());
        return true;
    }

    public void forEachRemaining(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        bind().forEachRemaining(action);
    }

    public long estimateSize() {
        bind();
        return estimate;
    }

    public int characteristics() {
        return characteristics;
    }

    public Comparator<? super E> getComparator() {
        throw new IllegalStateException();
    }
}
