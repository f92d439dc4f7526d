public class UncaughtSimple {
    static void a() { throw new IllegalStateException("boom"); }
    static void b() { a(); }

    public static void main(String[] args) throws Exception {
        p("before");
        b();
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
