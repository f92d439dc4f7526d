import java.util.*;
import java.util.stream.*;

public class SortedDistinct {
    public static void main(String[] args) throws Exception {
        p(Stream.of(3, 1, 3, 2, 1).distinct().collect(Collectors.toList()));
        p(Stream.of("b", "C", "a").sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.toList()));
        p(Stream.of(3, 1, 2).sorted(Comparator.reverseOrder()).map(String::valueOf).collect(Collectors.joining()));
        p(IntStream.of(3, 1, 3, 2).sorted().distinct().sum());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
