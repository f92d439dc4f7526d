import java.util.*;

public class StackOverflowCaught {
    static int depth;
    static int rec() {
        depth++;
        return rec() + 1;
    }
    static class N {
        N n;
        public String toString() {
            return "" + n;
        }
    }
    static int rec2(long a, double b, Object c) {
        return rec2(a + 1, b * 2, c) + 1;
    }

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 3; i++) {
            depth = 0;
            try {
                rec();
            }  catch (StackOverflowError e) {
                p("SOE " + (depth > 500) + " " + e.getMessage());
            }
        }
        N n = new N();
        n.n = n;
        try {
            n.toString();
        }  catch (StackOverflowError e) {
            p("cycle");
        }
        try {
            rec2(1, 2, "x");
        }  catch (Throwable t) {
            p(t.getClass());
        }  finally {
            p("fin");
        }
        List<Object> l = new ArrayList<>();
        l.add(l);
        p(l);
        try {
            l.hashCode();
        }  catch (StackOverflowError e) {
            p("hash cycle");
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
