import java.util.*;
import java.util.function.*;

public class FunctionalCombinators {
    public static void main(String[] args) throws Exception {
        Function<Integer, Integer> inc = x -> x + 1, dbl = x -> x * 2;
        p(inc.andThen(dbl).apply(5) + " " + inc.compose(dbl).apply(5) + " " + Function.<Integer>identity().apply(9));
        Predicate<String> e = String::isEmpty, a = s -> s.startsWith("a");
        p(e.negate().and(a).test("abc") + " " + e.or(a).test("b") + " " + Predicate.isEqual("q").test("q") + Predicate.not(e).test(""));
        BiFunction<Integer, Integer, Integer> add = Integer::sum; p(add.andThen(x -> "=" + x).apply(2, 3));
        UnaryOperator<String> up = String::toUpperCase;
        p(up.andThen(s -> s + "!").apply("hey") + UnaryOperator.<String>identity().apply("id"));
        BinaryOperator<String> mx = BinaryOperator.maxBy(Comparator.comparing(String::length));
        p(mx.apply("aa", "b") + BinaryOperator.minBy(Comparator.<Integer>naturalOrder()).apply(3, 2));
        Consumer<List<Integer>> c = l -> l.add(1);
        List<Integer> li = new ArrayList<>();
        c.andThen(l -> l.add(2)).accept(li);
        p(li);
        IntUnaryOperator iu = x -> x * x;
        p(iu.andThen(x -> x + 1).compose(x -> x - 1).applyAsInt(5));
        IntPredicate ip = x -> x > 3;
        p(ip.and(x -> x < 10).test(5) + "" + ip.negate().test(5));
        BiConsumer<String, Integer> bc = (s, i) -> p(s + i); bc.andThen((s, i) -> p(i + s)).accept("z", 1);
        DoubleUnaryOperator du = Math::sqrt;
        p(du.applyAsDouble(2));
        LongBinaryOperator lb = Math::multiplyExact;
        try {
            lb.applyAsLong(Long.MAX_VALUE, 2);
        }  catch (ArithmeticException x) {
            p(x.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
