import java.util.*;
import java.util.function.*;

public class LambdaRecursionExceptions {
    interface Thrower<X extends Exception> { void run() throws X; }
    static <X extends Exception> String attempt(Thrower<X> t) {
        try {
            t.run();
            return "ok";
        }  catch (Exception x) {
            return x.toString();
        }
    }
    static Function<Integer, Long> fib; static final Map<Integer, Long> memo = new HashMap<>();
    static {
        fib = n -> {
            Long c = memo.get(n);
            if (c != null) return c;
            long r = n < 2 ? n : fib.apply(n - 1) + fib.apply(n - 2);
            memo.put(n, r);
            return r;
        };
    }

    public static void main(String[] args) throws Exception {
        p(fib.apply(80)); p(attempt(() -> { throw new IllegalStateException("x"); })); p(attempt(() -> {}));
        p(attempt(() -> Integer.parseInt("q"))); p(LambdaRecursionExceptions.<RuntimeException>attempt(() -> p("in")));
        Runnable r = () -> { class L { String s() { return "loc"; } } p(new L().s()); }; r.run();
        Comparator<String> c = (x, y) -> {
            for (int i = 0; i < Math.min(x.length(), y.length()); i++) if (x.charAt(i) != y.charAt(i)) return y.charAt(i) - x.charAt(i);
            return 0;
        };
        p(c.compare("abc", "abd"));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
