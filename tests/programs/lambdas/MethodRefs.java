import java.util.*;
import java.util.function.*;

public class MethodRefs {
    static class P {
        final String n;
        final int a;
        P(String n) {
            this(n, 0);
        }
        P(String n, int a) {
            this.n = n;
            this.a = a;
        }
        String name() {
            return n;
        }
        static int cmp(P x, P y) {
            return x.n.compareTo(y.n);
        }
        int byAge(P o) {
            return a - o.a;
        }
        public String toString() {
            return n + a;
        }
    }
    interface Tri<A, B, C, R> { R go(A a, B b, C c); }
    String pre = "pre"; String join(Object o) { return pre + o; }
    Supplier<String> viaThis() {
        return this::toString;
    }
    Supplier<Integer> viaSuper() {
        return super::hashCode;
    }
    public String toString() {
        return "me";
    }
    public int hashCode() {
        return 12;
    }

    public static void main(String[] args) throws Exception {
        Function<String, Integer> st = Integer::parseInt; p(st.apply("42"));
        Function<String, Integer> unb = String::length; p(unb.apply("four"));
        MethodRefs m = new MethodRefs(); Function<Object, String> bound = m::join; m.pre = "later"; p(bound.apply(1)); 
        Function<String, P> ct = P::new; BiFunction<String, Integer, P> ct2 = P::new; p(ct.apply("x") + "" + ct2.apply("y", 3));
        IntFunction<int[]> arr = int[]::new;
        p(arr.apply(3).length);
        Function<Integer, String[][]> a2 = String[][]::new;
        p(a2.apply(2).length);
        List<P> l = new ArrayList<>(Arrays.asList(new P("b", 1), new P("a", 2), new P("c", 0)));
        l.sort(P::cmp);
        p(l);
        l.sort(P::byAge);
        p(l);
        Tri<String, Integer, Integer, String> sub = String::substring; p(sub.go("abcdef", 1, 3));
        p(m.viaThis().get()); p(m.viaSuper().get() == 12);
        Supplier<ArrayList<String>> sup = ArrayList::new; p(sup.get());
        String nul = null; try { Supplier<Integer> s = nul::length; } catch (NullPointerException e) { p("npe early"); }
        ToIntFunction<String> un = String::length;
        Function<Integer, Long> w = Integer::longValue;
        p(un.applyAsInt("abc") + w.apply(4));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
