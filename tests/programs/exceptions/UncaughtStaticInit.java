public class UncaughtStaticInit {
    static class Bad { static final int V = Integer.valueOf(0) / Integer.valueOf(0); }

    public static void main(String[] args) throws Exception {
        p(Bad.V);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
