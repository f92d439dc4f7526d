import java.util.*;

public class AnonymousClasses {
    static abstract class Op { final String n; Op(String n, int x) { this.n = n + x; } abstract int ap(int a); }
    interface Vis { String visit(Object o); }
    int base = 5;
    Op mk(int d) {
        return new Op("mk", d) {
            int count;
            {
                count = base;
            }
            int ap(int a) {
                count++;
                return a + d + base + count;
            }
        };
    }

    public static void main(String[] args) throws Exception {
        AnonymousClasses t = new AnonymousClasses(); Op o = t.mk(3);
        p(o.ap(1) + " " + o.ap(1) + " " + o.n); t.base = 100; p(o.ap(1));
        Vis v = new Vis() {
            public String visit(Object q) {
                return q == null ? "nil" : new Object() {
                    String w() {
                        return "[" + q + "]";
                    }
                }.w();
            }
        };
        p(v.visit(3) + v.visit(null)); p(o.getClass().getName() + v.getClass().isAnonymousClass());
        List<Integer> l = new ArrayList<Integer>() {{ add(3); add(1); add(2); }};
        l.sort(new Comparator<Integer>() { @Override public int compare(Integer a, Integer b) { return b - a; } }); p(l);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
