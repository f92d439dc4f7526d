public class AssertOn {
    static void t(Runnable r) { try { r.run(); p("ok"); } catch (AssertionError e) { p(e.getMessage() + " " + e.getCause()); } }

    public static void main(String[] args) throws Exception {
        t(() -> { assert 1 > 2 : "msg"; });
        t(() -> { assert false; });
        t(() -> { assert false : 42; });
        t(() -> { assert false : 'c'; });
        t(() -> { assert false : new RuntimeException("as cause"); });
        t(() -> { assert true : "no"; });
        t(() -> { assert false : null; });
        t(() -> { assert false : 1.5; });
        t(() -> { assert false : 7L; });
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
