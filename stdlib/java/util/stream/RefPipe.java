package java.util.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** A stage of a stream of objects. */
abstract class RefPipe<T> extends Pipe<T> implements Stream<T> {
    RefPipe(Spliterator<?> source, int characteristics, boolean parallel) {
        super(source, characteristics, parallel);
    }

    RefPipe(Supplier<? extends Spliterator<?>> supplier, int characteristics, boolean parallel) {
        super(supplier, characteristics, parallel);
    }

    RefPipe(Pipe<?> previous, int known, boolean shortCircuit) {
        super(previous, known, shortCircuit);
    }

    /** The first stage. */
    static final class Head<T> extends RefPipe<T> {
        Head(Spliterator<?> source, int characteristics, boolean parallel) {
            super(source, characteristics, parallel);
        }

        Head(Supplier<? extends Spliterator<?>> supplier, int characteristics, boolean parallel) {
            super(supplier, characteristics, parallel);
        }

        @Override
        Sink<?> wrap(Sink<?> down) {
            return down;
        }

        @SuppressWarnings("unchecked")
        @Override
        public void forEach(Consumer<? super T> action) {
            if (isParallel()) {
                super.forEach(action);
                return;
            }
            Objects.requireNonNull(action);
            use();
            ((Spliterator<T>) takeSource()).forEachRemaining(action);
        }
    }

    @SuppressWarnings("unchecked")
    static <X> Sink<X> cast(Sink<?> sink) {
        return (Sink<X>) sink;
    }

    static final int ORDER = Spliterator.ORDERED;
    static final int SIZE = Spliterator.SIZED;
    static final int SORT = Spliterator.SORTED;
    static final int DIST = Spliterator.DISTINCT;

    @Override
    public Stream<T> sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public Stream<T> parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public Stream<T> unordered() {
        if (!ordered()) {
            return this;
        }
        return new RefPipe<T>(this, known & ~ORDER, false) {
            @Override
            Sink<?> wrap(Sink<?> down) {
                return down;
            }
        };
    }

    @Override
    public Stream<T> onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    @SuppressWarnings("unchecked")
    @Override
    public Spliterator<T> spliterator() {
        use();
        if (previous == null) {
            return (Spliterator<T>) takeSource();
        }
        return new PulledRef<T>(this);
    }

    @Override
    public Iterator<T> iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Stream<T> filter(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return new RefPipe<T>(this, known & ~SIZE, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<T> out = cast(next);
                return new Sink.Ref<T>(next) {
                    @Override
                    public void begin(long size) {
                        out.begin(-1);
                    }

                    @Override
                    public void accept(T t) {
                        if (predicate.test(t)) {
                            out.accept(t);
                        }
                    }
                };
            }
        };
    }

    @Override
    public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
        Objects.requireNonNull(mapper);
        return new RefPipe<R>(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<R> out = cast(next);
                return new Sink.Ref<T>(next) {
                    @Override
                    public void accept(T t) {
                        out.accept(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public IntStream mapToInt(ToIntFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Ref<T>(next) {
                    @Override
                    public void accept(T t) {
                        next.accept(mapper.applyAsInt(t));
                    }
                };
            }
        };
    }

    @Override
    public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new FlatSink<T>(next) {
                    @Override
                    public void accept(T t) {
                        flow(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public LongStream mapToLong(ToLongFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new LongPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Ref<T>(next) {
                    @Override
                    public void accept(T t) {
                        next.accept(mapper.applyAsLong(t));
                    }
                };
            }
        };
    }

    @Override
    public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
        Objects.requireNonNull(mapper);
        return new LongPipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new FlatSink<T>(next) {
                    @Override
                    public void accept(T t) {
                        flow(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Ref<T>(next) {
                    @Override
                    public void accept(T t) {
                        next.accept(mapper.applyAsDouble(t));
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new FlatSink<T>(next) {
                    @Override
                    public void accept(T t) {
                        flow(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
        Objects.requireNonNull(mapper);
        return new RefPipe<R>(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new FlatSink<T>(next) {
                    @Override
                    public void accept(T t) {
                        flow(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public <R> Stream<R> mapMulti(BiConsumer<? super T, ? super Consumer<R>> mapper) {
        Objects.requireNonNull(mapper);
        return new RefPipe<R>(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<R> out = cast(next);
                return new Sink.Ref<T>(next) {
                    @Override
                    public void begin(long size) {
                        out.begin(-1);
                    }

                    @Override
                    public void accept(T t) {
                        mapper.accept(t, out);
                    }
                };
            }
        };
    }

    @Override
    public Stream<T> peek(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        return new RefPipe<T>(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<T> out = cast(next);
                return new Sink.Ref<T>(next) {
                    @Override
                    public void accept(T t) {
                        action.accept(t);
                        out.accept(t);
                    }
                };
            }
        };
    }

    @Override
    public Stream<T> distinct() {
        if ((known & DIST) != 0) {
            return peekless();
        }
        return new RefPipe<T>(this, (known & ~SIZE) | DIST, false) {
            @Override
            boolean stateful() {
                return true;
            }

            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<T> out = cast(next);
                return new Sink.Ref<T>(next) {
                    private HashSet<T> seen;

                    @Override
                    public void begin(long size) {
                        seen = new HashSet<>();
                        out.begin(-1);
                    }

                    @Override
                    public void accept(T t) {
                        if (seen.add(t)) {
                            out.accept(t);
                        }
                    }

                    @Override
                    public void end() {
                        seen = null;
                        out.end();
                    }
                };
            }
        };
    }

    /** A stage that does nothing, for an operation whose work is done already. */
    private Stream<T> peekless() {
        return new RefPipe<T>(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return next;
            }
        };
    }

    @Override
    public Stream<T> sorted() {
        if ((known & SORT) != 0) {
            return peekless();
        }
        return sortedBy(null);
    }

    @Override
    public Stream<T> sorted(Comparator<? super T> comparator) {
        return sortedBy(Objects.requireNonNull(comparator));
    }

    private Stream<T> sortedBy(Comparator<? super T> comparator) {
        int after = comparator == null ? known | ORDER | SORT : (known | ORDER) & ~SORT;
        return new RefPipe<T>(this, after, false) {
            @Override
            boolean stateful() {
                return true;
            }

            @Override
            Sink<?> wrap(Sink<?> next) {
                return new SortSink<T>(next, comparator);
            }
        };
    }

    /** Gathers everything, sorts at the end, pushes as much as is wanted. */
    private static final class SortSink<T> extends Sink.Ref<T> {
        private final Comparator<? super T> comparator;
        private ArrayList<T> list;

        SortSink(Sink<?> next, Comparator<? super T> comparator) {
            super(next);
            this.comparator = comparator;
        }

        @Override
        public void begin(long size) {
            if (size >= Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("Stream size exceeds max array size");
            }
            list = size >= 0 ? new ArrayList<>((int) size) : new ArrayList<>();
        }

        @Override
        public void accept(T t) {
            list.add(t);
        }

        @Override
        public boolean done() {
            return false;
        }

        @Override
        public void end() {
            list.sort(comparator);
            Sink<T> out = cast(down);
            ArrayList<T> sorted = list;
            list = null;
            out.begin(sorted.size());
            for (int i = 0, n = sorted.size(); i < n && !out.done(); i++) {
                out.accept(sorted.get(i));
            }
            out.end();
        }
    }

    @Override
    public Stream<T> limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public Stream<T> skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private Stream<T> slice(long skip, long limit) {
        return new RefPipe<T>(this, known, limit >= 0) {
            @Override
            boolean stateful() {
                return true;
            }

            @Override
            long adjust(long size) {
                return Slice.size(size, skip, limit);
            }

            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<T> out = cast(next);
                return new Sink.Ref<T>(next) {
                    private long toSkip = skip;
                    private long left = limit >= 0 ? limit : Long.MAX_VALUE;

                    @Override
                    public void begin(long size) {
                        out.begin(size < 0 ? size : Slice.size(size, skip, limit));
                    }

                    @Override
                    public void accept(T t) {
                        if (toSkip > 0) {
                            toSkip--;
                        } else if (left > 0) {
                            left--;
                            out.accept(t);
                        }
                    }

                    @Override
                    public boolean done() {
                        return left == 0 || out.done();
                    }
                };
            }
        };
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        run(new Sink<T>() {
            @Override
            public void accept(T t) {
                action.accept(t);
            }
        }, false);
    }

    @Override
    public void forEachOrdered(Consumer<? super T> action) {
        if (!isParallel()) {
            forEach(action);
            return;
        }
        Objects.requireNonNull(action);
        run(new Gather.OfRef<T>(Object[]::new), false).spliterator().forEachRemaining(action);
    }

    @Override
    Gather<?> gather() {
        return new Gather.OfRef<T>(Object[]::new);
    }

    @Override
    public Object[] toArray() {
        return run(new Gather.OfRef<T>(Object[]::new), false).toArray();
    }

    @SuppressWarnings("unchecked")
    @Override
    public <A> A[] toArray(IntFunction<A[]> generator) {
        return (A[]) run(new Gather.OfRef<T>(Objects.requireNonNull(generator)), false).toArray();
    }

    /** A value that is being accumulated. */
    private abstract static class Fold<T, U> implements Sink<T> {
        U value;
        boolean present;

        final Optional<U> result() {
            return present ? Optional.of(value) : Optional.empty();
        }
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        return reduce(identity, (BiFunction<T, T, T>) accumulator, accumulator);
    }

    /** Folds from the first element on. */
    private static final class Reduction<T> extends Fold<T, T> {
        private final BinaryOperator<T> op;

        Reduction(BinaryOperator<T> op) {
            this.op = op;
        }

        @Override
        public void accept(T t) {
            value = present ? op.apply(value, t) : t;
            present = true;
        }

        @Override
        public Sink<?> fresh() {
            return new Reduction<>(op);
        }

        @SuppressWarnings("unchecked")
        @Override
        public void join(Sink<?> right) {
            Reduction<T> other = (Reduction<T>) right;
            if (other.present) {
                accept(other.value);
            }
        }
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        return run(new Reduction<>(Objects.requireNonNull(accumulator)), false).result();
    }

    /** Folds from an identity on; results of parts are combined by another function. */
    private static final class Accumulation<T, U> extends Fold<T, U> {
        private final U identity;
        private final BiFunction<U, ? super T, U> accumulator;
        private final BinaryOperator<U> combiner;

        Accumulation(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
            this.identity = identity;
            this.accumulator = accumulator;
            this.combiner = combiner;
            this.value = identity;
        }

        @Override
        public void accept(T t) {
            value = accumulator.apply(value, t);
        }

        @Override
        public Sink<?> fresh() {
            return new Accumulation<>(identity, accumulator, combiner);
        }

        @SuppressWarnings("unchecked")
        @Override
        public void join(Sink<?> right) {
            value = combiner.apply(value, ((Accumulation<T, U>) right).value);
        }
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        return run(new Accumulation<>(identity, accumulator, combiner), false).value;
    }

    /** Elements go into a container, or into one for each part. */
    private static final class Filling<T, R> implements Sink<T> {
        private final Supplier<R> supplier;
        private final BiConsumer<R, ? super T> accumulator;
        private final BinaryOperator<R> combiner;
        private final boolean shared;
        private R container;

        Filling(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BinaryOperator<R> combiner, boolean shared) {
            this.supplier = supplier;
            this.accumulator = accumulator;
            this.combiner = combiner;
            this.shared = shared;
            this.container = supplier.get();
        }

        @Override
        public void accept(T t) {
            accumulator.accept(container, t);
        }

        @Override
        public Sink<?> fresh() {
            return shared ? this : new Filling<>(supplier, accumulator, combiner, false);
        }

        @SuppressWarnings("unchecked")
        @Override
        public void join(Sink<?> right) {
            if (!shared) {
                container = combiner.apply(container, ((Filling<T, R>) right).container);
            }
        }
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        BinaryOperator<R> both = !isParallel() ? null : (left, right) -> {
            combiner.accept(left, right);
            return left;
        };
        return run(new Filling<T, R>(supplier, accumulator, both, false), false).container;
    }

    @SuppressWarnings("unchecked")
    @Override
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        java.util.Objects.requireNonNull(collector);
        java.util.Set<Collector.Characteristics> traits = collector.characteristics();
        boolean shared = isParallel() && traits.contains(Collector.Characteristics.CONCURRENT)
                && (!ordered() || traits.contains(Collector.Characteristics.UNORDERED));
        Filling<T, A> filled = run(
                new Filling<T, A>(collector.supplier(), collector.accumulator(), collector.combiner(), shared), false);
        return traits.contains(Collector.Characteristics.IDENTITY_FINISH)
                ? (R) filled.container
                : collector.finisher().apply(filled.container);
    }

    @Override
    public Optional<T> min(Comparator<? super T> comparator) {
        return reduce(BinaryOperator.minBy(comparator));
    }

    @Override
    public Optional<T> max(Comparator<? super T> comparator) {
        return reduce(BinaryOperator.maxBy(comparator));
    }

    @Override
    public long count() {
        return Counting.count(this);
    }

    /** Stops when the predicate first gives {@code stopOn}. */
    private static final class Match<T> extends Fold<T, Object> {
        private final Predicate<? super T> predicate;
        private final boolean stopOn;

        Match(Predicate<? super T> predicate, boolean stopOn) {
            this.predicate = Objects.requireNonNull(predicate);
            this.stopOn = stopOn;
        }

        @Override
        public void accept(T t) {
            if (!present && predicate.test(t) == stopOn) {
                present = true;
            }
        }

        @Override
        public boolean done() {
            return present;
        }

        @Override
        public Sink<?> fresh() {
            return new Match<>(predicate, stopOn);
        }

        @Override
        public void join(Sink<?> right) {
            present |= ((Match<?>) right).present;
        }
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        return run(new Match<>(predicate, true), true).present;
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        return !run(new Match<>(predicate, false), true).present;
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        return !run(new Match<>(predicate, true), true).present;
    }

    /** Takes one element, the first one unless any will do. */
    private static final class Find<T> extends Fold<T, T> {
        private final boolean first;

        Find(boolean first) {
            this.first = first;
        }

        @Override
        public void accept(T t) {
            if (!present) {
                present = true;
                value = t;
            }
        }

        @Override
        public boolean done() {
            return present;
        }

        @Override
        public boolean endsAll() {
            return !first;
        }

        @Override
        public Sink<?> fresh() {
            return new Find<T>(first);
        }

        @SuppressWarnings("unchecked")
        @Override
        public void join(Sink<?> right) {
            Find<T> other = (Find<T>) right;
            if (other.present) {
                accept(other.value);
            }
        }
    }

    @Override
    public Optional<T> findFirst() {
        return run(new Find<T>(ordered()), true).result();
    }

    @Override
    public Optional<T> findAny() {
        return run(new Find<T>(false), true).result();
    }
}
