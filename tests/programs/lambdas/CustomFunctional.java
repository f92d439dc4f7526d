public class CustomFunctional {
    @FunctionalInterface interface Tri<A, B, C> {
        C ap(A a, B b, int i);
        default Tri<A, B, String> show() {
            return (a, b, i) -> "<" + ap(a, b, i) + ">";
        }
        static <X> Tri<X, X, Boolean> same() {
            return (a, b, i) -> a.equals(b);
        }
    }

    public static void main(String[] args) throws Exception {
        Tri<String, Integer, String> t = (a, b, i) -> a + b + i;
        p(t.ap("x", 1, 2));
        p(t.show().show().ap("y", 3, 4));
        p(Tri.<String>same().ap("q", "q", 0));
        Tri<Integer, Integer, Integer> m = (a, b, i) -> {
            int r = 1;
            while (i-- > 0) r *= a + b;
            return r;
        };
        p(m.ap(1, 2, 4));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
