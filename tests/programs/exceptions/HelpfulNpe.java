import java.util.*;

public class HelpfulNpe {
    static class N { N next; int v; int[] a; String s; N get() { return next; } static N make() { return null; } }
    static N st; static int[][] grid = new int[2][]; N f;
    static void t(Runnable r) { try { r.run(); p("none"); } catch (NullPointerException e) { p(e.getMessage()); } }

    public static void main(String[] args) throws Exception {
        N n = new N(); st = null;
        t(() -> p(st.v));
        t(() -> st.v = 1);
        t(() -> st.get());
        t(() -> N.make().v++);
        t(() -> p(new N().next.next));
        t(() -> p(new N().get().get()));
        t(() -> p(new N().a[0]));
        t(() -> new N().a[1] = 2);
        t(() -> p(new N().a.length));
        t(() -> p(grid[1][0]));
        t(() -> grid[0][1]++);
        t(() -> p(new N().s.length()));
        t(() -> { synchronized (N.make()) { p(1); } });
        t(() -> { throw (RuntimeException) nul(); });
        t(() -> p(new HelpfulNpe().f.next.a[3]));
        t(() -> p((int) (Integer) nul()));
        t(() -> Objects.requireNonNull(null, "msg"));
        t(() -> Objects.requireNonNull(null));
        t(() -> { throw new NullPointerException("own"); });
        t(() -> { throw new NullPointerException(); });
        }
        static Object nul() {
            return null;
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
