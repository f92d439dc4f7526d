package java.util.stream;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** A stage of a stream of values of type int. */
abstract class IntPipe extends Pipe<Integer> implements IntStream {
    private static final int ORDER = Spliterator.ORDERED;
    private static final int SIZE = Spliterator.SIZED;
    private static final int SORT = Spliterator.SORTED;
    private static final int DIST = Spliterator.DISTINCT;

    IntPipe(Spliterator<?> source, int characteristics, boolean parallel) {
        super(source, characteristics, parallel);
    }

    IntPipe(Supplier<? extends Spliterator<?>> supplier, int characteristics, boolean parallel) {
        super(supplier, characteristics, parallel);
    }

    IntPipe(Pipe<?> previous, int known, boolean shortCircuit) {
        super(previous, known, shortCircuit);
    }

    /** The first stage. */
    static final class Head extends IntPipe {
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
        public void forEach(IntConsumer action) {
            if (isParallel()) {
                super.forEach(action);
                return;
            }
            Objects.requireNonNull(action);
            use();
            ((Spliterator.OfInt) takeSource()).forEachRemaining(action);
        }
    }

    @Override
    public IntStream sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public IntStream parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public IntStream unordered() {
        return ordered() ? passing(known & ~ORDER) : this;
    }

    private IntStream passing(int known) {
        return new IntPipe(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return next;
            }
        };
    }

    @Override
    public IntStream onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    @Override
    public Spliterator.OfInt spliterator() {
        use();
        if (previous == null) {
            return (Spliterator.OfInt) takeSource();
        }
        return new PulledInt(this);
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public IntStream filter(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new IntPipe(this, known & ~SIZE, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(int t) {
                        if (predicate.test(t)) {
                            down.accept(t);
                        }
                    }
                };
            }
        };
    }

    @Override
    public IntStream map(IntUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void accept(int t) {
                        down.accept(mapper.applyAsInt(t));
                    }
                };
            }
        };
    }

    @Override
    public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
        return toObjects(Objects.requireNonNull(mapper), known & ~(SORT | DIST));
    }

    private <U> Stream<U> toObjects(IntFunction<? extends U> mapper, int known) {
        return new RefPipe<U>(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                Sink<U> out = cast(next);
                return new Sink.Int(next) {
                    @Override
                    public void accept(int t) {
                        out.accept(mapper.apply(t));
                    }
                };
            }
        };
    }

    @Override
    public Stream<Integer> boxed() {
        return toObjects(Integer::valueOf, known);
    }

    @Override
    public LongStream mapToLong(IntToLongFunction mapper) {
        Objects.requireNonNull(mapper);
        return new LongPipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void accept(int t) {
                        down.accept(mapper.applyAsLong(t));
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipe(this, known & ~(SORT | DIST), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void accept(int t) {
                        down.accept(mapper.applyAsDouble(t));
                    }
                };
            }
        };
    }

    @Override
    public LongStream asLongStream() {
        return new LongPipe(this, known & ~0, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void accept(int t) {
                        down.accept((long) t);
                    }
                };
            }
        };
    }

    @Override
    public DoubleStream asDoubleStream() {
        return new DoublePipe(this, known & ~0, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void accept(int t) {
                        down.accept((double) t);
                    }
                };
            }
        };
    }

    @Override
    public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(int t) {
                        FlatSink.flow(mapper.apply(t), down);
                    }
                };
            }
        };
    }

    @Override
    public IntStream mapMulti(IntMapMultiConsumer mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipe(this, known & ~(SORT | DIST | SIZE), false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                IntConsumer out = next::accept;
                return new Sink.Int(next) {
                    @Override
                    public void begin(long size) {
                        down.begin(-1);
                    }

                    @Override
                    public void accept(int t) {
                        mapper.accept(t, out);
                    }
                };
            }
        };
    }

    @Override
    public IntStream distinct() {
        return boxed().distinct().mapToInt(v -> v);
    }

    @Override
    public IntStream sorted() {
        if ((known & SORT) != 0) {
            return passing(known);
        }
        return new IntPipe(this, known | ORDER | SORT, false) {
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
    private static final class SortSink extends Sink.Int {
        private int[] values;
        private int count;

        SortSink(Sink<?> next) {
            super(next);
        }

        @Override
        public void begin(long size) {
            if (size >= Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("Stream size exceeds max array size");
            }
            values = new int[size >= 0 ? (int) size : 16];
            count = 0;
        }

        @Override
        public void accept(int t) {
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
            int[] sorted = values;
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
    public IntStream peek(IntConsumer action) {
        Objects.requireNonNull(action);
        return new IntPipe(this, known, false) {
            @Override
            Sink<?> wrap(Sink<?> next) {
                return new Sink.Int(next) {
                    @Override
                    public void accept(int t) {
                        action.accept(t);
                        down.accept(t);
                    }
                };
            }
        };
    }

    @Override
    public IntStream limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public IntStream skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private IntStream slice(long skip, long limit) {
        return new IntPipe(this, known, limit >= 0) {
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
                return new Sink.Int(next) {
                    private long toSkip = skip;
                    private long left = limit >= 0 ? limit : Long.MAX_VALUE;

                    @Override
                    public void begin(long size) {
                        down.begin(size < 0 ? size : Slice.size(size, skip, limit));
                    }

                    @Override
                    public void accept(int t) {
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
    public void forEach(IntConsumer action) {
        Objects.requireNonNull(action);
        run((Sink.OfInt) action::accept, false);
    }

    @Override
    public void forEachOrdered(IntConsumer action) {
        if (!isParallel()) {
            forEach(action);
            return;
        }
        Objects.requireNonNull(action);
        run(new Gather.OfInt(), false).spliterator().forEachRemaining(action);
    }

    @Override
    Gather<?> gather() {
        return new Gather.OfInt();
    }

    @Override
    public int[] toArray() {
        return run(new Gather.OfInt(), false).toArray();
    }

    /** A value that is being accumulated. */
    private abstract static class Fold implements Sink.OfInt {
        int value;
        boolean present;
    }

    /** Folds from an identity on, or from the first value. */
    private static final class Reduction extends Fold {
        private final int identity;
        private final boolean given;
        private final IntBinaryOperator op;

        Reduction(int identity, boolean given, IntBinaryOperator op) {
            this.identity = identity;
            this.given = given;
            this.op = op;
            this.value = identity;
            this.present = given;
        }

        @Override
        public void accept(int t) {
            value = present ? op.applyAsInt(value, t) : t;
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
    public int reduce(int identity, IntBinaryOperator op) {
        return run(new Reduction(identity, true, Objects.requireNonNull(op)), false).value;
    }

    @Override
    public OptionalInt reduce(IntBinaryOperator op) {
        Fold result = run(new Reduction(0, false, Objects.requireNonNull(op)), false);
        return result.present ? OptionalInt.of(result.value) : OptionalInt.empty();
    }

    /** Values go into a container. */
    private static final class Filling<R> implements Sink.OfInt {
        private final Supplier<R> supplier;
        private final ObjIntConsumer<R> accumulator;
        private final BiConsumer<R, R> combiner;
        private final R container;

        Filling(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
            this.supplier = supplier;
            this.accumulator = accumulator;
            this.combiner = combiner;
            this.container = supplier.get();
        }

        @Override
        public void accept(int t) {
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
    public <R> R collect(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        Objects.requireNonNull(accumulator);
        return run(new Filling<>(supplier, accumulator, combiner), false).container;
    }

    @Override
    public int sum() {
        return reduce(0, Integer::sum);
    }

    @Override
    public OptionalInt min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalInt max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return Counting.count(this);
    }

    @Override
    public OptionalDouble average() {
        IntSummaryStatistics all = summaryStatistics();
        return all.getCount() > 0 ? OptionalDouble.of(all.getAverage()) : OptionalDouble.empty();
    }

    @Override
    public IntSummaryStatistics summaryStatistics() {
        return collect(IntSummaryStatistics::new, IntSummaryStatistics::accept, IntSummaryStatistics::combine);
    }

    /** Stops when the predicate first gives {@code stopOn}. */
    private static final class Match extends Fold {
        private final IntPredicate predicate;
        private final boolean stopOn;

        Match(IntPredicate predicate, boolean stopOn) {
            this.predicate = Objects.requireNonNull(predicate);
            this.stopOn = stopOn;
        }

        @Override
        public void accept(int t) {
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
    public boolean anyMatch(IntPredicate predicate) {
        return run(new Match(predicate, true), true).present;
    }

    @Override
    public boolean allMatch(IntPredicate predicate) {
        return !run(new Match(predicate, false), true).present;
    }

    @Override
    public boolean noneMatch(IntPredicate predicate) {
        return !run(new Match(predicate, true), true).present;
    }

    /** Takes one value, the first one unless any will do. */
    private static final class Find extends Fold {
        private final boolean first;

        Find(boolean first) {
            this.first = first;
        }

        @Override
        public void accept(int t) {
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

        OptionalInt result() {
            return present ? OptionalInt.of(value) : OptionalInt.empty();
        }
    }

    @Override
    public OptionalInt findFirst() {
        return run(new Find(ordered()), true).result();
    }

    @Override
    public OptionalInt findAny() {
        return run(new Find(false), true).result();
    }
}
