import java.util.*;

class T<X> {
    void a(X... x) {
    }

    void b(List<String>... x) {
    }

    void c(List<?>... x) {
    }

    void d(String... x) {
    }

    <Y> T(Y... y) {
    }

    @SafeVarargs
    final void e(X... x) {
    }

    @SuppressWarnings("unchecked")
    void f(X... x) {
    }
}
