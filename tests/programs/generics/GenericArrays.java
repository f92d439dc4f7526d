import java.util.*;

public class GenericArrays {
    static class Stack<T> {
        private T[] a;
        private int n;
        @SuppressWarnings("unchecked") Stack(int cap) {
            a = (T[]) new Object[cap];
        }
        void push(T t) {
            if (n == a.length) a = Arrays.copyOf(a, n * 2);
            a[n++] = t;
        }
        T pop() {
            if (n == 0) throw new RuntimeException("empty");
            T t = a[--n];
            a[n] = null;
            return t;
        }
        T[] raw() {
            return a;
        }
    }
    @SafeVarargs static <T> T[] arr(T... ts) { return ts; }
    @SafeVarargs static <T> List<T> listOf(T... ts) { return new ArrayList<>(Arrays.asList(ts)); }

    public static void main(String[] args) throws Exception {
        Stack<String> s = new Stack<>(1); for (String x : "a b c d e".split(" ")) s.push(x);
        p(s.pop() + s.pop() + s.pop());
        try { String[] r = s.raw(); p(r); } catch (ClassCastException e) { p("cce"); }
        p(arr("x", "y").getClass().getSimpleName() + arr(1, 2).length + arr().getClass().getSimpleName());
        p(listOf(1, 2.0, "s") + "" + listOf());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
