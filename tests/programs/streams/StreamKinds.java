import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Streams of all kinds and every collector. */
public class StreamKinds {
    static final class P { final String name; final int age; final String city; final double pay; P(String n, int a, String c, double p) { name = n; age = a; city = c; pay = p; } String name() { return name; } int age() { return age; } String city() { return city; } double pay() { return pay; } public String toString() { return name; } }
    static final List<P> ALL = List.of(new P("Ann", 31, "Rome", 10.5), new P("Bob", 25, "Oslo", 20), new P("Cid", 31, "Rome", 7.25), new P("Dee", 44, "Bern", 99.9), new P("Eve", 19, "Oslo", 1), new P("Flo", 25, "Rome", 55.5));
    static void p(Object o) { System.out.println(o); }
    public static void main(String[] args) {
        p(ALL.stream().collect(Collectors.groupingBy(P::city)).entrySet().stream().sorted(Map.Entry.comparingByKey()).collect(Collectors.toList()));
        p(ALL.stream().collect(Collectors.groupingBy(P::city, TreeMap::new, Collectors.averagingInt(P::age))));
        p(ALL.stream().collect(Collectors.groupingBy(P::age, TreeMap::new, Collectors.mapping(P::name, Collectors.joining("/", "<", ">")))));
        p(ALL.stream().collect(Collectors.partitioningBy(x -> x.age() > 30, Collectors.counting())));
        p(ALL.stream().collect(Collectors.groupingBy(P::city, LinkedHashMap::new, Collectors.collectingAndThen(Collectors.toList(), List::size))));
        p(ALL.stream().collect(Collectors.groupingBy(P::city, TreeMap::new, Collectors.filtering(x -> x.pay() > 9, Collectors.toSet()))).keySet());
        p(ALL.stream().collect(Collectors.groupingBy(P::city, TreeMap::new, Collectors.flatMapping(x -> Stream.of(x.name().toLowerCase(), x.age()), Collectors.toList()))));
        p(ALL.stream().collect(Collectors.groupingBy(P::city, TreeMap::new, Collectors.reducing(0.0, P::pay, Double::sum))));
        p(ALL.stream().collect(Collectors.groupingBy(P::city, TreeMap::new, Collectors.maxBy(Comparator.comparingDouble(P::pay)))));
        p(ALL.stream().collect(Collectors.groupingBy(P::city, TreeMap::new, Collectors.summarizingDouble(P::pay))));
        p(ALL.stream().collect(Collectors.toMap(P::city, P::pay, Double::sum, TreeMap::new)));
        p(ALL.stream().collect(Collectors.teeing(Collectors.counting(), Collectors.averagingDouble(P::pay), (n, a) -> n + " avg " + a)));
        p(ALL.stream().collect(Collectors.summingInt(P::age)) + " " + ALL.stream().collect(Collectors.summingLong(P::age)) + " " + ALL.stream().collect(Collectors.summingDouble(P::pay)));
        p(ALL.stream().collect(Collectors.summarizingInt(P::age)) + " " + ALL.stream().collect(Collectors.summarizingLong(P::age)));
        p(ALL.stream().map(P::name).collect(Collectors.collectingAndThen(Collectors.toCollection(ArrayDeque::new), d -> { d.addFirst("start"); return d; })));
        p(ALL.stream().collect(StringBuilder::new, (b, x) -> b.append(x.name().charAt(0)), StringBuilder::append).reverse());
        p(ALL.stream().collect(Collector.of(() -> new int[2], (a, x) -> { a[0] += x.age(); a[1]++; }, (a, b) -> { a[0] += b[0]; a[1] += b[1]; return a; }, a -> a[0] / a[1])));
        p(ALL.stream().sorted(Comparator.comparing(P::city).reversed().thenComparing(P::age, Comparator.reverseOrder()).thenComparing(P::name)).map(P::name).collect(Collectors.joining()));
        p(ALL.stream().map(P::age).distinct().sorted(Collections.reverseOrder()).toList());
        p(ALL.stream().mapToInt(P::age).boxed().collect(Collectors.toCollection(TreeSet::new)).descendingSet());
        p(Stream.iterate(1, x -> x * 3).limit(8).toList() + " " + Stream.iterate(1, x -> x < 50, x -> x * 2).map(String::valueOf).collect(Collectors.joining("|")));
        p(IntStream.rangeClosed(1, 5).mapToObj(i -> "x".repeat(i)).toList() + " " + IntStream.range(5, 1).count() + " " + IntStream.of(3, 1, 2).sorted().boxed().toList());
        p(IntStream.rangeClosed(1, 10).summaryStatistics() + " " + LongStream.of(5, 7).summaryStatistics() + " " + DoubleStream.of(1.5, 2.5).summaryStatistics() + " " + IntStream.empty().summaryStatistics() + DoubleStream.empty().summaryStatistics());
        p(IntStream.rangeClosed(1, 5).reduce((a, b) -> a * b) + " " + IntStream.empty().max() + " " + LongStream.range(0, 5).sum() + " " + DoubleStream.of(0.1, 0.2, 0.3).sum() + " " + DoubleStream.of(0.1, 0.2, 0.3).average() + " " + IntStream.of(1, 2).average());
        p(Stream.of("a,b", "c").flatMap(s -> Arrays.stream(s.split(","))).toList() + " " + Stream.of(1, 2, 3).mapMulti((Integer i, Consumer<Object> c) -> { for (int k = 0; k < i; k++) c.accept(i); }).toList() + " " + Stream.of("ab", "cd").flatMapToInt(String::chars).mapToObj(c -> (char) c).toList());
        p(Stream.of(1, 2, 3, 4, 5, 1).takeWhile(x -> x < 4).toList() + " " + Stream.of(1, 2, 3, 4, 5, 1).dropWhile(x -> x < 4).toList() + " " + Stream.of(5, 3, 8).reduce(Integer::max) + " " + Stream.of(5, 3, 8).reduce(0, Integer::sum) + " " + Stream.of("a", "bb").reduce(0, (n, s) -> n + s.length(), Integer::sum));
        p(Stream.of(1, 2, 3).anyMatch(x -> x > 2) + " " + Stream.of(1, 2, 3).allMatch(x -> x > 2) + " " + Stream.of(1, 2, 3).noneMatch(x -> x > 3) + " " + Stream.empty().allMatch(x -> false) + " " + Stream.of(1, 2).findFirst() + " " + Stream.empty().findAny() + " " + Stream.of("b", "a").min(Comparator.naturalOrder()) + " " + Stream.of("b", "a").max(String::compareTo));
        List<String> log = new ArrayList<>(); Stream<Integer> lazy = Stream.of(4, 2, 9, 1).peek(x -> log.add("p" + x)).filter(x -> x > 1).peek(x -> log.add("f" + x)).sorted().peek(x -> log.add("s" + x)); log.add("built"); p(lazy.limit(2).toList() + " " + log); log.clear();
        p(Stream.of(1, 2, 3, 4).peek(x -> log.add("a" + x)).map(x -> x * x).peek(x -> log.add("b" + x)).anyMatch(x -> x > 3) + " " + log);
        p(Stream.concat(Stream.of(1), Stream.concat(Stream.of(2), Stream.empty())).toList() + " " + Stream.ofNullable(null).count() + " " + Stream.generate(() -> "z").limit(3).collect(Collectors.joining()) + " " + Stream.<String>builder().add("x").add("y").build().toList());
        p(Arrays.stream(new int[] {1, 2, 3, 4}, 1, 3).sum() + " " + Arrays.stream(new String[] {"q", "r"}).toList() + " " + "hello".chars().filter(c -> c == 'l').count() + " " + "a1b2".chars().mapToObj(c -> String.valueOf((char) c)).filter(s -> Character.isDigit(s.charAt(0))).toList() + " " + "x\ny\r\nz".lines().toList());
        p(IntStream.range(0, 5).mapToLong(i -> (long) i << 33).sum() + " " + IntStream.range(0, 4).asDoubleStream().map(Math::sqrt).sum() + " " + DoubleStream.of(1.9, -1.9).mapToInt(d -> (int) d).boxed().toList() + " " + LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b) + " " + IntStream.iterate(10, i -> i > 0, i -> i - 3).boxed().toList() + " " + DoubleStream.iterate(1, d -> d / 2).limit(4).boxed().toList());
        p(Stream.of("one", "two", "three").collect(Collectors.toUnmodifiableMap(s -> s, String::length)).get("three") + " " + Stream.of(1, 2, 2).collect(Collectors.toUnmodifiableSet()).size() + " " + Stream.of(1, 2, 3).toArray().length + " " + Arrays.toString(Stream.of(1, 2, 3).toArray(Integer[]::new)) + Arrays.toString(IntStream.of(1, 2).toArray()));
        Iterator<Integer> it = Stream.of(7, 8).iterator(); p(it.next() + it.next() + " " + it.hasNext()); PrimitiveIterator.OfInt pi = IntStream.range(0, 2).iterator(); p(pi.nextInt() + pi.next() + " " + pi.hasNext());
        Spliterator<Integer> sp = List.of(1, 2, 3, 4, 5, 6).spliterator(); Spliterator<Integer> half = sp.trySplit(); List<Integer> seen = new ArrayList<>(); half.forEachRemaining(seen::add); p(seen + " " + sp.estimateSize() + " " + sp.hasCharacteristics(Spliterator.SIZED)); p(StreamSupport.stream(sp, false).map(x -> x * 10).toList());
        StringBuilder closed = new StringBuilder(); try (Stream<Integer> c = Stream.of(1).onClose(() -> closed.append("1")).onClose(() -> closed.append("2"))) { p(c.count()); } p(closed);
        p(Stream.of(3, 1, 2).sorted(Comparator.nullsFirst(Comparator.naturalOrder())).toList() + " " + Stream.of("b", null, "a").sorted(Comparator.nullsLast(Comparator.naturalOrder())).toList() + " " + Stream.of(1, 2, 3, 4).skip(1).limit(2).skip(1).toList() + Stream.of(1, 2, 3).parallel().map(x -> x + 1).sequential().isParallel());
        p(ALL.stream().collect(Collectors.groupingByConcurrent(P::city, Collectors.counting())).get("Rome") + " " + ALL.stream().collect(Collectors.minBy(Comparator.comparing(P::age).thenComparing(P::name))).get() + " " + Stream.of(1, 2, 3, 4).collect(Collectors.partitioningBy(x -> x % 2 == 0)) + Stream.<Integer>empty().collect(Collectors.partitioningBy(x -> x > 0)) + " " + Stream.<String>empty().collect(Collectors.joining(",", "{", "}")) + Stream.<Integer>empty().collect(Collectors.averagingInt(x -> x)));
        Map<Boolean, Map<String, List<Integer>>> nested = ALL.stream().collect(Collectors.partitioningBy(x -> x.pay() > 10, Collectors.groupingBy(P::city, TreeMap::new, Collectors.mapping(P::age, Collectors.toList())))); p(nested);
        Supplier<IntStream> primes = () -> IntStream.rangeClosed(2, 50).filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0)); p(primes.get().boxed().toList() + " " + primes.get().sum()); p(IntStream.rangeClosed(1, 15).mapToObj(i -> i % 15 == 0 ? "FizzBuzz" : i % 5 == 0 ? "Buzz" : i % 3 == 0 ? "Fizz" : "" + i).collect(Collectors.joining(" ")));
        p(Stream.iterate(new int[] {0, 1}, f -> new int[] {f[1], f[0] + f[1]}).mapToInt(f -> f[0]).limit(15).boxed().toList()); UnaryOperator<Integer> inc = x -> x + 1; Function<Integer, Integer> f = inc.andThen(x -> x * 2).compose(x -> x - 3); p(f.apply(10) + " " + Function.<Integer>identity().apply(4) + " " + BinaryOperator.minBy(Comparator.<Integer>naturalOrder()).apply(3, 2) + " " + Predicate.not((String s) -> s.isEmpty()).and(s -> s.length() < 3).or(s -> s.startsWith("zzz")).negate().test("ab"));
        p(new Random(5).ints(5, 0, 100).boxed().toList() + " " + new Random(5).doubles(2).boxed().toList() + " " + new Random(7).longs(2).boxed().toList() + new Random(3).ints(0, 10).limit(4).boxed().toList()); p(new TreeMap<>(Stream.of("a", "b", "a").collect(Collectors.toMap(Function.identity(), s -> 1, Integer::sum)))); BitSet bs = new BitSet(); bs.set(3, 6); p(bs.stream().boxed().toList()); p(Collections.nCopies(3, "q").stream().collect(Collectors.joining()) + Map.of("k", 1).entrySet().stream().map(e -> e.getKey() + e.getValue()).toList());
    }
}
