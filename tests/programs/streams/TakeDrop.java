import java.util.*;
import java.util.stream.*;

public class TakeDrop {
    public static void main(String[] args) throws Exception {
        p(Stream.of(1, 2, 5, 1).takeWhile(x -> x < 4).collect(Collectors.toList()) + "" + Stream.of(1, 2, 5, 1).dropWhile(x -> x < 4).collect(Collectors.toList()));
        p(IntStream.range(0, 10).takeWhile(x -> x < 3).sum() + IntStream.range(0, 10).dropWhile(x -> x < 8).sum());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
