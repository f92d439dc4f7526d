import java.util.*;
import java.util.stream.*;

public class LimitSkip {
    public static void main(String[] args) throws Exception {
        p(Stream.iterate(1, x -> x * 2).limit(10).collect(Collectors.toList()));
        p(Stream.iterate(1, x -> x < 50, x -> x * 3).skip(1).collect(Collectors.toList()));
        p(IntStream.iterate(0, i -> i + 3).skip(5).limit(3).boxed().collect(Collectors.toList()));
        int[] c = {0};
        p(Stream.generate(() -> c[0]++).limit(4).collect(Collectors.toList()));
        try {
            Stream.of(1).limit(-1);
        }  catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
