package java.util.stream;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/** A stage of a stream of values of type long. */
abstract class LongPipe extends Pipe<Long> implements LongStream {
    private static final int ORDER = Spliterator.ORDERED;
    private static final int SIZE = Spliterator.SIZED;
    private static final int SORT = Spliterator.SORTED;
    private static final int DIST = Spliterator.DISTINCT;

    LongPipe(Spliterator<?> source, int characteristics, boolean parallel) {
        super(source, characteristics, parallel);
    }

    LongPipe(Supplier<? extends Spliterator<?>> supplier, int characteristics, boolean parallel) {
        super(supplier, characteristics, parallel);
    }

    LongPipe(Pipe<?> previous, int known, boolean shortCircuit) {
        super(previous, known, shortCircuit);
    }

    /** The first stage. */
    static final class Head extends LongPipe {
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
        public void forEach(LongConsumer action) {
            if (isParallel()) {
                super.forEach(action);
                return;
            }
            Objects.requireNonNull(action);
            use();
            ((Spliterator.OfLong) takeSource()).forEachRemaining(action);
        }
    }

    @Override
    public LongStream sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public LongStream parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public LongStream unordered() {
        return ordered() ? passing(known & ~ORDER) : this;
    }

    private LongStream passing(int known) {
        return new LongPipe(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return next;
            }
        };
    }

    @Override
    public LongStream onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    @Override
    public Spliterator.OfLong spliterator() {
        use();
        if (previous == null) {
            return (Spliterator.OfLong) takeSource();
        }
        return new PulledLong(this);
    }

    @Override
    public PrimitiveIterator.OfLong iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public LongStream filter(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new LongPipe(this, known & ~SIZE, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Lng(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(long t) {
                        if (predicate.test(t)) {
                            down.accept(t);
                        }
                    }
                };
            }
        };
    }

    @Override
    public LongStream map(LongUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new LongPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Lng(next) {
                    @Override
                    public void accept(long t) {
                        down.accept(mapper.applyAsLong(t));
                    }
                };
            }
        };
    }

    @Override
    public <U> Stream<U> mapToObj(LongFunction<? extends U> mapper) {
        return toObjects(Objects.requireNonNull(mapper), known & ~(SORT | DIST));
    }

    private <U> Stream<U> toObjects(LongFunction<? extends U> mapper, int known) {
        return new RefPipe<U>(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<U> out = cast(next);
                return new Sink.Lng(next) {
                    @Override
                    public void accept(long t) {
                        out.accept(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public Stream<Long> boxed() {
        return toObjects(Long::valueOf, known);
    }

    @Override
    public IntStream mapToInt(LongToIntFunction mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Lng(next) {
                    @Override
                    public void accept(long t) {
                        down.accept(mapper.applyAsInt(t));
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream mapToDouble(LongToDoubleFunction mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Lng(next) {
                    @Override
                    public void accept(long t) {
                        down.accept(mapper.applyAsDouble(t));
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream asDoubleStream() {
        return new DoublePipe(this, known & ~DIST, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Lng(next) {
                    @Override
                    public void accept(long t) {
                        down.accept((double) t);
                    }
                };
            }
        };
    }

    @Override
    public LongStream flatMap(LongFunction<? extends LongStream> mapper) {
        Objects.requireNonNull(mapper);
        return new LongPipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Lng(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(long t) {
                        FlatSink.flow(mapper.apply(t), down);
                    }
                };
            }
        };
    }

    @Override
    public LongStream mapMulti(LongMapMultiConsumer mapper) {
        Objects.requireNonNull(mapper);
        return new LongPipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                LongConsumer out = next::accept;
                return new Sink.Lng(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(long t) {
                        mapper.accept(t, out);
                    }
                };
            }
        };
    }

    @Override
    public LongStream distinct() {
        return boxed().distinct().mapToLong(v -> v);
    }

    @Override
    public LongStream sorted() {
        if ((known & SORT) != 0) {
            return passing(known);
        }
        return new LongPipe(this, known | ORDER | SORT, false) {
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
    private static final class SortSink extends Sink.Lng {
        private long[] values;
        private int count;

        SortSink(Sink<?> next) {
            super(next);
        }

        @Override
        public void begin(long size) {
            if (size >= Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("Stream size exceeds max array size");
            }
            values = new long[size >= 0 ? (int) size : 16];
            count = 0;
        }

        @Override
        public void accept(long t) {
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
            long[] sorted = values;
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
    public LongStream peek(LongConsumer action) {
        Objects.requireNonNull(action);
        return new LongPipe(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Lng(next) {
                    @Override
                    public void accept(long t) {
                        action.accept(t);
                        down.accept(t);
                    }
                };
            }
        };
    }

    @Override
    public LongStream limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public LongStream skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private LongStream slice(long skip, long limit) {
        return new LongPipe(this, known, limit >= 0) {
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
                return new Sink.Lng(next) {
                    private long toSkip = skip;
                    private long left = limit >= 0 ? limit : Long.MAX_VALUE;

                    @Override
                    public void begin(long size) {
                        down.begin(size < 0 ? size : Slice.size(size, skip, limit));
                    }

                    @Override
                    public void accept(long t) {
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
    public void forEach(LongConsumer action) {
        Objects.requireNonNull(action);
        run((Sink.OfLong) action::accept, false);
    }

    @Override
    public void forEachOrdered(LongConsumer action) {
        if (!isParallel()) {
            forEach(action);
            return;
        }
        Objects.requireNonNull(action);
        run(new Gather.OfLong(), false).spliterator().forEachRemaining(action);
    }

    @Override
    Gather<?> gather() {
        return new Gather.OfLong();
    }

    @Override
    public long[] toArray() {
        return run(new Gather.OfLong(), false).toArray();
    }

    /** A value that is being accumulated. */
    private abstract static class Fold implements Sink.OfLong {
        long value;
        boolean present;
    }

    /** Folds from an identity on, or from the first value. */
    private static final class Reduction extends Fold {
        private final long identity;
        private final boolean given;
        private final LongBinaryOperator op;

        Reduction(long identity, boolean given, LongBinaryOperator op) {
            this.identity = identity;
            this.given = given;
            this.op = op;
            this.value = identity;
            this.present = given;
        }

        @Override
        public void accept(long t) {
            value = present ? op.applyAsLong(value, t) : t;
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
    public long reduce(long identity, LongBinaryOperator op) {
        return run(new Reduction(identity, true, Objects.requireNonNull(op)), false).value;
    }

    @Override
    public OptionalLong reduce(LongBinaryOperator op) {
        Fold result = run(new Reduction(0, false, Objects.requireNonNull(op)), false);
        return result.present ? OptionalLong.of(result.value) : OptionalLong.empty();
    }

    /** Values go into a container. */
    private static final class Filling<R> implements Sink.OfLong {
        private final Supplier<R> supplier;
        private final ObjLongConsumer<R> accumulator;
        private final BiConsumer<R, R> combiner;
        private final R container;

        Filling(Supplier<R> supplier, ObjLongConsumer<R> accumulator, BiConsumer<R, R> combiner) {
            this.supplier = supplier;
            this.accumulator = accumulator;
            this.combiner = combiner;
            this.container = supplier.get();
        }

        @Override
        public void accept(long t) {
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
    public <R> R collect(Supplier<R> supplier, ObjLongConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        Objects.requireNonNull(accumulator);
        return run(new Filling<>(supplier, accumulator, combiner), false).container;
    }

    @Override
    public long sum() {
        return reduce(0, Long::sum);
    }

    @Override
    public OptionalLong min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalLong max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return Counting.count(this);
    }

    @Override
    public OptionalDouble average() {
        LongSummaryStatistics all = summaryStatistics();
        return all.getCount() > 0 ? OptionalDouble.of(all.getAverage()) : OptionalDouble.empty();
    }

    @Override
    public LongSummaryStatistics summaryStatistics() {
        return collect(LongSummaryStatistics::new, LongSummaryStatistics::accept, LongSummaryStatistics::combine);
    }

    /** Stops when the predicate first gives {@code stopOn}. */
    private static final class Match extends Fold {
        private final LongPredicate predicate;
        private final boolean stopOn;

        Match(LongPredicate predicate, boolean stopOn) {
            this.predicate = Objects.requireNonNull(predicate);
            this.stopOn = stopOn;
        }

        @Override
        public void accept(long t) {
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
    public boolean anyMatch(LongPredicate predicate) {
        return run(new Match(predicate, true), true).present;
    }

    @Override
    public boolean allMatch(LongPredicate predicate) {
        return !run(new Match(predicate, false), true).present;
    }

    @Override
    public boolean noneMatch(LongPredicate predicate) {
        return !run(new Match(predicate, true), true).present;
    }

    /** Takes one value, the first one unless any will do. */
    private static final class Find extends Fold {
        private final boolean first;

        Find(boolean first) {
            this.first = first;
        }

        @Override
        public void accept(long t) {
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

        OptionalLong result() {
            return present ? OptionalLong.of(value) : OptionalLong.empty();
        }
    }

    @Override
    public OptionalLong findFirst() {
        return run(new Find(ordered()), true).result();
    }

    @Override
    public OptionalLong findAny() {
        return run(new Find(false), true).result();
    }
}
