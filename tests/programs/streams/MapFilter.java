import java.util.*;
import java.util.stream.*;

public class MapFilter {
    public static void main(String[] args) throws Exception {
        p(Stream.of(5, 3, 8, 1).filter(x -> x > 2).map(x -> "n" + x).collect(Collectors.toList()));
        p(IntStream.rangeClosed(1, 5).mapToObj(i -> "x".repeat(i)).collect(Collectors.joining("|", "<", ">")));
        p(Arrays.asList("a", "bb", "cc").stream().mapToInt(String::length).sum());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
