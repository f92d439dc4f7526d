package java.util.stream;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;

/** A stage of a stream of values of type double. */
abstract class DoublePipe extends Pipe<Double> implements DoubleStream {
    private static final int ORDER = Spliterator.ORDERED;
    private static final int SIZE = Spliterator.SIZED;
    private static final int SORT = Spliterator.SORTED;
    private static final int DIST = Spliterator.DISTINCT;

    DoublePipe(Spliterator<?> source, int characteristics, boolean parallel) {
        super(source, characteristics, parallel);
    }

    DoublePipe(Supplier<? extends Spliterator<?>> supplier, int characteristics, boolean parallel) {
        super(supplier, characteristics, parallel);
    }

    DoublePipe(Pipe<?> previous, int known, boolean shortCircuit) {
        super(previous, known, shortCircuit);
    }

    /** The first stage. */
    static final class Head extends DoublePipe {
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

        @Override
        public void forEach(DoubleConsumer action) {
            if (isParallel()) {
                super.forEach(action);
                return;
            }
            Objects.requireNonNull(action);
            use();
            ((Spliterator.OfDouble) takeSource()).forEachRemaining(action);
        }
    }

    @Override
    public DoubleStream sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public DoubleStream parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public DoubleStream unordered() {
        return ordered() ? passing(known & ~ORDER) : this;
    }

    private DoubleStream passing(int known) {
        return new DoublePipe(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return next;
            }
        };
    }

    @Override
    public DoubleStream onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    @Override
    public Spliterator.OfDouble spliterator() {
        use();
        if (previous == null) {
            return (Spliterator.OfDouble) takeSource();
        }
        return new PulledDouble(this);
    }

    @Override
    public PrimitiveIterator.OfDouble iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public DoubleStream filter(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return new DoublePipe(this, known & ~SIZE, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Dbl(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(double t) {
                        if (predicate.test(t)) {
                            down.accept(t);
                        }
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream map(DoubleUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Dbl(next) {
                    @Override
                    public void accept(double t) {
                        down.accept(mapper.applyAsDouble(t));
                    }
                };
            }
        };
    }

    @Override
    public <U> Stream<U> mapToObj(DoubleFunction<? extends U> mapper) {
        return toObjects(Objects.requireNonNull(mapper), known & ~(SORT | DIST));
    }

    private <U> Stream<U> toObjects(DoubleFunction<? extends U> mapper, int known) {
        return new RefPipe<U>(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<U> out = cast(next);
                return new Sink.Dbl(next) {
                    @Override
                    public void accept(double t) {
                        out.accept(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public Stream<Double> boxed() {
        return toObjects(Double::valueOf, known);
    }

    @Override
    public IntStream mapToInt(DoubleToIntFunction mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Dbl(next) {
                    @Override
                    public void accept(double t) {
                        down.accept(mapper.applyAsInt(t));
                    }
                };
            }
        };
    }

    @Override
    public LongStream mapToLong(DoubleToLongFunction mapper) {
        Objects.requireNonNull(mapper);
        return new LongPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Dbl(next) {
                    @Override
                    public void accept(double t) {
                        down.accept(mapper.applyAsLong(t));
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream flatMap(DoubleFunction<? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Dbl(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(double t) {
                        FlatSink.flow(mapper.apply(t), down);
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream mapMulti(DoubleMapMultiConsumer mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                DoubleConsumer out = next::accept;
                return new Sink.Dbl(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(double t) {
                        mapper.accept(t, out);
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream distinct() {
        return boxed().distinct().mapToDouble(v -> v);
    }

    @Override
    public DoubleStream sorted() {
        if ((known & SORT) != 0) {
            return passing(known);
        }
        return new DoublePipe(this, known | ORDER | SORT, false) {
            @Override
            boolean stateful() {
                return true;
            }

            @Override
            Sink<?> wrap(Sink<?> next) {
                return new SortSink(next);
            }
        };
    }

    /** Gathers everything, sorts at the end, pushes as much as is wanted. */
    private static final class SortSink extends Sink.Dbl {
        private double[] values;
        private int count;

        SortSink(Sink<?> next) {
            super(next);
        }

        @Override
        public void begin(long size) {
            if (size >= Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("Stream size exceeds max array size");
            }
            values = new double[size >= 0 ? (int) size : 16];
            count = 0;
        }

        @Override
        public void accept(double t) {
            if (count == values.length) {
                values = Arrays.copyOf(values, Math.max(16, count * 2));
            }
            values[count++] = t;
        }

        @Override
        public boolean done() {
            return false;
        }

        @Override
        public void end() {
            double[] sorted = values;
            values = null;
            Arrays.sort(sorted, 0, count);
            down.begin(count);
            for (int i = 0; i < count && !down.done(); i++) {
                down.accept(sorted[i]);
            }
            down.end();
        }
    }

    @Override
    public DoubleStream peek(DoubleConsumer action) {
        Objects.requireNonNull(action);
        return new DoublePipe(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Dbl(next) {
                    @Override
                    public void accept(double t) {
                        action.accept(t);
                        down.accept(t);
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public DoubleStream skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private DoubleStream slice(long skip, long limit) {
        return new DoublePipe(this, known, limit >= 0) {
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
                return new Sink.Dbl(next) {
                    private long toSkip = skip;
                    private long left = limit >= 0 ? limit : Long.MAX_VALUE;

                    @Override
                    public void begin(long size) {
                        down.begin(size < 0 ? size : Slice.size(size, skip, limit));
                    }

                    @Override
                    public void accept(double t) {
                        if (toSkip > 0) {
                            toSkip--;
                        } else if (left > 0) {
                            left--;
                            down.accept(t);
                        }
                    }

                    @Override
                    public boolean done() {
                        return left == 0 || down.done();
                    }
                };
            }
        };
    }

    @Override
    public void forEach(DoubleConsumer action) {
        Objects.requireNonNull(action);
        run((Sink.OfDouble) action::accept, false);
    }

    @Override
    public void forEachOrdered(DoubleConsumer action) {
        if (!isParallel()) {
            forEach(action);
            return;
        }
        Objects.requireNonNull(action);
        run(new Gather.OfDouble(), false).spliterator().forEachRemaining(action);
    }

    @Override
    Gather<?> gather() {
        return new Gather.OfDouble();
    }

    @Override
    public double[] toArray() {
        return run(new Gather.OfDouble(), false).toArray();
    }

    /** A value that is being accumulated. */
    private abstract static class Fold implements Sink.OfDouble {
        double value;
        boolean present;
    }

    /** Folds from an identity on, or from the first value. */
    private static final class Reduction extends Fold {
        private final double identity;
        private final boolean given;
        private final DoubleBinaryOperator op;

        Reduction(double identity, boolean given, DoubleBinaryOperator op) {
            this.identity = identity;
            this.given = given;
            this.op = op;
            this.value = identity;
            this.present = given;
        }

        @Override
        public void accept(double t) {
            value = present ? op.applyAsDouble(value, t) : t;
            present = true;
        }

        @Override
        public Sink<?> fresh() {
            return new Reduction(identity, given, op);
        }

        @Override
        public void join(Sink<?> right) {
            Reduction other = (Reduction) right;
            if (other.present) {
                accept(other.value);
            }
        }
    }

    @Override
    public double reduce(double identity, DoubleBinaryOperator op) {
        return run(new Reduction(identity, true, Objects.requireNonNull(op)), false).value;
    }

    @Override
    public OptionalDouble reduce(DoubleBinaryOperator op) {
        Fold result = run(new Reduction(0, false, Objects.requireNonNull(op)), false);
        return result.present ? OptionalDouble.of(result.value) : OptionalDouble.empty();
    }

    /** Values go into a container. */
    private static final class Filling<R> implements Sink.OfDouble {
        private final Supplier<R> supplier;
        private final ObjDoubleConsumer<R> accumulator;
        private final BiConsumer<R, R> combiner;
        private final R container;

        Filling(Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
            this.supplier = supplier;
            this.accumulator = accumulator;
            this.combiner = combiner;
            this.container = supplier.get();
        }

        @Override
        public void accept(double t) {
            accumulator.accept(container, t);
        }

        @Override
        public Sink<?> fresh() {
            return new Filling<>(supplier, accumulator, combiner);
        }

        @SuppressWarnings("unchecked")
        @Override
        public void join(Sink<?> right) {
            combiner.accept(container, ((Filling<R>) right).container);
        }
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        Objects.requireNonNull(accumulator);
        return run(new Filling<>(supplier, accumulator, combiner), false).container;
    }

    @Override
    public double sum() {
        return summaryStatistics().getSum();
    }

    @Override
    public OptionalDouble min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalDouble max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return Counting.count(this);
    }

    @Override
    public OptionalDouble average() {
        DoubleSummaryStatistics all = summaryStatistics();
        return all.getCount() > 0 ? OptionalDouble.of(all.getAverage()) : OptionalDouble.empty();
    }

    @Override
    public DoubleSummaryStatistics summaryStatistics() {
        return collect(DoubleSummaryStatistics::new, DoubleSummaryStatistics::accept, DoubleSummaryStatistics::combine);
    }

    /** Stops when the predicate first gives {@code stopOn}. */
    private static final class Match extends Fold {
        private final DoublePredicate predicate;
        private final boolean stopOn;

        Match(DoublePredicate predicate, boolean stopOn) {
            this.predicate = Objects.requireNonNull(predicate);
            this.stopOn = stopOn;
        }

        @Override
        public void accept(double t) {
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
            return new Match(predicate, stopOn);
        }

        @Override
        public void join(Sink<?> right) {
            present |= ((Match) right).present;
        }
    }

    @Override
    public boolean anyMatch(DoublePredicate predicate) {
        return run(new Match(predicate, true), true).present;
    }

    @Override
    public boolean allMatch(DoublePredicate predicate) {
        return !run(new Match(predicate, false), true).present;
    }

    @Override
    public boolean noneMatch(DoublePredicate predicate) {
        return !run(new Match(predicate, true), true).present;
    }

    /** Takes one value, the first one unless any will do. */
    private static final class Find extends Fold {
        private final boolean first;

        Find(boolean first) {
            this.first = first;
        }

        @Override
        public void accept(double t) {
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
            return new Find(first);
        }

        @Override
        public void join(Sink<?> right) {
            Find other = (Find) right;
            if (other.present) {
                accept(other.value);
            }
        }

        OptionalDouble result() {
            return present ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
    }

    @Override
    public OptionalDouble findFirst() {
        return run(new Find(ordered()), true).result();
    }

    @Override
    public OptionalDouble findAny() {
        return run(new Find(false), true).result();
    }
}
