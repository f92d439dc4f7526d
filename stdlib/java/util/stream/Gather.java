package java.util.stream;

import java.util.Arrays;
import java.util.Spliterator;
import java.util.function.IntFunction;

/** Keeps elements in the order they come, in an array. */
abstract class Gather<T> implements Sink<T> {
    int count;
    /** The size is known: arrays are made once. */
    boolean exact;

    static int checked(long size) {
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Stream size exceeds max array size");
        }
        return (int) size;
    }

    /** Room for {@code more} elements behind {@code count}: the length to grow to. */
    final int grown(int more) {
        if (exact) {
            throw new IllegalStateException("Accept exceeded fixed size of " + count);
        }
        return checked(Math.max((long) count + more, Math.min(Math.max(16L, count * 2L), Integer.MAX_VALUE - 8)));
    }

    @Override
    public void join(Sink<?> right) {
        exact = false;
        append((Gather<?>) right);
    }

    abstract void append(Gather<?> right);

    /** The elements. */
    abstract Spliterator<?> spliterator();

    @Override
    public abstract Gather<?> fresh();

    static final class OfRef<T> extends Gather<T> {
        private final IntFunction<? extends Object[]> generator;
        private Object[] array;

        OfRef(IntFunction<? extends Object[]> generator) {
            this.generator = generator;
        }

        @Override
        public void begin(long size) {
            exact = size >= 0;
            array = exact ? generator.apply(checked(size)) : new Object[16];
        }

        @Override
        public void accept(T t) {
            if (count == array.length) {
                array = Arrays.copyOf(array, grown(1));
            }
            array[count++] = t;
        }

        @Override
        public void end() {
            if (exact && count < array.length) {
                throw new IllegalStateException("End size " + count + " is less than fixed size " + array.length);
            }
        }

        @Override
        void append(Gather<?> right) {
            OfRef<?> other = (OfRef<?>) right;
            if (other.count > array.length - count) {
                array = Arrays.copyOf(array, grown(other.count));
            }
            System.arraycopy(other.array, 0, array, count, other.count);
            count += other.count;
        }

        Object[] toArray() {
            if (exact) {
                return array;
            }
            Object[] result = generator.apply(count);
            System.arraycopy(array, 0, result, 0, count);
            return result;
        }

        @SuppressWarnings("unchecked")
        @Override
        Spliterator<T> spliterator() {
            return (Spliterator<T>) Arrays.spliterator(array, 0, count);
        }

        @Override
        public OfRef<T> fresh() {
            return new OfRef<>(generator);
        }
    }

    static final class OfInt extends Gather<Integer> implements Sink.OfInt {
        private int[] array;

        @Override
        public void begin(long size) {
            exact = size >= 0;
            array = new int[exact ? checked(size) : 16];
        }

        @Override
        public void accept(int t) {
            if (count == array.length) {
                array = Arrays.copyOf(array, grown(1));
            }
            array[count++] = t;
        }

        @Override
        void append(Gather<?> right) {
            Gather.OfInt other = (Gather.OfInt) right;
            if (other.count > array.length - count) {
                array = Arrays.copyOf(array, grown(other.count));
            }
            System.arraycopy(other.array, 0, array, count, other.count);
            count += other.count;
        }

        int[] toArray() {
            return count == array.length ? array : Arrays.copyOf(array, count);
        }

        @Override
        Spliterator.OfInt spliterator() {
            return Arrays.spliterator(array, 0, count);
        }

        @Override
        public Gather.OfInt fresh() {
            return new Gather.OfInt();
        }
    }

    static final class OfLong extends Gather<Long> implements Sink.OfLong {
        private long[] array;

        @Override
        public void begin(long size) {
            exact = size >= 0;
            array = new long[exact ? checked(size) : 16];
        }

        @Override
        public void accept(long t) {
            if (count == array.length) {
                array = Arrays.copyOf(array, grown(1));
            }
            array[count++] = t;
        }

        @Override
        void append(Gather<?> right) {
            Gather.OfLong other = (Gather.OfLong) right;
            if (other.count > array.length - count) {
                array = Arrays.copyOf(array, grown(other.count));
            }
            System.arraycopy(other.array, 0, array, count, other.count);
            count += other.count;
        }

        long[] toArray() {
            return count == array.length ? array : Arrays.copyOf(array, count);
        }

        @Override
        Spliterator.OfLong spliterator() {
            return Arrays.spliterator(array, 0, count);
        }

        @Override
        public Gather.OfLong fresh() {
            return new Gather.OfLong();
        }
    }

    static final class OfDouble extends Gather<Double> implements Sink.OfDouble {
        private double[] array;

        @Override
        public void begin(long size) {
            exact = size >= 0;
            array = new double[exact ? checked(size) : 16];
        }

        @Override
        public void accept(double t) {
            if (count == array.length) {
                array = Arrays.copyOf(array, grown(1));
            }
            array[count++] = t;
        }

        @Override
        void append(Gather<?> right) {
            Gather.OfDouble other = (Gather.OfDouble) right;
            if (other.count > array.length - count) {
                array = Arrays.copyOf(array, grown(other.count));
            }
            System.arraycopy(other.array, 0, array, count, other.count);
            count += other.count;
        }

        double[] toArray() {
            return count == array.length ? array : Arrays.copyOf(array, count);
        }

        @Override
        Spliterator.OfDouble spliterator() {
            return Arrays.spliterator(array, 0, count);
        }

        @Override
        public Gather.OfDouble fresh() {
            return new Gather.OfDouble();
        }
    }
}
