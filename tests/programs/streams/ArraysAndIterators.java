import java.util.*;
import java.util.stream.*;

public class ArraysAndIterators {
    public static void main(String[] args) throws Exception {
        p(Arrays.toString(Stream.of("a", "b").toArray(String[]::new)));
        Iterator<Integer> it = Stream.of(1, 2, 3).iterator();
        int s = 0;
        while (it.hasNext()) s += it.next();
        p(s);
        PrimitiveIterator.OfInt pi = IntStream.range(0, 3).iterator();
        p(pi.nextInt() + pi.next());
        p(Stream.concat(Stream.of(1), Stream.of(2)).collect(Collectors.toList()));
        Stream.Builder<String> b = Stream.builder();
        b.add("x").add("y");
        p(b.build().map(String::toUpperCase).collect(Collectors.joining(",")));
        p(Stream.ofNullable(null).count() + Stream.ofNullable(1).count());
        try (Stream<Integer> c = Stream.of(1).onClose(() -> p("closed"))) {
            c.forEach(x -> p(x));
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
