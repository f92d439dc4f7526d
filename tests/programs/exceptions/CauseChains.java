public class CauseChains {
    static class A extends RuntimeException { A(Throwable c) { super(c); } }

    public static void main(String[] args) throws Exception {
        Throwable t = new A(new A(new IllegalStateException("root")));
        while (t != null) {
            p(t + " / " + t.getMessage());
            t = t.getCause();
        }
        Exception e = new Exception("x");
        e.initCause(new Error("y"));
        p(e.getCause());
        try {
            e.initCause(null);
        }  catch (IllegalStateException x) {
            p(x.getMessage());
        }
        try {
            e.addSuppressed(e);
        }  catch (IllegalArgumentException x) {
            p(x.getMessage());
        }
        try {
            Exception n = new Exception();
            n.initCause(n);
        }  catch (IllegalArgumentException x) {
            p(x.getMessage());
        }
        p(new Exception((String) null).getMessage());
        p(new RuntimeException((Throwable) null).getMessage());
        p(new AssertionError(5).getMessage());
        p(new Error("m", null));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
