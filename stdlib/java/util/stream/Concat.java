package java.util.stream;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;

/** The elements of one spliterator, then those of another. */
class Concat<T, S extends Spliterator<T>> implements Spliterator<T> {
    final S first;
    final S second;
    boolean inFirst = true;
    /** Before any traversal the first may be split off whole. */
    private final boolean unsized;

    Concat(S first, S second) {
        this.first = first;
        this.second = second;
        this.unsized = first.estimateSize() + second.estimateSize() < 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public S trySplit() {
        S part = (S) (inFirst ? first : second.trySplit());
        inFirst = false;
        return part;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (inFirst) {
            if (first.tryAdvance(action)) {
                return true;
            }
            inFirst = false;
        }
        return second.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        if (inFirst) {
            first.forEachRemaining(action);
        }
        inFirst = false;
        second.forEachRemaining(action);
    }

    @Override
    public long estimateSize() {
        if (!inFirst) {
            return second.estimateSize();
        }
        long sum = first.estimateSize() + second.estimateSize();
        return sum >= 0 ? sum : Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        if (!inFirst) {
            return second.characteristics();
        }
        // Together they are neither distinct nor sorted.
        int lost = DISTINCT | SORTED | (unsized ? SIZED | SUBSIZED : 0);
        return first.characteristics() & second.characteristics() & ~lost;
    }

    @Override
    public Comparator<? super T> getComparator() {
        if (inFirst) {
            throw new IllegalStateException();
        }
        return second.getComparator();
    }
}
