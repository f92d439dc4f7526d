import java.util.*;

public class Varargs {
    static String f(String s, Object... o) {
        return s + (o == null ? "null" : o.length + Arrays.toString(o));
    }
    static String g(int... x) {
        return "i" + x.length;
    }
    static String g(long... x) {
        return "l" + x.length;
    }
    static String h(Object o) {
        return "one";
    }
    static String h(Object... o) {
        return "many" + o.length;
    }
    static int sum(int first, int... rest) {
        int s = first;
        for (int r : rest) s += r;
        return s;
    }

    public static void main(String[] args) throws Exception {
        p(f("a"));
        p(f("a", 1, null, "x"));
        p(f("a", (Object[]) null));
        p(f("a", (Object) null));
        p(f("a", new Object[] {1, 2}));
        p(f("a", (Object) new Object[] {1}.length));
        p(f("a", new int[] {1}).length() > 3);
        p(f("a", (Object[]) new String[] {"q"}));
        p(g(1, 2) + g(1L) + g(new int[0]));
        p(h(1) + h() + h(1, 2) + h(new Object[3]));
        p(sum(1) + sum(1, 2, 3));
        p(f("b", 'c', 1L, 2f));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
