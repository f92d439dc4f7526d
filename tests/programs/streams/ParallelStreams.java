import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Parallel streams: results are those of sequential ones, order is kept, work is shared. */
public class ParallelStreams {
    static void check(String what, Object a, Object b) {
        System.out.println(what + " " + (Objects.equals(a, b) ? "same" : "DIFFERENT " + a + " / " + b));
    }

    public static void main(String[] args) throws Exception {
        List<Integer> list = IntStream.range(0, 1_000).boxed().collect(Collectors.toList());
        Set<Integer> hashed = new HashSet<>(list);
        TreeSet<Integer> tree = new TreeSet<>(list);
        LinkedList<Integer> linked = new LinkedList<>(list);
        int[] ints = IntStream.range(0, 77_777).map(i -> i * 31 ^ 5).toArray();
        for (Collection<Integer> c : List.of(list, hashed, tree, linked, new ArrayDeque<>(list), new ConcurrentSkipListSet<>(list))) {
            check("map/collect", c.stream().map(i -> "x" + i).collect(Collectors.toList()), c.parallelStream().map(i -> "x" + i).collect(Collectors.toList()));
            check("filter/toArray", Arrays.asList(c.stream().filter(i -> i % 3 == 0).toArray()), Arrays.asList(c.parallelStream().filter(i -> i % 3 == 0).toArray()));
            check("sum", c.stream().mapToLong(i -> i).sum(), c.parallelStream().mapToLong(i -> i).sum());
            check("reduce", c.stream().reduce(Integer::max), c.parallelStream().reduce(Integer::max));
            check("count", c.stream().filter(i -> (i & 7) == 1).count(), c.parallelStream().filter(i -> (i & 7) == 1).count());
            check("joining", c.stream().map(String::valueOf).collect(Collectors.joining(",")), c.parallelStream().map(String::valueOf).collect(Collectors.joining(",")));
            check("group", c.stream().collect(Collectors.groupingBy(i -> i % 10, Collectors.counting())), c.parallelStream().collect(Collectors.groupingBy(i -> i % 10, Collectors.counting())));
            check("partition", c.stream().collect(Collectors.partitioningBy(i -> i > 50)), c.parallelStream().collect(Collectors.partitioningBy(i -> i > 50)));
            check("sorted", c.stream().sorted(Comparator.reverseOrder()).limit(10).collect(Collectors.toList()), c.parallelStream().sorted(Comparator.reverseOrder()).limit(10).collect(Collectors.toList()));
            check("distinct", c.stream().map(i -> i / 7).distinct().collect(Collectors.toList()), c.parallelStream().map(i -> i / 7).distinct().collect(Collectors.toList()));
            if (c.spliterator().hasCharacteristics(Spliterator.ORDERED)) check("skip", c.stream().skip(99_990).collect(Collectors.toList()), c.parallelStream().skip(99_990).collect(Collectors.toList()));
            if (c.spliterator().hasCharacteristics(Spliterator.ORDERED)) check("limit", c.stream().limit(7).collect(Collectors.toList()), c.parallelStream().limit(7).collect(Collectors.toList()));
            if (c.spliterator().hasCharacteristics(Spliterator.ORDERED)) check("findFirst", c.stream().filter(i -> i > 600).findFirst(), c.parallelStream().filter(i -> i > 600).findFirst());
            check("anyMatch", true, c.parallelStream().anyMatch(i -> i == 999));
            check("allMatch", false, c.parallelStream().allMatch(i -> i < 999));
            check("noneMatch", true, c.parallelStream().noneMatch(i -> i < 0));
            check("min", c.stream().min(Comparator.comparing(i -> -i)), c.parallelStream().min(Comparator.comparing(i -> -i)));
            StringBuilder ordered = new StringBuilder();
            c.parallelStream().map(i -> i % 10).forEachOrdered(ordered::append);
            StringBuilder plain = new StringBuilder();
            c.stream().map(i -> i % 10).forEach(plain::append);
            check("forEachOrdered", plain.toString(), ordered.toString());
            LongAdder adder = new LongAdder();
            c.parallelStream().forEach(adder::add);
            check("forEach", 499500L, adder.sum());
        }
        check("ints", IntStream.of(ints).sum(), IntStream.of(ints).parallel().sum());
        check("stats", IntStream.of(ints).summaryStatistics().toString(), IntStream.of(ints).parallel().summaryStatistics().toString());
        check("sorted ints", Arrays.hashCode(IntStream.of(ints).sorted().toArray()), Arrays.hashCode(IntStream.of(ints).parallel().sorted().toArray()));
        check("long range", LongStream.rangeClosed(1, 50_000).filter(i -> i % 7 == 0).sum(), LongStream.rangeClosed(1, 50_000).parallel().filter(i -> i % 7 == 0).sum());
        check("avg", IntStream.range(0, 1000).average(), IntStream.range(0, 1000).parallel().average());
        check("flat", IntStream.range(0, 500).boxed().flatMap(i -> IntStream.range(0, i).boxed()).mapToInt(i -> i).sum(),
            IntStream.range(0, 500).parallel().boxed().flatMap(i -> IntStream.range(0, i).boxed()).mapToInt(i -> i).sum());
        check("iterate", Stream.iterate(1, i -> i + 1).limit(1_000).mapToInt(i -> i).sum(), Stream.iterate(1, i -> i + 1).parallel().limit(1_000).mapToInt(i -> i).sum());
        check("infinite find", OptionalInt.of(3_001), IntStream.iterate(1, i -> i + 1).parallel().filter(i -> i > 3_000).findFirst());
        check("infinite any", true, Stream.generate(() -> 1).parallel().anyMatch(i -> i == 1));
        check("takeWhile", 100L, IntStream.range(0, 1000).parallel().takeWhile(i -> i < 100).count());
        check("concat", 300L, Stream.concat(list.parallelStream().limit(100), list.parallelStream().skip(800)).filter(i -> true).count());
        check("doubles", 500500.0, DoubleStream.iterate(1, d -> d + 1).limit(1000).parallel().sum());
        check("concurrent map", 1_000, list.parallelStream().unordered().collect(Collectors.toConcurrentMap(i -> i, i -> i)).size());
        check("grouping concurrent", 10, list.parallelStream().collect(Collectors.groupingByConcurrent(i -> i % 10)).size());
        check("three reduce", 2_890, list.parallelStream().reduce(0, (n, i) -> n + String.valueOf(i).length(), Integer::sum));
        check("chars", "hello".repeat(100).chars().filter(ch -> ch == 'l').count(), "hello".repeat(100).chars().parallel().filter(ch -> ch == 'l').count());
        check("empty", Optional.empty(), new ArrayList<Integer>().parallelStream().findFirst());
        check("mid switch", list.stream().map(i -> i + 1).parallel().sorted().map(i -> i * 2).skip(5).distinct().limit(1000).mapToInt(i -> i).sum(),
            list.stream().map(i -> i + 1).sorted().map(i -> i * 2).skip(5).distinct().limit(1000).mapToInt(i -> i).sum());
        check("parallel flag", true, list.stream().parallel().map(i -> i).isParallel());
        try {
            list.parallelStream().map(i -> { if (i == 800) throw new IllegalStateException("at " + i); return i; }).count();
            list.parallelStream().map(i -> { if (i == 800) throw new IllegalStateException("at " + i); return i; }).forEach(i -> { });
        } catch (IllegalStateException e) {
            Throwable t = e;
            while (t.getCause() != null) t = t.getCause();
            System.out.println(t.getMessage());
        }
        Set<String> names = ConcurrentHashMap.newKeySet();
        CountDownLatch two = new CountDownLatch(2);
        IntStream.range(0, 2).parallel().forEach(i -> {
            names.add(Thread.currentThread().getName());
            two.countDown();
            try { System.out.print(two.await(20, TimeUnit.SECONDS) ? "" : "ALONE\n"); } catch (InterruptedException e) { }
        });
        System.out.println(names.size() + " threads");
        ForkJoinPool own = new ForkJoinPool(3);
        System.out.println(own.submit(() -> list.parallelStream().map(i -> Thread.currentThread().getName().startsWith("ForkJoinPool-")).distinct().collect(Collectors.toList())).get());
        own.shutdown();
        System.out.println(own.awaitTermination(5, TimeUnit.SECONDS));
    }
}
