import java.util.*;
import java.util.stream.*;

public class Primes {
    public static void main(String[] args) throws Exception {
        p(IntStream.rangeClosed(2, 60).filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0)).boxed().map(String::valueOf).collect(Collectors.joining(" ")));
        p(Stream.iterate(new long[] {0, 1}, f -> new long[] {f[1], f[0] + f[1]}).limit(50).mapToLong(f -> f[0]).sum());
        p(IntStream.rangeClosed(1, 20).boxed().flatMap(a -> IntStream.rangeClosed(a, 20).filter(b -> { double c = Math.sqrt(a * a + b * b); return c == (int) c; }).mapToObj(b -> a + "-" + b)).collect(Collectors.toList()));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
