public class ShortCircuit {
    static int n; static boolean t(boolean b) { n++; return b; }

    public static void main(String[] args) throws Exception {
        p(t(true) || t(false));
        p(n);
        p(t(false) && t(true));
        p(n);
        p(t(true) | t(false));
        p(t(false) & t(true));
        p(n);
        boolean b = false;
        b |= t(true);
        b &= t(false);
        p(b + "" + n);
        if (!(t(true) && !t(false)) || n > 100) p("no");
        else p("else");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
