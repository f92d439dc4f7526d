package java.util;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Makes spliterators of arrays, collections and iterators, and iterators of spliterators. */
public final class Spliterators {
    private Spliterators() {
    }

    private static void checkBounds(int length, int from, int to) {
        if (from > to) {
            throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
        }
        if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    /** A size known exactly brings SIZED and SUBSIZED along, unless the source is concurrent. */
    private static int sized(int characteristics) {
        return (characteristics & Spliterator.CONCURRENT) == 0
                ? characteristics | Spliterator.SIZED | Spliterator.SUBSIZED
                : characteristics;
    }

    private static int unsized(int characteristics) {
        return characteristics & ~(Spliterator.SIZED | Spliterator.SUBSIZED);
    }

    /** How many elements a split of an iterator takes: one step more each time, as OpenJDK does. */
    static final int BATCH_UNIT = 1 << 10;
    static final int MAX_BATCH = 1 << 25;

    static int batchSize(int last, long estimate) {
        int n = last + BATCH_UNIT;
        if (n > estimate) {
            n = (int) estimate;
        }
        return Math.min(n, MAX_BATCH);
    }

    @SuppressWarnings("unchecked")
    public static <T> Spliterator<T> emptySpliterator() {
        return (Spliterator<T>) new ArraySpliterator<Object>(new Object[0], 0, 0, 0);
    }

    public static <T> Spliterator<T> spliterator(Object[] array, int additionalCharacteristics) {
        return new ArraySpliterator<>(array, 0, array.length, additionalCharacteristics);
    }

    public static <T> Spliterator<T> spliterator(Object[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkBounds(array.length, fromIndex, toIndex);
        return new ArraySpliterator<>(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static <T> Spliterator<T> spliterator(Collection<? extends T> c, int characteristics) {
        return new IteratorSpliterator<>(Objects.requireNonNull(c), characteristics);
    }

    public static <T> Spliterator<T> spliterator(Iterator<? extends T> iterator, long size, int characteristics) {
        return new IteratorSpliterator<>(Objects.requireNonNull(iterator), size, sized(characteristics));
    }

    public static <T> Spliterator<T> spliteratorUnknownSize(Iterator<? extends T> iterator, int characteristics) {
        return new IteratorSpliterator<>(Objects.requireNonNull(iterator), Long.MAX_VALUE, unsized(characteristics));
    }

    public static <T> Iterator<T> iterator(Spliterator<? extends T> spliterator) {
        Objects.requireNonNull(spliterator);
        return new SpliteratorIterator<T>(spliterator);
    }

    private static final class SpliteratorIterator<T> implements Iterator<T>, Consumer<T> {
        private final Spliterator<? extends T> source;
        private boolean ready;
        private T next;

        SpliteratorIterator(Spliterator<? extends T> source) {
            this.source = source;
        }

        @Override
        public void accept(T t) {
            ready = true;
            next = t;
        }

        @Override
        public boolean hasNext() {
            if (!ready) {
                source.tryAdvance(this);
            }
            return ready;
        }

        @Override
        public T next() {
            if (!ready && !hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            T t = next;
            next = null;
            return t;
        }
    }

    static final class ArraySpliterator<T> implements Spliterator<T> {
        private final Object[] array;
        private int index;
        private final int end;
        private final int characteristics;

        ArraySpliterator(Object[] array, int from, int to, int characteristics) {
            this.array = array;
            this.index = from;
            this.end = to;
            this.characteristics = characteristics | SIZED | SUBSIZED;
        }

        @Override
        public Spliterator<T> trySplit() {
            int low = index;
            int mid = (low + end) >>> 1;
            if (low >= mid) {
                return null;
            }
            index = mid;
            return new ArraySpliterator<>(array, low, mid, characteristics);
        }

        @SuppressWarnings("unchecked")
        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            Object[] a = array;
            int n = end;
            int i = index;
            index = n;
            for (; i < n; i++) {
                action.accept((T) a[i]);
            }
        }

        @SuppressWarnings("unchecked")
        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            if (index >= end) {
                return false;
            }
            action.accept((T) array[index++]);
            return true;
        }

        @Override
        public long estimateSize() {
            return end - index;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }

        @Override
        public Comparator<? super T> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** Over an iterator, or a collection whose iterator and size are taken at the first use. */
    static final class IteratorSpliterator<T> implements Spliterator<T> {
        private final Collection<? extends T> collection;
        private Iterator<? extends T> it;
        private final int characteristics;
        private long estimate;
        private int batch;

        IteratorSpliterator(Collection<? extends T> collection, int characteristics) {
            this.collection = collection;
            this.characteristics = sized(characteristics);
        }

        IteratorSpliterator(Iterator<? extends T> iterator, long size, int characteristics) {
            this.collection = null;
            this.it = iterator;
            this.estimate = size;
            this.characteristics = characteristics;
        }

        private Iterator<? extends T> bind() {
            if (it == null) {
                it = collection.iterator();
                estimate = collection.size();
            }
            return it;
        }

        @Override
        public Spliterator<T> trySplit() {
            Iterator<? extends T> i = bind();
            if (estimate <= 1 || !i.hasNext()) {
                return null;
            }
            int n = batchSize(batch, estimate);
            Object[] a = new Object[n];
            int j = 0;
            do {
                a[j++] = i.next();
            } while (j < n && i.hasNext());
            batch = j;
            if (estimate != Long.MAX_VALUE) {
                estimate -= j;
            }
            return new ArraySpliterator<>(a, 0, j, characteristics);
        }

        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            bind().forEachRemaining(action);
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            Iterator<? extends T> i = bind();
            if (!i.hasNext()) {
                return false;
            }
            action.accept(i.next());
            return true;
        }

        @Override
        public long estimateSize() {
            bind();
            return estimate;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }

        @Override
        public Comparator<? super T> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** A spliterator that only has to know how to advance; it splits by filling arrays. */
    public abstract static class AbstractSpliterator<T> implements Spliterator<T> {
        private final int characteristics;
        private long estimate;
        private int batch;

        protected AbstractSpliterator(long est, int additionalCharacteristics) {
            this.estimate = est;
            this.characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        private static final class Holder<T> implements Consumer<T> {
            Object value;

            @Override
            public void accept(T value) {
                this.value = value;
            }
        }

        @Override
        public Spliterator<T> trySplit() {
            Holder<T> holder = new Holder<>();
            if (estimate <= 1 || !tryAdvance(holder)) {
                return null;
            }
            int n = batchSize(batch, estimate);
            Object[] a = new Object[n];
            int j = 0;
            do {
                a[j] = holder.value;
            } while (++j < n && tryAdvance(holder));
            batch = j;
            if (estimate != Long.MAX_VALUE) {
                estimate -= j;
            }
            return new ArraySpliterator<>(a, 0, j, characteristics());
        }

        @Override
        public long estimateSize() {
            return estimate;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }

    public static Spliterator.OfInt emptyIntSpliterator() {
        return new IntArraySpliterator(new int[0], 0, 0, 0);
    }

    public static Spliterator.OfInt spliterator(int[] array, int additionalCharacteristics) {
        return new IntArraySpliterator(array, 0, array.length, additionalCharacteristics);
    }

    public static Spliterator.OfInt spliterator(int[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkBounds(array.length, fromIndex, toIndex);
        return new IntArraySpliterator(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static Spliterator.OfInt spliterator(PrimitiveIterator.OfInt iterator, long size, int characteristics) {
        return new IntIteratorSpliterator(Objects.requireNonNull(iterator), size, sized(characteristics));
    }

    public static Spliterator.OfInt spliteratorUnknownSize(PrimitiveIterator.OfInt iterator, int characteristics) {
        return new IntIteratorSpliterator(Objects.requireNonNull(iterator), Long.MAX_VALUE, unsized(characteristics));
    }

    public static PrimitiveIterator.OfInt iterator(Spliterator.OfInt spliterator) {
        Objects.requireNonNull(spliterator);
        return new IntSpliteratorIterator(spliterator);
    }

    private static final class IntSpliteratorIterator implements PrimitiveIterator.OfInt, IntConsumer {
        private final Spliterator.OfInt source;
        private boolean ready;
        private int next;

        IntSpliteratorIterator(Spliterator.OfInt source) {
            this.source = source;
        }

        @Override
        public void accept(int t) {
            ready = true;
            next = t;
        }

        @Override
        public boolean hasNext() {
            if (!ready) {
                source.tryAdvance((IntConsumer) this);
            }
            return ready;
        }

        @Override
        public int nextInt() {
            if (!ready && !hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return next;
        }
    }

    static final class IntArraySpliterator implements Spliterator.OfInt {
        private final int[] array;
        private int index;
        private final int end;
        private final int characteristics;

        IntArraySpliterator(int[] array, int from, int to, int characteristics) {
            this.array = array;
            this.index = from;
            this.end = to;
            this.characteristics = characteristics | SIZED | SUBSIZED;
        }

        @Override
        public OfInt trySplit() {
            int low = index;
            int mid = (low + end) >>> 1;
            if (low >= mid) {
                return null;
            }
            index = mid;
            return new IntArraySpliterator(array, low, mid, characteristics);
        }

        @Override
        public void forEachRemaining(IntConsumer action) {
            Objects.requireNonNull(action);
            int[] a = array;
            int n = end;
            int i = index;
            index = n;
            for (; i < n; i++) {
                action.accept(a[i]);
            }
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            if (index >= end) {
                return false;
            }
            action.accept(array[index++]);
            return true;
        }

        @Override
        public long estimateSize() {
            return end - index;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }

        @Override
        public Comparator<? super Integer> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    static final class IntIteratorSpliterator extends AbstractIntSpliterator {
        private final PrimitiveIterator.OfInt it;

        IntIteratorSpliterator(PrimitiveIterator.OfInt it, long size, int characteristics) {
            super(size, characteristics);
            this.it = it;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            if (!it.hasNext()) {
                return false;
            }
            action.accept(it.nextInt());
            return true;
        }

        @Override
        public void forEachRemaining(IntConsumer action) {
            it.forEachRemaining(Objects.requireNonNull(action));
        }

        @Override
        public Comparator<? super Integer> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** Like {@link AbstractSpliterator}, over values of type int. */
    public abstract static class AbstractIntSpliterator implements Spliterator.OfInt {
        private final int characteristics;
        private long estimate;
        private int batch;

        protected AbstractIntSpliterator(long est, int additionalCharacteristics) {
            this.estimate = est;
            this.characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        private static final class Holder implements IntConsumer {
            int value;

            @Override
            public void accept(int value) {
                this.value = value;
            }
        }

        @Override
        public Spliterator.OfInt trySplit() {
            Holder holder = new Holder();
            if (estimate <= 1 || !tryAdvance(holder)) {
                return null;
            }
            int n = batchSize(batch, estimate);
            int[] a = new int[n];
            int j = 0;
            do {
                a[j] = holder.value;
            } while (++j < n && tryAdvance(holder));
            batch = j;
            if (estimate != Long.MAX_VALUE) {
                estimate -= j;
            }
            return new IntArraySpliterator(a, 0, j, characteristics());
        }

        @Override
        public long estimateSize() {
            return estimate;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }

    public static Spliterator.OfLong emptyLongSpliterator() {
        return new LongArraySpliterator(new long[0], 0, 0, 0);
    }

    public static Spliterator.OfLong spliterator(long[] array, int additionalCharacteristics) {
        return new LongArraySpliterator(array, 0, array.length, additionalCharacteristics);
    }

    public static Spliterator.OfLong spliterator(long[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkBounds(array.length, fromIndex, toIndex);
        return new LongArraySpliterator(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static Spliterator.OfLong spliterator(PrimitiveIterator.OfLong iterator, long size, int characteristics) {
        return new LongIteratorSpliterator(Objects.requireNonNull(iterator), size, sized(characteristics));
    }

    public static Spliterator.OfLong spliteratorUnknownSize(PrimitiveIterator.OfLong iterator, int characteristics) {
        return new LongIteratorSpliterator(Objects.requireNonNull(iterator), Long.MAX_VALUE, unsized(characteristics));
    }

    public static PrimitiveIterator.OfLong iterator(Spliterator.OfLong spliterator) {
        Objects.requireNonNull(spliterator);
        return new LongSpliteratorIterator(spliterator);
    }

    private static final class LongSpliteratorIterator implements PrimitiveIterator.OfLong, LongConsumer {
        private final Spliterator.OfLong source;
        private boolean ready;
        private long next;

        LongSpliteratorIterator(Spliterator.OfLong source) {
            this.source = source;
        }

        @Override
        public void accept(long t) {
            ready = true;
            next = t;
        }

        @Override
        public boolean hasNext() {
            if (!ready) {
                source.tryAdvance((LongConsumer) this);
            }
            return ready;
        }

        @Override
        public long nextLong() {
            if (!ready && !hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return next;
        }
    }

    static final class LongArraySpliterator implements Spliterator.OfLong {
        private final long[] array;
        private int index;
        private final int end;
        private final int characteristics;

        LongArraySpliterator(long[] array, int from, int to, int characteristics) {
            this.array = array;
            this.index = from;
            this.end = to;
            this.characteristics = characteristics | SIZED | SUBSIZED;
        }

        @Override
        public OfLong trySplit() {
            int low = index;
            int mid = (low + end) >>> 1;
            if (low >= mid) {
                return null;
            }
            index = mid;
            return new LongArraySpliterator(array, low, mid, characteristics);
        }

        @Override
        public void forEachRemaining(LongConsumer action) {
            Objects.requireNonNull(action);
            long[] a = array;
            int n = end;
            int i = index;
            index = n;
            for (; i < n; i++) {
                action.accept(a[i]);
            }
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            if (index >= end) {
                return false;
            }
            action.accept(array[index++]);
            return true;
        }

        @Override
        public long estimateSize() {
            return end - index;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }

        @Override
        public Comparator<? super Long> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    static final class LongIteratorSpliterator extends AbstractLongSpliterator {
        private final PrimitiveIterator.OfLong it;

        LongIteratorSpliterator(PrimitiveIterator.OfLong it, long size, int characteristics) {
            super(size, characteristics);
            this.it = it;
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            if (!it.hasNext()) {
                return false;
            }
            action.accept(it.nextLong());
            return true;
        }

        @Override
        public void forEachRemaining(LongConsumer action) {
            it.forEachRemaining(Objects.requireNonNull(action));
        }

        @Override
        public Comparator<? super Long> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** Like {@link AbstractSpliterator}, over values of type long. */
    public abstract static class AbstractLongSpliterator implements Spliterator.OfLong {
        private final int characteristics;
        private long estimate;
        private int batch;

        protected AbstractLongSpliterator(long est, int additionalCharacteristics) {
            this.estimate = est;
            this.characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        private static final class Holder implements LongConsumer {
            long value;

            @Override
            public void accept(long value) {
                this.value = value;
            }
        }

        @Override
        public Spliterator.OfLong trySplit() {
            Holder holder = new Holder();
            if (estimate <= 1 || !tryAdvance(holder)) {
                return null;
            }
            int n = batchSize(batch, estimate);
            long[] a = new long[n];
            int j = 0;
            do {
                a[j] = holder.value;
            } while (++j < n && tryAdvance(holder));
            batch = j;
            if (estimate != Long.MAX_VALUE) {
                estimate -= j;
            }
            return new LongArraySpliterator(a, 0, j, characteristics());
        }

        @Override
        public long estimateSize() {
            return estimate;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }

    public static Spliterator.OfDouble emptyDoubleSpliterator() {
        return new DoubleArraySpliterator(new double[0], 0, 0, 0);
    }

    public static Spliterator.OfDouble spliterator(double[] array, int additionalCharacteristics) {
        return new DoubleArraySpliterator(array, 0, array.length, additionalCharacteristics);
    }

    public static Spliterator.OfDouble spliterator(double[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkBounds(array.length, fromIndex, toIndex);
        return new DoubleArraySpliterator(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static Spliterator.OfDouble spliterator(PrimitiveIterator.OfDouble iterator, long size, int characteristics) {
        return new DoubleIteratorSpliterator(Objects.requireNonNull(iterator), size, sized(characteristics));
    }

    public static Spliterator.OfDouble spliteratorUnknownSize(PrimitiveIterator.OfDouble iterator, int characteristics) {
        return new DoubleIteratorSpliterator(Objects.requireNonNull(iterator), Long.MAX_VALUE, unsized(characteristics));
    }

    public static PrimitiveIterator.OfDouble iterator(Spliterator.OfDouble spliterator) {
        Objects.requireNonNull(spliterator);
        return new DoubleSpliteratorIterator(spliterator);
    }

    private static final class DoubleSpliteratorIterator implements PrimitiveIterator.OfDouble, DoubleConsumer {
        private final Spliterator.OfDouble source;
        private boolean ready;
        private double next;

        DoubleSpliteratorIterator(Spliterator.OfDouble source) {
            this.source = source;
        }

        @Override
        public void accept(double t) {
            ready = true;
            next = t;
        }

        @Override
        public boolean hasNext() {
            if (!ready) {
                source.tryAdvance((DoubleConsumer) this);
            }
            return ready;
        }

        @Override
        public double nextDouble() {
            if (!ready && !hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return next;
        }
    }

    static final class DoubleArraySpliterator implements Spliterator.OfDouble {
        private final double[] array;
        private int index;
        private final int end;
        private final int characteristics;

        DoubleArraySpliterator(double[] array, int from, int to, int characteristics) {
            this.array = array;
            this.index = from;
            this.end = to;
            this.characteristics = characteristics | SIZED | SUBSIZED;
        }

        @Override
        public OfDouble trySplit() {
            int low = index;
            int mid = (low + end) >>> 1;
            if (low >= mid) {
                return null;
            }
            index = mid;
            return new DoubleArraySpliterator(array, low, mid, characteristics);
        }

        @Override
        public void forEachRemaining(DoubleConsumer action) {
            Objects.requireNonNull(action);
            double[] a = array;
            int n = end;
            int i = index;
            index = n;
            for (; i < n; i++) {
                action.accept(a[i]);
            }
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            Objects.requireNonNull(action);
            if (index >= end) {
                return false;
            }
            action.accept(array[index++]);
            return true;
        }

        @Override
        public long estimateSize() {
            return end - index;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }

        @Override
        public Comparator<? super Double> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    static final class DoubleIteratorSpliterator extends AbstractDoubleSpliterator {
        private final PrimitiveIterator.OfDouble it;

        DoubleIteratorSpliterator(PrimitiveIterator.OfDouble it, long size, int characteristics) {
            super(size, characteristics);
            this.it = it;
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            Objects.requireNonNull(action);
            if (!it.hasNext()) {
                return false;
            }
            action.accept(it.nextDouble());
            return true;
        }

        @Override
        public void forEachRemaining(DoubleConsumer action) {
            it.forEachRemaining(Objects.requireNonNull(action));
        }

        @Override
        public Comparator<? super Double> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** Like {@link AbstractSpliterator}, over values of type double. */
    public abstract static class AbstractDoubleSpliterator implements Spliterator.OfDouble {
        private final int characteristics;
        private long estimate;
        private int batch;

        protected AbstractDoubleSpliterator(long est, int additionalCharacteristics) {
            this.estimate = est;
            this.characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        private static final class Holder implements DoubleConsumer {
            double value;

            @Override
            public void accept(double value) {
                this.value = value;
            }
        }

        @Override
        public Spliterator.OfDouble trySplit() {
            Holder holder = new Holder();
            if (estimate <= 1 || !tryAdvance(holder)) {
                return null;
            }
            int n = batchSize(batch, estimate);
            double[] a = new double[n];
            int j = 0;
            do {
                a[j] = holder.value;
            } while (++j < n && tryAdvance(holder));
            batch = j;
            if (estimate != Long.MAX_VALUE) {
                estimate -= j;
            }
            return new DoubleArraySpliterator(a, 0, j, characteristics());
        }

        @Override
        public long estimateSize() {
            return estimate;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }
}
