package java.util.stream;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** The everyday collectors. */
public final class Collectors {
    private static final Set<Collector.Characteristics> NONE = Collections.emptySet();
    private static final Set<Collector.Characteristics> IDENTITY =
            Collections.unmodifiableSet(EnumSet.of(Collector.Characteristics.IDENTITY_FINISH));
    private static final Set<Collector.Characteristics> UNORDERED_IDENTITY = Collections.unmodifiableSet(
            EnumSet.of(Collector.Characteristics.UNORDERED, Collector.Characteristics.IDENTITY_FINISH));
    private static final Set<Collector.Characteristics> UNORDERED =
            Collections.unmodifiableSet(EnumSet.of(Collector.Characteristics.UNORDERED));
    private static final Set<Collector.Characteristics> CONCURRENT_IDENTITY = Collections.unmodifiableSet(EnumSet.of(
            Collector.Characteristics.CONCURRENT, Collector.Characteristics.UNORDERED, Collector.Characteristics.IDENTITY_FINISH));
    private static final Set<Collector.Characteristics> CONCURRENT = Collections.unmodifiableSet(
            EnumSet.of(Collector.Characteristics.CONCURRENT, Collector.Characteristics.UNORDERED));

    private Collectors() {
    }

    /** A collector of its parts. */
    static final class Simple<T, A, R> implements Collector<T, A, R> {
        private final Supplier<A> supplier;
        private final BiConsumer<A, T> accumulator;
        private final BinaryOperator<A> combiner;
        private final Function<A, R> finisher;
        private final Set<Characteristics> characteristics;

        Simple(Supplier<A> supplier, BiConsumer<A, T> accumulator, BinaryOperator<A> combiner, Function<A, R> finisher,
                Set<Characteristics> characteristics) {
            this.supplier = supplier;
            this.accumulator = accumulator;
            this.combiner = combiner;
            this.finisher = finisher;
            this.characteristics = characteristics;
        }

        @SuppressWarnings("unchecked")
        Simple(Supplier<A> supplier, BiConsumer<A, T> accumulator, BinaryOperator<A> combiner, Set<Characteristics> characteristics) {
            this(supplier, accumulator, combiner, a -> (R) a, characteristics);
        }

        @Override
        public Supplier<A> supplier() {
            return supplier;
        }

        @Override
        public BiConsumer<A, T> accumulator() {
            return accumulator;
        }

        @Override
        public BinaryOperator<A> combiner() {
            return combiner;
        }

        @Override
        public Function<A, R> finisher() {
            return finisher;
        }

        @Override
        public Set<Characteristics> characteristics() {
            return characteristics;
        }
    }

    /** A cell that lambdas can change. */
    private static final class Cell<T> {
        T value;
        boolean present;
    }

    private static IllegalStateException duplicateKey(Object k, Object u, Object v) {
        return new IllegalStateException("Duplicate key " + k + " (attempted merging values " + u + " and " + v + ")");
    }

    public static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> collectionFactory) {
        return new Simple<T, C, C>(collectionFactory, Collection<T>::add, (left, right) -> {
            left.addAll(right);
            return left;
        }, IDENTITY);
    }

    public static <T> Collector<T, ?, List<T>> toList() {
        return new Simple<T, List<T>, List<T>>(ArrayList::new, List::add, (left, right) -> {
            left.addAll(right);
            return left;
        }, IDENTITY);
    }

    @SuppressWarnings("unchecked")
    public static <T> Collector<T, ?, List<T>> toUnmodifiableList() {
        return new Simple<T, List<T>, List<T>>(ArrayList::new, List::add, (left, right) -> {
            left.addAll(right);
            return left;
        }, list -> (List<T>) List.of(list.toArray()), NONE);
    }

    public static <T> Collector<T, ?, Set<T>> toSet() {
        return new Simple<T, Set<T>, Set<T>>(HashSet::new, Set::add, Collectors::union, UNORDERED_IDENTITY);
    }

    private static <T> Set<T> union(Set<T> left, Set<T> right) {
        left.addAll(right);
        return left;
    }

    @SuppressWarnings("unchecked")
    public static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
        return new Simple<T, Set<T>, Set<T>>(HashSet::new, Set::add, Collectors::union, set -> (Set<T>) Set.of(set.toArray()), UNORDERED);
    }

    public static Collector<CharSequence, ?, String> joining() {
        return new Simple<CharSequence, StringBuilder, String>(StringBuilder::new, StringBuilder::append, (left, right) -> {
            left.append(right);
            return left;
        }, StringBuilder::toString, NONE);
    }

    public static Collector<CharSequence, ?, String> joining(CharSequence delimiter) {
        return joining(delimiter, "", "");
    }

    public static Collector<CharSequence, ?, String> joining(CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        return new Simple<CharSequence, StringJoiner, String>(() -> new StringJoiner(delimiter, prefix, suffix), StringJoiner::add,
                StringJoiner::merge, StringJoiner::toString, NONE);
    }

    public static <T, U, A, R> Collector<T, ?, R> mapping(Function<? super T, ? extends U> mapper,
            Collector<? super U, A, R> downstream) {
        BiConsumer<A, ? super U> add = downstream.accumulator();
        return new Simple<T, A, R>(downstream.supplier(), (r, t) -> add.accept(r, mapper.apply(t)), downstream.combiner(),
                downstream.finisher(), downstream.characteristics());
    }

    public static <T, U, A, R> Collector<T, ?, R> flatMapping(
            Function<? super T, ? extends Stream<? extends U>> mapper, Collector<? super U, A, R> downstream) {
        BiConsumer<A, ? super U> add = downstream.accumulator();
        return new Simple<T, A, R>(downstream.supplier(), (r, t) -> {
            try (Stream<? extends U> result = mapper.apply(t)) {
                if (result != null) {
                    result.sequential().forEach(u -> add.accept(r, u));
                }
            }
        }, downstream.combiner(), downstream.finisher(), downstream.characteristics());
    }

    public static <T, A, R> Collector<T, ?, R> filtering(Predicate<? super T> predicate, Collector<? super T, A, R> downstream) {
        BiConsumer<A, ? super T> add = downstream.accumulator();
        return new Simple<T, A, R>(downstream.supplier(), (r, t) -> {
            if (predicate.test(t)) {
                add.accept(r, t);
            }
        }, downstream.combiner(), downstream.finisher(), downstream.characteristics());
    }

    public static <T, A, R, RR> Collector<T, A, RR> collectingAndThen(Collector<T, A, R> downstream, Function<R, RR> finisher) {
        Set<Collector.Characteristics> characteristics = downstream.characteristics();
        if (characteristics.contains(Collector.Characteristics.IDENTITY_FINISH)) {
            EnumSet<Collector.Characteristics> rest = EnumSet.copyOf(characteristics);
            rest.remove(Collector.Characteristics.IDENTITY_FINISH);
            characteristics = rest.isEmpty() ? NONE : Collections.unmodifiableSet(rest);
        }
        return new Simple<>(downstream.supplier(), downstream.accumulator(), downstream.combiner(),
                downstream.finisher().andThen(finisher), characteristics);
    }

    public static <T> Collector<T, ?, Long> counting() {
        return summingLong(e -> 1L);
    }

    public static <T> Collector<T, ?, Optional<T>> minBy(Comparator<? super T> comparator) {
        return reducing(BinaryOperator.minBy(comparator));
    }

    public static <T> Collector<T, ?, Optional<T>> maxBy(Comparator<? super T> comparator) {
        return reducing(BinaryOperator.maxBy(comparator));
    }

    public static <T> Collector<T, ?, Integer> summingInt(ToIntFunction<? super T> mapper) {
        return new Simple<T, int[], Integer>(() -> new int[1], (a, t) -> a[0] += mapper.applyAsInt(t), (a, b) -> {
            a[0] += b[0];
            return a;
        }, a -> a[0], NONE);
    }

    public static <T> Collector<T, ?, Long> summingLong(ToLongFunction<? super T> mapper) {
        return new Simple<T, long[], Long>(() -> new long[1], (a, t) -> a[0] += mapper.applyAsLong(t), (a, b) -> {
            a[0] += b[0];
            return a;
        }, a -> a[0], NONE);
    }

    public static <T> Collector<T, ?, Double> summingDouble(ToDoubleFunction<? super T> mapper) {
        return new Simple<T, DoubleSummaryStatistics, Double>(DoubleSummaryStatistics::new,
                (s, t) -> s.accept(mapper.applyAsDouble(t)), Collectors::combined, DoubleSummaryStatistics::getSum, NONE);
    }

    private static DoubleSummaryStatistics combined(DoubleSummaryStatistics a, DoubleSummaryStatistics b) {
        a.combine(b);
        return a;
    }

    public static <T> Collector<T, ?, Double> averagingInt(ToIntFunction<? super T> mapper) {
        return averagingLong(t -> mapper.applyAsInt(t));
    }

    public static <T> Collector<T, ?, Double> averagingLong(ToLongFunction<? super T> mapper) {
        return new Simple<T, long[], Double>(() -> new long[2], (a, t) -> {
            a[0] += mapper.applyAsLong(t);
            a[1]++;
        }, (a, b) -> {
            a[0] += b[0];
            a[1] += b[1];
            return a;
        }, a -> a[1] == 0 ? 0.0d : (double) a[0] / a[1], NONE);
    }

    public static <T> Collector<T, ?, Double> averagingDouble(ToDoubleFunction<? super T> mapper) {
        return new Simple<T, DoubleSummaryStatistics, Double>(DoubleSummaryStatistics::new,
                (s, t) -> s.accept(mapper.applyAsDouble(t)), Collectors::combined, DoubleSummaryStatistics::getAverage, NONE);
    }

    public static <T> Collector<T, ?, T> reducing(T identity, BinaryOperator<T> op) {
        return reducing(identity, t -> t, op);
    }

    public static <T> Collector<T, ?, Optional<T>> reducing(BinaryOperator<T> op) {
        return new Simple<T, Cell<T>, Optional<T>>(Cell::new, (c, t) -> {
            c.value = c.present ? op.apply(c.value, t) : t;
            c.present = true;
        }, (a, b) -> {
            if (b.present) {
                a.value = a.present ? op.apply(a.value, b.value) : b.value;
                a.present = true;
            }
            return a;
        }, c -> Optional.ofNullable(c.value), NONE);
    }

    public static <T, U> Collector<T, ?, U> reducing(U identity, Function<? super T, ? extends U> mapper, BinaryOperator<U> op) {
        return new Simple<T, Cell<U>, U>(() -> {
            Cell<U> c = new Cell<>();
            c.value = identity;
            return c;
        }, (c, t) -> c.value = op.apply(c.value, mapper.apply(t)), (a, b) -> {
            a.value = op.apply(a.value, b.value);
            return a;
        }, c -> c.value, NONE);
    }

    public static <T, K> Collector<T, ?, Map<K, List<T>>> groupingBy(Function<? super T, ? extends K> classifier) {
        return groupingBy(classifier, toList());
    }

    public static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(Function<? super T, ? extends K> classifier,
            Collector<? super T, A, D> downstream) {
        return groupingBy(classifier, HashMap::new, downstream);
    }

    public static <T, K, D, A, M extends Map<K, D>> Collector<T, ?, M> groupingBy(Function<? super T, ? extends K> classifier,
            Supplier<M> mapFactory, Collector<? super T, A, D> downstream) {
        return grouping(classifier, mapFactory, downstream, IDENTITY, NONE);
    }

    public static <T, K> Collector<T, ?, ConcurrentMap<K, List<T>>> groupingByConcurrent(
            Function<? super T, ? extends K> classifier) {
        return groupingByConcurrent(classifier, ConcurrentHashMap::new, toList());
    }

    public static <T, K, A, D> Collector<T, ?, ConcurrentMap<K, D>> groupingByConcurrent(
            Function<? super T, ? extends K> classifier, Collector<? super T, A, D> downstream) {
        return groupingByConcurrent(classifier, ConcurrentHashMap::new, downstream);
    }

    public static <T, K, A, D, M extends ConcurrentMap<K, D>> Collector<T, ?, M> groupingByConcurrent(
            Function<? super T, ? extends K> classifier, Supplier<M> mapFactory, Collector<? super T, A, D> downstream) {
        return grouping(classifier, mapFactory, downstream, CONCURRENT_IDENTITY, CONCURRENT);
    }

    @SuppressWarnings("unchecked")
    private static <T, K, D, A, M extends Map<K, D>> Collector<T, ?, M> grouping(Function<? super T, ? extends K> classifier,
            Supplier<M> mapFactory, Collector<? super T, A, D> downstream, Set<Collector.Characteristics> identity,
            Set<Collector.Characteristics> finished) {
        Supplier<A> newContainer = downstream.supplier();
        BiConsumer<A, ? super T> add = downstream.accumulator();
        // Threads that share the map share its containers.
        boolean shared = finished == CONCURRENT
                && !downstream.characteristics().contains(Collector.Characteristics.CONCURRENT);
        BiConsumer<Map<K, A>, T> accumulator = (m, t) -> {
            K key = Objects.requireNonNull(classifier.apply(t), "element cannot be mapped to a null key");
            A container = m.computeIfAbsent(key, k -> newContainer.get());
            if (shared) {
                synchronized (container) {
                    add.accept(container, t);
                }
            } else {
                add.accept(container, t);
            }
        };
        BinaryOperator<Map<K, A>> combiner = mergingMaps(downstream.combiner());
        Supplier<Map<K, A>> factory = (Supplier<Map<K, A>>) (Supplier<?>) mapFactory;
        if (downstream.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH)) {
            return new Simple<T, Map<K, A>, M>(factory, accumulator, combiner, identity);
        }
        Function<A, A> finish = (Function<A, A>) downstream.finisher();
        return new Simple<T, Map<K, A>, M>(factory, accumulator, combiner, m -> {
            m.replaceAll((k, v) -> finish.apply(v));
            return (M) m;
        }, finished);
    }

    private static <K, V, M extends Map<K, V>> BinaryOperator<M> mergingMaps(BinaryOperator<V> merge) {
        return (a, b) -> {
            for (Map.Entry<K, V> e : b.entrySet()) {
                a.merge(e.getKey(), e.getValue(), merge);
            }
            return a;
        };
    }

    public static <T> Collector<T, ?, Map<Boolean, List<T>>> partitioningBy(Predicate<? super T> predicate) {
        return partitioningBy(predicate, toList());
    }

    public static <T, D, A> Collector<T, ?, Map<Boolean, D>> partitioningBy(Predicate<? super T> predicate,
            Collector<? super T, A, D> downstream) {
        BiConsumer<A, ? super T> add = downstream.accumulator();
        BinaryOperator<A> combine = downstream.combiner();
        Supplier<A> newContainer = downstream.supplier();
        Function<A, D> finish = downstream.finisher();
        return new Simple<T, Partition<A>, Map<Boolean, D>>(() -> new Partition<>(newContainer.get(), newContainer.get()),
                (p, t) -> add.accept(predicate.test(t) ? p.forTrue : p.forFalse, t),
                (a, b) -> new Partition<>(combine.apply(a.forTrue, b.forTrue), combine.apply(a.forFalse, b.forFalse)),
                p -> new Partition<>(finish.apply(p.forTrue), finish.apply(p.forFalse)), NONE);
    }

    /** A map of the keys false and true. */
    private static final class Partition<T> extends AbstractMap<Boolean, T> {
        final T forTrue;
        final T forFalse;

        Partition(T forTrue, T forFalse) {
            this.forTrue = forTrue;
            this.forFalse = forFalse;
        }

        @Override
        public T get(Object key) {
            return key instanceof Boolean ? ((Boolean) key ? forTrue : forFalse) : null;
        }

        @Override
        public boolean containsKey(Object key) {
            return key instanceof Boolean;
        }

        @Override
        public Set<Map.Entry<Boolean, T>> entrySet() {
            return new java.util.AbstractSet<Map.Entry<Boolean, T>>() {
                @Override
                public Iterator<Map.Entry<Boolean, T>> iterator() {
                    Map.Entry<Boolean, T> no = new SimpleImmutableEntry<>(false, forFalse);
                    Map.Entry<Boolean, T> yes = new SimpleImmutableEntry<>(true, forTrue);
                    return List.of(no, yes).iterator();
                }

                @Override
                public int size() {
                    return 2;
                }
            };
        }
    }

    public static <T, K, U> Collector<T, ?, Map<K, U>> toMap(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper) {
        return new Simple<T, Map<K, U>, Map<K, U>>(HashMap::new, uniqueKeys(keyMapper, valueMapper), Collectors::mergeUnique, IDENTITY);
    }

    private static <T, K, V, M extends Map<K, V>> BiConsumer<M, T> uniqueKeys(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends V> valueMapper) {
        return (map, element) -> {
            K k = keyMapper.apply(element);
            V v = Objects.requireNonNull(valueMapper.apply(element));
            V u = map.putIfAbsent(k, v);
            if (u != null) {
                throw duplicateKey(k, u, v);
            }
        };
    }

    private static <K, V, M extends Map<K, V>> M mergeUnique(M a, M b) {
        for (Map.Entry<K, V> e : b.entrySet()) {
            V v = Objects.requireNonNull(e.getValue());
            V u = a.putIfAbsent(e.getKey(), v);
            if (u != null) {
                throw duplicateKey(e.getKey(), u, v);
            }
        }
        return a;
    }

    @SuppressWarnings("unchecked")
    public static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper) {
        Objects.requireNonNull(keyMapper, "keyMapper");
        Objects.requireNonNull(valueMapper, "valueMapper");
        return collectingAndThen((Collector<T, Object, Map<K, U>>) Collectors.<T, K, U>toMap(keyMapper, valueMapper), Map::copyOf);
    }

    public static <T, K, U> Collector<T, ?, Map<K, U>> toMap(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper, BinaryOperator<U> mergeFunction) {
        return toMap(keyMapper, valueMapper, mergeFunction, HashMap::new);
    }

    @SuppressWarnings("unchecked")
    public static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper, BinaryOperator<U> mergeFunction) {
        Objects.requireNonNull(keyMapper, "keyMapper");
        Objects.requireNonNull(valueMapper, "valueMapper");
        Objects.requireNonNull(mergeFunction, "mergeFunction");
        Collector<T, ?, Map<K, U>> plain = toMap(keyMapper, valueMapper, mergeFunction, HashMap::new);
        return collectingAndThen((Collector<T, Object, Map<K, U>>) plain, Map::copyOf);
    }

    public static <T, K, U, M extends Map<K, U>> Collector<T, ?, M> toMap(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper, BinaryOperator<U> mergeFunction, Supplier<M> mapFactory) {
        return new Simple<T, M, M>(mapFactory,
                (m, t) -> m.merge(keyMapper.apply(t), valueMapper.apply(t), mergeFunction), mergingMaps(mergeFunction), IDENTITY);
    }

    public static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper) {
        return new Simple<T, ConcurrentMap<K, U>, ConcurrentMap<K, U>>(ConcurrentHashMap::new, uniqueKeys(keyMapper, valueMapper),
                Collectors::mergeUnique, CONCURRENT_IDENTITY);
    }

    public static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper, BinaryOperator<U> mergeFunction) {
        return toConcurrentMap(keyMapper, valueMapper, mergeFunction, ConcurrentHashMap::new);
    }

    public static <T, K, U, M extends ConcurrentMap<K, U>> Collector<T, ?, M> toConcurrentMap(
            Function<? super T, ? extends K> keyMapper, Function<? super T, ? extends U> valueMapper, BinaryOperator<U> mergeFunction,
            Supplier<M> mapFactory) {
        return new Simple<T, M, M>(mapFactory,
                (m, t) -> m.merge(keyMapper.apply(t), valueMapper.apply(t), mergeFunction), mergingMaps(mergeFunction),
                CONCURRENT_IDENTITY);
    }

    public static <T> Collector<T, ?, IntSummaryStatistics> summarizingInt(ToIntFunction<? super T> mapper) {
        return new Simple<T, IntSummaryStatistics, IntSummaryStatistics>(IntSummaryStatistics::new,
                (s, t) -> s.accept(mapper.applyAsInt(t)), (a, b) -> {
                    a.combine(b);
                    return a;
                }, IDENTITY);
    }

    public static <T> Collector<T, ?, LongSummaryStatistics> summarizingLong(ToLongFunction<? super T> mapper) {
        return new Simple<T, LongSummaryStatistics, LongSummaryStatistics>(LongSummaryStatistics::new,
                (s, t) -> s.accept(mapper.applyAsLong(t)), (a, b) -> {
                    a.combine(b);
                    return a;
                }, IDENTITY);
    }

    public static <T> Collector<T, ?, DoubleSummaryStatistics> summarizingDouble(ToDoubleFunction<? super T> mapper) {
        return new Simple<T, DoubleSummaryStatistics, DoubleSummaryStatistics>(DoubleSummaryStatistics::new,
                (s, t) -> s.accept(mapper.applyAsDouble(t)), Collectors::combined, IDENTITY);
    }

    public static <T, R1, R2, R> Collector<T, ?, R> teeing(Collector<? super T, ?, R1> downstream1,
            Collector<? super T, ?, R2> downstream2, BiFunction<? super R1, ? super R2, R> merger) {
        return teeing0(downstream1, downstream2, merger);
    }

    /** Two containers side by side. */
    private static final class Pair<A, B> {
        A left;
        B right;

        Pair(A left, B right) {
            this.left = left;
            this.right = right;
        }
    }

    private static <T, A1, A2, R1, R2, R> Collector<T, ?, R> teeing0(Collector<? super T, A1, R1> first,
            Collector<? super T, A2, R2> second, BiFunction<? super R1, ? super R2, R> merger) {
        Objects.requireNonNull(first, "downstream1");
        Objects.requireNonNull(second, "downstream2");
        Objects.requireNonNull(merger, "merger");
        Supplier<A1> newLeft = Objects.requireNonNull(first.supplier(), "downstream1 supplier");
        Supplier<A2> newRight = Objects.requireNonNull(second.supplier(), "downstream2 supplier");
        BiConsumer<A1, ? super T> addLeft = Objects.requireNonNull(first.accumulator(), "downstream1 accumulator");
        BiConsumer<A2, ? super T> addRight = Objects.requireNonNull(second.accumulator(), "downstream2 accumulator");
        return new Simple<T, Pair<A1, A2>, R>(() -> new Pair<>(newLeft.get(), newRight.get()), (p, t) -> {
            addLeft.accept(p.left, t);
            addRight.accept(p.right, t);
        }, (p, q) -> {
            p.left = first.combiner().apply(p.left, q.left);
            p.right = second.combiner().apply(p.right, q.right);
            return p;
        }, p -> merger.apply(first.finisher().apply(p.left), second.finisher().apply(p.right)), NONE);
    }
}
