package java.util.stream;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** The spliterators behind takeWhile and dropWhile. */
final class Whiles {
    private Whiles() {
    }

    private static int unsized(int characteristics) {
        return characteristics & ~(Spliterator.SIZED | Spliterator.SUBSIZED);
    }

    static final class Taking<T> implements Spliterator<T>, Consumer<T> {
        private final Spliterator<T> source;
        private final Predicate<? super T> predicate;
        private boolean taking = true;
        private T current;

        Taking(Spliterator<T> source, Predicate<? super T> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(T t) {
            current = t;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            if (taking && source.tryAdvance(this) && predicate.test(current)) {
                action.accept(current);
                return true;
            }
            taking = false;
            return false;
        }

        @Override
        public Spliterator<T> trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super T> getComparator() {
            return source.getComparator();
        }
    }

    static final class Dropping<T> implements Spliterator<T>, Consumer<T> {
        private final Spliterator<T> source;
        private final Predicate<? super T> predicate;
        private boolean dropping = true;
        private T current;

        Dropping(Spliterator<T> source, Predicate<? super T> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(T t) {
            current = t;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            if (!dropping) {
                return source.tryAdvance(action);
            }
            dropping = false;
            boolean found;
            while ((found = source.tryAdvance(this)) && predicate.test(current)) {
            }
            if (found) {
                action.accept(current);
            }
            current = null;
            return found;
        }

        @Override
        public Spliterator<T> trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super T> getComparator() {
            return source.getComparator();
        }
    }

    static final class IntTaking implements Spliterator.OfInt, IntConsumer {
        private final Spliterator.OfInt source;
        private final IntPredicate predicate;
        private boolean active = true;
        private int current;

        IntTaking(Spliterator.OfInt source, IntPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(int value) {
            current = value;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            if (active && source.tryAdvance((IntConsumer) this) && predicate.test(current)) {
                action.accept(current);
                return true;
            }
            active = false;
            return false;
        }

        @Override
        public Spliterator.OfInt trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super Integer> getComparator() {
            return source.getComparator();
        }
    }

    static final class IntDropping implements Spliterator.OfInt, IntConsumer {
        private final Spliterator.OfInt source;
        private final IntPredicate predicate;
        private boolean active = true;
        private int current;

        IntDropping(Spliterator.OfInt source, IntPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(int value) {
            current = value;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            if (!active) {
                return source.tryAdvance(action);
            }
            active = false;
            boolean found;
            while ((found = source.tryAdvance((IntConsumer) this)) && predicate.test(current)) {
            }
            if (found) {
                action.accept(current);
            }
            return found;
        }

        @Override
        public Spliterator.OfInt trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super Integer> getComparator() {
            return source.getComparator();
        }
    }

    static final class LongTaking implements Spliterator.OfLong, LongConsumer {
        private final Spliterator.OfLong source;
        private final LongPredicate predicate;
        private boolean active = true;
        private long current;

        LongTaking(Spliterator.OfLong source, LongPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(long value) {
            current = value;
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            if (active && source.tryAdvance((LongConsumer) this) && predicate.test(current)) {
                action.accept(current);
                return true;
            }
            active = false;
            return false;
        }

        @Override
        public Spliterator.OfLong trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super Long> getComparator() {
            return source.getComparator();
        }
    }

    static final class LongDropping implements Spliterator.OfLong, LongConsumer {
        private final Spliterator.OfLong source;
        private final LongPredicate predicate;
        private boolean active = true;
        private long current;

        LongDropping(Spliterator.OfLong source, LongPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(long value) {
            current = value;
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            if (!active) {
                return source.tryAdvance(action);
            }
            active = false;
            boolean found;
            while ((found = source.tryAdvance((LongConsumer) this)) && predicate.test(current)) {
            }
            if (found) {
                action.accept(current);
            }
            return found;
        }

        @Override
        public Spliterator.OfLong trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super Long> getComparator() {
            return source.getComparator();
        }
    }

    static final class DoubleTaking implements Spliterator.OfDouble, DoubleConsumer {
        private final Spliterator.OfDouble source;
        private final DoublePredicate predicate;
        private boolean active = true;
        private double current;

        DoubleTaking(Spliterator.OfDouble source, DoublePredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(double value) {
            current = value;
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            if (active && source.tryAdvance((DoubleConsumer) this) && predicate.test(current)) {
                action.accept(current);
                return true;
            }
            active = false;
            return false;
        }

        @Override
        public Spliterator.OfDouble trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super Double> getComparator() {
            return source.getComparator();
        }
    }

    static final class DoubleDropping implements Spliterator.OfDouble, DoubleConsumer {
        private final Spliterator.OfDouble source;
        private final DoublePredicate predicate;
        private boolean active = true;
        private double current;

        DoubleDropping(Spliterator.OfDouble source, DoublePredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public void accept(double value) {
            current = value;
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            if (!active) {
                return source.tryAdvance(action);
            }
            active = false;
            boolean found;
            while ((found = source.tryAdvance((DoubleConsumer) this)) && predicate.test(current)) {
            }
            if (found) {
                action.accept(current);
            }
            return found;
        }

        @Override
        public Spliterator.OfDouble trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return unsized(source.characteristics());
        }

        @Override
        public Comparator<? super Double> getComparator() {
            return source.getComparator();
        }
    }
}
