package java.util.stream;

import java.util.Comparator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Ascending ranges of integers. */
final class Ranges {
    private Ranges() {
    }

    private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED
            | Spliterator.IMMUTABLE | Spliterator.NONNULL | Spliterator.DISTINCT | Spliterator.SORTED;

    /** From {@code from} up to {@code last}, which belongs to it if {@code closed}. */
    static final class OfInt implements Spliterator.OfInt {
        private int from;
        private final int end;
        private boolean closed;

        OfInt(int from, int end, boolean closed) {
            this.from = from;
            this.end = end;
            this.closed = closed;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            int i = from;
            if (i < end) {
                from++;
                action.accept(i);
                return true;
            }
            if (closed) {
                closed = false;
                action.accept(i);
                return true;
            }
            return false;
        }

        @Override
        public void forEachRemaining(IntConsumer action) {
            Objects.requireNonNull(action);
            int i = from;
            int n = end;
            boolean last = closed;
            from = n;
            closed = false;
            while (i < n) {
                action.accept(i++);
            }
            if (last) {
                action.accept(i);
            }
        }

        @Override
        public Spliterator.OfInt trySplit() {
            long size = estimateSize();
            if (size <= 1) {
                return null;
            }
            int mid = (int) (from + size / 2);
            Spliterator.OfInt part = new Ranges.OfInt(from, mid, false);
            from = mid;
            return part;
        }

        @Override
        public long estimateSize() {
            return (long) end - from + (closed ? 1 : 0);
        }

        @Override
        public int characteristics() {
            return CHARACTERISTICS;
        }

        @Override
        public Comparator<? super Integer> getComparator() {
            return null;
        }
    }

    /** From {@code from} up to {@code last}, which belongs to it if {@code closed}. */
    static final class OfLong implements Spliterator.OfLong {
        private long from;
        private final long end;
        private boolean closed;

        OfLong(long from, long end, boolean closed) {
            this.from = from;
            this.end = end;
            this.closed = closed;
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            long i = from;
            if (i < end) {
                from++;
                action.accept(i);
                return true;
            }
            if (closed) {
                closed = false;
                action.accept(i);
                return true;
            }
            return false;
        }

        @Override
        public void forEachRemaining(LongConsumer action) {
            Objects.requireNonNull(action);
            long i = from;
            long n = end;
            boolean last = closed;
            from = n;
            closed = false;
            while (i < n) {
                action.accept(i++);
            }
            if (last) {
                action.accept(i);
            }
        }

        @Override
        public Spliterator.OfLong trySplit() {
            long size = estimateSize();
            if (size <= 1) {
                return null;
            }
            long mid = (long) (from + size / 2);
            Spliterator.OfLong part = new Ranges.OfLong(from, mid, false);
            from = mid;
            return part;
        }

        @Override
        public long estimateSize() {
            return (long) end - from + (closed ? 1 : 0);
        }

        @Override
        public int characteristics() {
            return CHARACTERISTICS;
        }

        @Override
        public Comparator<? super Long> getComparator() {
            return null;
        }
    }
}
