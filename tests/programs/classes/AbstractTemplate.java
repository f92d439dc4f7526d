public class AbstractTemplate {
    static abstract class Task {
        private final StringBuilder log = new StringBuilder();
        final String run() { before(); body(); after(); return log.toString(); }
        protected void before() { log("before"); }
        protected abstract void body();
        protected void after() { log("after"); }
        protected final void log(String s) { log.append(s).append(';'); }
    }
    static class Simple extends Task { protected void body() { log("simple"); } }
    static class Nested extends Simple {
        @Override protected void before() { log("nested-before"); super.before(); }
        @Override protected void body() { super.body(); log(new Simple().run()); }
        @Override protected void after() { super.after(); log("end"); }
    }

    public static void main(String[] args) throws Exception {
        p(new Simple().run());
        p(new Nested().run());
        p(new Task() { protected void body() { log("anon " + getClass().getName()); } }.run());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
