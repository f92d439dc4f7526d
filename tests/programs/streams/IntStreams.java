import java.util.*;
import java.util.stream.*;

public class IntStreams {
    public static void main(String[] args) throws Exception {
        p(IntStream.range(0, 5).summaryStatistics());
        p(IntStream.of(1, 2).average() + "" + IntStream.empty().average() + IntStream.empty().max() + IntStream.of(4, 7).min());
        p(Arrays.toString(IntStream.range(0, 5).map(i -> i * i).filter(i -> i % 2 == 0).toArray()));
        p(IntStream.concat(IntStream.of(1), IntStream.of(2)).asLongStream().sum() + IntStream.range(3, 1).count());
        p(DoubleStream.of(1.5, 2.5).sum() + " " + DoubleStream.of(1, 2, 3).average().getAsDouble() + DoubleStream.of(0.1, 0.2, 0.3).sum());
        p(LongStream.range(0, 3).mapToObj(Long::toString).collect(Collectors.toList()) + "" + "hello".chars().filter(c -> c == 'l').count() + IntStream.range(0, 3).asDoubleStream().boxed().collect(Collectors.toList()) + IntStream.range(0, 4).mapToLong(i -> 1L << i * 10).sum() + IntStream.range(1, 4).mapToDouble(i -> 1.0 / i).sum());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
