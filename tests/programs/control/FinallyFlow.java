import java.io.*;

public class FinallyFlow {
    static int a() { try { return 1; } finally { p("fin a"); } }
    @SuppressWarnings("finally") static int b() { try { throw new RuntimeException("lost"); } finally { return 2; } }
    static int c() { int x = 1; try { return x; } finally { x = 99; } }
    static int d() {
        for (int i = 0; ; i++) {
            try {
                if (i == 1) continue;
                if (i == 3) break;
            }  finally {
                p("i" + i);
            }
        }
        return 4;
    }
    static String e(int n) {
        String s = "";
        try {
            try {
                if (n == 0) throw new IllegalStateException("ise");
                if (n == 1) throw new java.io.IOException("io");
                s += "body ";
            }  catch (IllegalStateException x) {
                s += "c1 ";
                throw new RuntimeException("again", x);
            }  finally {
                s += "f1 ";
            }
        }  catch (java.io.IOException x) {
            s += "c2 ";
        }  catch (RuntimeException x) {
            s += x.getCause().getMessage();
        }  finally {
            s += "f2";
        }
        return s;
    }
    @SuppressWarnings("finally") static int f() { while (true) { try { return 5; } finally { break; } } return 6; }
    static int g() {
        try {
            try {
                return 1;
            }  finally {
                throw new RuntimeException("g");
            }
        }  catch (RuntimeException x) {
            return 7;
        }  finally {
            p("g fin");
        }
    }

    public static void main(String[] args) throws Exception {
        p(a()); p(b()); p(c()); p(d()); p(e(0)); p(e(1)); p(e(2)); p(f()); p(g());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
