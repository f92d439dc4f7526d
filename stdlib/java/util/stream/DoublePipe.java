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
        forEach(action);
    }

    /** Gathers the values in an array. */
    private static final class ArraySink implements Sink.OfDouble {
        private double[] values;
        private int count;

        @Override
        public void begin(long size) {
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("Stream size exceeds max array size");
            }
            values = new double[size >= 0 ? (int) size : 16];
        }

        @Override
        public void accept(double t) {
            if (count == values.length) {
                values = Arrays.copyOf(values, Math.max(16, count * 2));
            }
            values[count++] = t;
        }

        @Override
        public void end() {
            if (count != values.length) {
                values = Arrays.copyOf(values, count);
            }
        }
    }

    @Override
    public double[] toArray() {
        return run(new ArraySink(), false).values;
    }

    /** A value that is being accumulated. */
    private abstract static class Fold implements Sink.OfDouble {
        double value;
        boolean present;
    }

    @Override
    public double reduce(double identity, DoubleBinaryOperator op) {
        Objects.requireNonNull(op);
        Fold fold = new Fold() {
            @Override
            public void accept(double t) {
                value = op.applyAsDouble(value, t);
            }
        };
        fold.value = identity;
        return run(fold, false).value;
    }

    @Override
    public OptionalDouble reduce(DoubleBinaryOperator op) {
        Objects.requireNonNull(op);
        Fold result = run(new Fold() {
            @Override
            public void accept(double t) {
                value = present ? op.applyAsDouble(value, t) : t;
                present = true;
            }
        }, false);
        return result.present ? OptionalDouble.of(result.value) : OptionalDouble.empty();
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        Objects.requireNonNull(accumulator);
        R container = supplier.get();
        run((Sink.OfDouble) t -> accumulator.accept(container, t), false);
        return container;
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
    private boolean matches(DoublePredicate predicate, boolean stopOn) {
        Objects.requireNonNull(predicate);
        return run(new Fold() {
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
        }, true).present;
    }

    @Override
    public boolean anyMatch(DoublePredicate predicate) {
        return matches(predicate, true);
    }

    @Override
    public boolean allMatch(DoublePredicate predicate) {
        return !matches(predicate, false);
    }

    @Override
    public boolean noneMatch(DoublePredicate predicate) {
        return !matches(predicate, true);
    }

    @Override
    public OptionalDouble findFirst() {
        Fold result = run(new Fold() {
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
        }, true);
        return result.present ? OptionalDouble.of(result.value) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble findAny() {
        return findFirst();
    }
}
