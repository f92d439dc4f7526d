import java.util.stream.*;

public class PartitioningBy {
    public static void main(String[] args) throws Exception {
        p(IntStream.range(0, 10).boxed().collect(Collectors.partitioningBy(x -> x % 3 == 0)));
        p(Stream.of(1, 2, 3).collect(Collectors.partitioningBy(x -> x > 5, Collectors.summingInt(x -> x))));
        p(Stream.of("a").collect(Collectors.partitioningBy(String::isEmpty, Collectors.counting())));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
