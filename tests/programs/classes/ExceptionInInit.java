public class ExceptionInInit {
    static class Bad { static int v = Integer.parseInt("zz"); static void m() {} }
    static class Bad2 { static { if (true) throw new IllegalStateException("in static"); } int x; }
    static class Bad3 { static { Object o = null; o.hashCode(); } }
    static class ErrInit { static { if (true) throw new AssertionError("err"); } }

    public static void main(String[] args) throws Exception {
        try { Bad.m(); } catch (ExceptionInInitializerError e) { p(e + " | " + e.getCause() + " | " + e.getMessage()); }
        try { Bad.m(); } catch (NoClassDefFoundError e) { p(e.getMessage()); }
        try { new Bad2(); } catch (Throwable e) { p(e + " | " + e.getCause()); }
        try { new Bad2(); } catch (Throwable e) { p(e); }
        try { new Bad3(); } catch (Throwable e) { p(e.getCause().getClass()); }
        try { new ErrInit(); } catch (Throwable e) { p(e); }
        try { new ErrInit(); } catch (Throwable e) { p(e); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
