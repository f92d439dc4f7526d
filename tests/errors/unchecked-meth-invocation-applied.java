import java.util.*;

class T {
    static <X> X a(List<X> l) {
        return null;
    }

    static void b(Set<String> l, int i) {
    }

    T(Collection<String> c) {
    }

    void m(List l, Set s) {
        a(l);
        Object o = a(l);
        b(s, 3);
        new T(l);
        Map<String, Integer> map = new HashMap<>(new HashMap());
    }
}
