import java.util.*;
import java.util.stream.*;

public class FlatMap {
    public static void main(String[] args) throws Exception {
        p(Stream.of("a b", "c", "").flatMap(s -> Arrays.stream(s.split(" "))).collect(Collectors.toList()));
        p(IntStream.range(0, 4).flatMap(i -> IntStream.range(0, i)).boxed().collect(Collectors.toList()));
        p(Stream.of(1, 2).flatMap(x -> x == 1 ? null : Stream.of(x, x)).count());
        p(Stream.of(Optional.of(1), Optional.<Integer>empty()).flatMap(Optional::stream).collect(Collectors.toList()));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
