import java.util.*;
import java.util.function.*;

public class Inference {
    static <T> T id(T t) { return t; }
    static <T> T pick(T a, T b) { return b; }
    static <A, B, C> Function<A, C> comp(Function<A, B> f, Function<B, C> g) { return a -> g.apply(f.apply(a)); }
    static <T> List<T> empty() { return new ArrayList<>(); }
    static int size(List<String> l) { return l.size(); }
    static class Pair<A, B> {
        A a;
        B b;
        Pair(A a, B b) {
            this.a = a;
            this.b = b;
        }
        static <X, Y> Pair<X, Y> of(X x, Y y) {
            return new Pair<>(x, y);
        }
        Pair<B, A> swap() {
            return new Pair<>(b, a);
        }
        public String toString() {
            return a + "/" + b;
        }
    }

    public static void main(String[] args) throws Exception {
        int i = id(5); long l = id(5); p(i + l);
        p(pick("a", 1)); var x = pick(1, 2.0); p(x.doubleValue());
        p(comp((String s) -> s.length(), n -> n * 2).apply("four"));
        List<String> e = empty(); e.add("q"); p(e + " " + size(empty()) + size(new ArrayList<>()));
        p(Pair.of(1, Pair.of("x", 'c')).b.swap());
        p(Collections.<Integer>emptyList());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
