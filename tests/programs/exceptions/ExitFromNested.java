public class ExitFromNested {
    static void f(int n) { if (n == 0) System.exit(42); f(n - 1); }

    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        f(5); p("no");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
