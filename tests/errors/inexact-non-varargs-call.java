import java.util.*;

class T {
    static void a(String... s) {
    }

    static void b(Object... s) {
    }

    void t(String[] s, int[] i, Object o) {
        a(null);
        a((String) null);
        a((String[]) null);
        b(null);
        b(s);
        b((Object[]) s);
        b(i);
        b(o);
        String.format("%s", s);
        String.format("%s", (Object) null);
        String.format("%s", null);
        List<Object> l = Arrays.asList(s);
    }
}
