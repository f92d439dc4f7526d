import java.util.List;

class T {
    @SafeVarargs
    void a(List<String>... l) {
    }

    @SafeVarargs
    static void b(List<String> l) {
    }

    @SafeVarargs
    static void c(String... l) {
    }

    @SafeVarargs
    final void d(List<String>... l) {
    }
}
