import java.util.*;
import java.util.stream.*;

public class ParallelSum {
    public static void main(String[] args) throws Exception {
        p(IntStream.rangeClosed(1, 10000).parallel().sum());
        p(IntStream.range(0, 1000).boxed().parallel().map(x -> x * 2).collect(Collectors.toList()).hashCode());
        p(Arrays.asList(1, 2, 3).parallelStream().mapToInt(x -> x).max().getAsInt());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
