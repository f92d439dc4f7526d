public class UncaughtDivide {
    static int div(int a, int b) { return a / b; }

    public static void main(String[] args) throws Exception {
        p(div(6, 3));
        p(div(1, 0));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
