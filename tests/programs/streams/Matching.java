import java.util.stream.*;

public class Matching {
    public static void main(String[] args) throws Exception {
        p(Stream.of(1, 2).anyMatch(x -> x > 1) + "" + Stream.of(1, 2).allMatch(x -> x > 1) + Stream.of(1, 2).noneMatch(x -> x > 5) + Stream.empty().allMatch(x -> false) + Stream.empty().anyMatch(x -> true));
        p(Stream.of("q", "r").findFirst().get() + Stream.empty().findAny().isPresent() + Stream.of(1, 2, 3).count());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
