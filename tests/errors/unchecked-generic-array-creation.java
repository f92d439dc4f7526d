import java.util.*;

class T {
    static <X> void a(X... x) {
    }

    @SafeVarargs
    static <X> void b(X... x) {
    }

    static void c(List<String>... x) {
    }

    void m(List<String> l) {
        a(l, l);
        a("s", "t");
        b(l);
        c(l);
        c();
        Arrays.asList(l, l);
    }
}
