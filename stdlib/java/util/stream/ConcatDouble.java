package java.util.stream;

import java.util.Spliterator;
import java.util.function.DoubleConsumer;

/** Like {@link Concat}, of values of type double. */
final class ConcatDouble extends Concat<Double, Spliterator.OfDouble> implements Spliterator.OfDouble {
    ConcatDouble(Spliterator.OfDouble first, Spliterator.OfDouble second) {
        super(first, second);
    }

    @Override
    public Spliterator.OfDouble trySplit() {
        return super.trySplit();
    }

    @Override
    public boolean tryAdvance(DoubleConsumer action) {
        if (inFirst) {
            if (first.tryAdvance(action)) {
                return true;
            }
            inFirst = false;
        }
        return second.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(DoubleConsumer action) {
        if (inFirst) {
            first.forEachRemaining(action);
        }
        inFirst = false;
        second.forEachRemaining(action);
    }

    @Override
    public boolean tryAdvance(java.util.function.Consumer<? super Double> action) {
        return Spliterator.OfDouble.super.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(java.util.function.Consumer<? super Double> action) {
        Spliterator.OfDouble.super.forEachRemaining(action);
    }
}
