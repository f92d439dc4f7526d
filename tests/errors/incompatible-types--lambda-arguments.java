import java.util.function.*;

class T {
    void call(Consumer<String> r) {}

    void run(Runnable r) {}

    void sup(Supplier<String> r) {}

    void fun(Function<String, Integer> r) {}

    void m() {
        run(() -> 1);
        run(() -> {
            return 1;
        });
        call(x -> 1);
        call((String x) -> 1);
        call(x -> {
            return 1;
        });
        call((String x) -> {
            return 1;
        });
        sup(() -> {
            if (true) return;
            return "";
        });
        fun((String x) -> {
            if (true) return;
            return 1;
        });
    }
}
