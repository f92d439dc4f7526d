import java.util.*;
import java.util.stream.*;

public class Reduce {
    public static void main(String[] args) throws Exception {
        p(Stream.of(1, 2, 3).reduce(Integer::sum));
        p(Stream.of(1, 2, 3).reduce(10, (a, b) -> a * b));
        p(Stream.of("a", "bb").reduce(0, (n, s) -> n + s.length(), Integer::sum));
        p(Stream.<Integer>empty().reduce(Integer::max));
        p(IntStream.rangeClosed(1, 5).reduce(1, (a, b) -> a * b));
        p(LongStream.rangeClosed(1, 20).reduce((a, b) -> a * b));
        p(Stream.of(4, 9, 2).max(Integer::compare).get() + Stream.of(4, 9, 2).min(Comparator.naturalOrder()).get());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
