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
        forEach(action);
    }

    /** Gathers the elements in an array. */
    private static final class ArraySink<T> implements Sink<T> {
        private final IntFunction<? extends Object[]> generator;
        private Object[] array;
        private int count;
        private boolean exact;

        ArraySink(IntFunction<? extends Object[]> generator) {
            this.generator = generator;
        }

        @Override
        public void begin(long size) {
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("Stream size exceeds max array size");
            }
            exact = size >= 0;
            array = exact ? generator.apply((int) size) : new Object[16];
        }

        @Override
        public void accept(T t) {
            if (count == array.length) {
                if (exact) {
                    throw new IllegalStateException("Accept exceeded fixed size of " + array.length);
                }
                array = Arrays.copyOf(array, count * 2);
            }
            array[count++] = t;
        }

        @Override
        public void end() {
            if (exact) {
                if (count < array.length) {
                    throw new IllegalStateException("End size " + count + " is less than fixed size " + array.length);
                }
            } else {
                Object[] result = generator.apply(count);
                System.arraycopy(array, 0, result, 0, count);
                array = result;
            }
        }
    }

    @Override
    public Object[] toArray() {
        return run(new ArraySink<T>(Object[]::new), false).array;
    }

    @SuppressWarnings("unchecked")
    @Override
    public <A> A[] toArray(IntFunction<A[]> generator) {
        return (A[]) run(new ArraySink<T>(Objects.requireNonNull(generator)), false).array;
    }

    /** A value that is being accumulated. */
    private abstract static class Fold<T, U> implements Sink<T> {
        U value;
        boolean present;
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        return reduce(identity, (BiFunction<T, T, T>) accumulator, accumulator);
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        Objects.requireNonNull(accumulator);
        Fold<T, T> result = run(new Fold<T, T>() {
            @Override
            public void accept(T t) {
                value = present ? accumulator.apply(value, t) : t;
                present = true;
            }
        }, false);
        return result.present ? Optional.of(result.value) : Optional.empty();
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        Fold<T, U> fold = new Fold<T, U>() {
            @Override
            public void accept(T t) {
                value = accumulator.apply(value, t);
            }
        };
        fold.value = identity;
        return run(fold, false).value;
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        R container = supplier.get();
        run(new Sink<T>() {
            @Override
            public void accept(T t) {
                accumulator.accept(container, t);
            }
        }, false);
        return container;
    }

    @SuppressWarnings("unchecked")
    @Override
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        A container = collector.supplier().get();
        BiConsumer<A, ? super T> accumulator = collector.accumulator();
        run(new Sink<T>() {
            @Override
            public void accept(T t) {
                accumulator.accept(container, t);
            }
        }, false);
        return collector.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH)
                ? (R) container
                : collector.finisher().apply(container);
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
    private boolean matches(Predicate<? super T> predicate, boolean stopOn) {
        Objects.requireNonNull(predicate);
        return run(new Fold<T, Object>() {
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
        }, true).present;
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        return matches(predicate, true);
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        return !matches(predicate, false);
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        return !matches(predicate, true);
    }

    @Override
    public Optional<T> findFirst() {
        Fold<T, T> result = run(new Fold<T, T>() {
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
        }, true);
        return result.present ? Optional.of(result.value) : Optional.empty();
    }

    @Override
    public Optional<T> findAny() {
        return findFirst();
    }
}
