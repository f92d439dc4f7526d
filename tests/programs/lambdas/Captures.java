import java.util.*;
import java.util.function.*;

public class Captures {
    interface IntF { int f(int x); }
    int field = 1; IntF mk(int a) { int b = a * 2; return x -> x + a + b + field++; }
    static IntF curry(int n) { return n == 0 ? x -> x : x -> curry(n - 1).f(x) + n; }

    public static void main(String[] args) throws Exception {
        Captures c = new Captures(); IntF f = c.mk(10); p(f.f(1) + " " + f.f(1) + " " + c.field);
        p(curry(10).f(5));
        List<Runnable> rs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int k = i;
            rs.add(() -> p("k" + k));
        }
        for (String s : new String[] {"a", "b"}) rs.add(() -> p(s));
        for (Runnable r : rs) r.run();
        long l = 5;
        double d = 2.5;
        byte b = 3;
        char ch = 'x';
        boolean z = true;
        float fl = 1.5f;
        short sh = 4;
        String s = "s";
        int[] arr = {1};
        Supplier<String> all = () -> l + "" + d + b + ch + z + fl + sh + s + arr[0]; arr[0] = 99; p(all.get());
        Function<Integer, Function<Integer, Function<Integer, Integer>>> tri = x -> y -> q -> x * y + q;
        p(tri.apply(3).apply(4).apply(5));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
