import java.io.*;

public class Rethrow {
    static void f(boolean io) throws java.io.IOException {
        try {
            if (io) throw new java.io.IOException("io");
            throw new IllegalStateException("ise");
        }  catch (Exception e) {
            p("log " + e.getMessage());
            throw e;
        }
    }
    @SuppressWarnings("unchecked") static <T extends Throwable> void sneaky(Throwable t) throws T { throw (T) t; }

    public static void main(String[] args) throws Exception {
        try { f(true); } catch (java.io.IOException e) { p("io"); } try { f(false); } catch (RuntimeException e) { p("rt"); }
        try { sneaky(new java.io.IOException("sneaked")); } catch (Exception e) { p(e); }
        try { throw (RuntimeException) null; } catch (NullPointerException e) { p("npe"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
