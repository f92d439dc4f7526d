public class LocalInStatic {
    static int fact(int n) { class F { int f(int k) { return k <= 1 ? 1 : k * f(k - 1); } } return new F().f(n); }
    static Object[] pair(Object a, Object b) {
        class P {
            final Object l = a, r = b;
            public String toString() {
                return "P(" + l + "," + r + ")";
            }
        }
        return new Object[] {new P(), new P()};
    }

    public static void main(String[] args) throws Exception {
        p(fact(10)); Object[] ps = pair(1, "z"); p(ps[0] + "" + ps[1] + (ps[0].getClass() == ps[1].getClass()));
        interface IfaceHolder { default String x() { return "def"; } }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
