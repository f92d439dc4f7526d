import java.util.*;

public class CastMessages {
    interface I {} static class A implements I {} static class B extends A {}
    static void t(Runnable r) { try { r.run(); p("ok"); } catch (ClassCastException e) { p(e.getMessage()); } }
    static Object o = new A(), s = "str", arr = new int[1], n;

    public static void main(String[] args) throws Exception {
        t(() -> p((String) o));
        t(() -> p((B) o));
        t(() -> p((I) s));
        t(() -> p((Integer) s));
        t(() -> p((long[]) arr));
        t(() -> p((Object[]) arr));
        t(() -> p((String[]) (Object) new Object[0]));
        t(() -> p((B) n));
        t(() -> p((A[][]) (Object) new A[1]));
        t(() -> p((I) new B() != null));
        t(() -> p(((List<String>) (List) Arrays.asList(1)).get(0).length()));
        t(() -> A.class.cast(s));
        t(() -> p((Runnable) o));
        t(() -> new TreeSet<Object>(Arrays.asList(1, "a")));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
