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
        forEach(action);
    }

    /** Gathers the values in an array. */
    private static final class ArraySink implements Sink.OfInt {
        private int[] values;
        private int count;

        @Override
        public void begin(long size) {
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("Stream size exceeds max array size");
            }
            values = new int[size >= 0 ? (int) size : 16];
        }

        @Override
        public void accept(int t) {
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
    public int[] toArray() {
        return run(new ArraySink(), false).values;
    }

    /** A value that is being accumulated. */
    private abstract static class Fold implements Sink.OfInt {
        int value;
        boolean present;
    }

    @Override
    public int reduce(int identity, IntBinaryOperator op) {
        Objects.requireNonNull(op);
        Fold fold = new Fold() {
            @Override
            public void accept(int t) {
                value = op.applyAsInt(value, t);
            }
        };
        fold.value = identity;
        return run(fold, false).value;
    }

    @Override
    public OptionalInt reduce(IntBinaryOperator op) {
        Objects.requireNonNull(op);
        Fold result = run(new Fold() {
            @Override
            public void accept(int t) {
                value = present ? op.applyAsInt(value, t) : t;
                present = true;
            }
        }, false);
        return result.present ? OptionalInt.of(result.value) : OptionalInt.empty();
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        Objects.requireNonNull(accumulator);
        R container = supplier.get();
        run((Sink.OfInt) t -> accumulator.accept(container, t), false);
        return container;
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
    private boolean matches(IntPredicate predicate, boolean stopOn) {
        Objects.requireNonNull(predicate);
        return run(new Fold() {
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
        }, true).present;
    }

    @Override
    public boolean anyMatch(IntPredicate predicate) {
        return matches(predicate, true);
    }

    @Override
    public boolean allMatch(IntPredicate predicate) {
        return !matches(predicate, false);
    }

    @Override
    public boolean noneMatch(IntPredicate predicate) {
        return !matches(predicate, true);
    }

    @Override
    public OptionalInt findFirst() {
        Fold result = run(new Fold() {
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
        }, true);
        return result.present ? OptionalInt.of(result.value) : OptionalInt.empty();
    }

    @Override
    public OptionalInt findAny() {
        return findFirst();
    }
}
