public class UncaughtThread {
    public static void main(String[] args) throws Exception {
        Thread t = new Thread(() -> { throw new IllegalArgumentException("in thread"); }, "worker-x");
        t.start(); t.join(); p("main continues");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
