package java.util.stream;

import java.util.Spliterator;
import java.util.function.IntConsumer;

/** Like {@link Concat}, of values of type int. */
final class ConcatInt extends Concat<Integer, Spliterator.OfInt> implements Spliterator.OfInt {
    ConcatInt(Spliterator.OfInt first, Spliterator.OfInt second) {
        super(first, second);
    }

    @Override
    public Spliterator.OfInt trySplit() {
        return super.trySplit();
    }

    @Override
    public boolean tryAdvance(IntConsumer action) {
        if (inFirst) {
            if (first.tryAdvance(action)) {
                return true;
            }
            inFirst = false;
        }
        return second.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(IntConsumer action) {
        if (inFirst) {
            first.forEachRemaining(action);
        }
        inFirst = false;
        second.forEachRemaining(action);
    }

    @Override
    public boolean tryAdvance(java.util.function.Consumer<? super Integer> action) {
        return Spliterator.OfInt.super.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(java.util.function.Consumer<? super Integer> action) {
        Spliterator.OfInt.super.forEachRemaining(action);
    }
}
