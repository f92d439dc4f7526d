public class TryResources {
    static class R implements AutoCloseable {
        final String n;
        final boolean bad;
        R(String n, boolean bad) {
            this.n = n;
            this.bad = bad;
            p("open " + n);
        }
        @Override public void close() throws Exception {
            p("close " + n);
            if (bad) throw new Exception("close-" + n);
        }
    }

    public static void main(String[] args) throws Exception {
        try (R a = new R("a", false); R b = new R("b", true)) {
            p("body");
        }  catch (Exception e) {
            p(e.getMessage() + e.getSuppressed().length);
        }  finally {
            p("fin");
        }
        try (R a = new R("a", true); R b = new R("b", true)) {
            throw new RuntimeException("main");
        }  catch (Exception e) {
            p(e.getMessage());
            for (Throwable s : e.getSuppressed()) p(" sup " + s.getMessage());
        }
        try (R n = null) { p("null ok"); }
        final R ext = new R("ext", false); try (ext) { p("in"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
