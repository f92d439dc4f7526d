package java.util.stream;

import java.util.Spliterator;
import java.util.function.LongConsumer;

/** Like {@link Concat}, of values of type long. */
final class ConcatLong extends Concat<Long, Spliterator.OfLong> implements Spliterator.OfLong {
    ConcatLong(Spliterator.OfLong first, Spliterator.OfLong second) {
        super(first, second);
    }

    @Override
    public Spliterator.OfLong trySplit() {
        return super.trySplit();
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
        if (inFirst) {
            if (first.tryAdvance(action)) {
                return true;
            }
            inFirst = false;
        }
        return second.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
        if (inFirst) {
            first.forEachRemaining(action);
        }
        inFirst = false;
        second.forEachRemaining(action);
    }

    @Override
    public boolean tryAdvance(java.util.function.Consumer<? super Long> action) {
        return Spliterator.OfLong.super.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(java.util.function.Consumer<? super Long> action) {
        Spliterator.OfLong.super.forEachRemaining(action);
    }
}
