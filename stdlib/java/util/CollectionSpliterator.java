package java.util;

import java.util.function.Consumer;

/**
 * A late-binding spliterator over any collection: it asks for size and iterator at first use.
 * Each split takes a batch of elements, larger from one to the next, into an array.
 */
class CollectionSpliterator<E> implements Spliterator<E> {
    private static final int BATCH_STEP = 1 << 10;
    private static final int BATCH_MAX = 1 << 25;

    final Collection<? extends E> source;
    private final int characteristics;
    private Iterator<? extends E> iterator;
    private long estimate;
    private int batch;

    CollectionSpliterator(Collection<? extends E> source, int characteristics) {
        this.source = source;
        this.characteristics = (characteristics & CONCURRENT) == 0
            ? characteristics | SIZED | SUBSIZED : characteristics;
    }

    private Iterator<? extends E> bind() {
        if (iterator == null) {
            iterator = source.iterator();
            estimate = source.size();
        }
        return iterator;
    }

    public Spliterator<E> trySplit() {
        Iterator<? extends E> it = bind();
        if (estimate <= 1 || !it.hasNext()) {
            return null;
        }
        int n = batch + BATCH_STEP;
        if (n > estimate) {
            n = (int) estimate;
        }
        if (n > BATCH_MAX) {
            n = BATCH_MAX;
        }
        Object[] taken = new Object[n];
        int count = 0;
        while (count < n && it.hasNext()) {
            taken[count++] = it.next();
        }
        batch = count;
        estimate -= count;
        return Spliterators.spliterator(taken, 0, count, characteristics);
    }

    public boolean tryAdvance(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        Iterator<? extends E> it = bind();
        if (!it.hasNext()) {
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
        if ((characteristics & SORTED) != 0) {
            return null;
        }
        throw new IllegalStateException();
    }
}
