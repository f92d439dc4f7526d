public class ExitInFinally {
    public static void main(String[] args) throws Exception {
        try { System.exit(7); } finally { p("not printed"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
