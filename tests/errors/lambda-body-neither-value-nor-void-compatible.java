import java.util.function.*;

class T {
    Supplier<Integer> a = () -> {
        if (hashCode() > 3) {
            return 3;
        }
    };

    static void m(Function<Integer, Integer> f) {
    }

    static void n(Supplier<Integer> f) {
    }

    static void n(Runnable r) {
    }

    void x() {
        m(y -> {
            if (y > 3) {
                return 3;
            } else {
                return;
            }
        });
        n(() -> {
            if (hashCode() > 3) {
                return 3;
            }
        });
    }
}
