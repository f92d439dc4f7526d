import java.util.function.*;

public class LazyMemo {
    static class Lazy<T> implements Supplier<T> {
        private Supplier<? extends T> s;
        private T v;
        Lazy(Supplier<? extends T> s) {
            this.s = s;
        }
        public T get() {
            if (s != null) {
                v = s.get();
                s = null;
            }
            return v;
        }
        <R> Lazy<R> map(Function<? super T, ? extends R> f) {
            return new Lazy<>(() -> f.apply(get()));
        }
    }

    public static void main(String[] args) throws Exception {
        Lazy<Integer> l = new Lazy<>(() -> { p("compute"); return 6; });
        Lazy<String> m = l.map(x -> { p("map"); return "v" + x * 7; });
        p("start");
        p(m.get() + m.get() + l.get());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
