import java.util.*;

public class Optionals {
    public static void main(String[] args) throws Exception {
        Optional<String> o = Optional.of("val"), e = Optional.empty();
        p(o + " " + e + o.get() + e.isPresent() + o.isPresent() + e.orElse("d") + e.orElseGet(() -> "g") + o.map(String::length) + e.map(String::length) + o.flatMap(s -> Optional.of(s + s)) + o.filter(s -> s.isEmpty()) + Optional.ofNullable(null));
        o.ifPresent(s -> p("has " + s));
        e.ifPresent(s -> p("no"));
        try {
            e.orElseThrow(() -> new IllegalStateException("none"));
        }  catch (IllegalStateException x) {
            p(x.getMessage());
        }
        o.ifPresentOrElse(s -> p(s), () -> p("none"));
        e.ifPresentOrElse(s -> p(s), () -> p("none"));
        p(e.or(() -> o).get() + o.stream().count() + OptionalInt.of(3) + OptionalDouble.empty() + OptionalLong.of(5).getAsLong() + o.equals(Optional.of("val")) + o.hashCode() + e.hashCode());
        try {
            e.orElseThrow();
        }  catch (NoSuchElementException x) {
            p(x.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
