public class FloatLoop {
    public static void main(String[] args) throws Exception {
        float f = 0;
        for (int i = 0; i < 10; i++) f += 0.1f;
        p(f);
        double d = 0;
        for (int i = 0; i < 10; i++) d += 0.1;
        p(d);
        double pi = 0;
        for (int k = 0; k < 10000; k++) pi += (k % 2 == 0 ? 4.0 : -4.0) / (2 * k + 1);
        p(pi);
        double e = 1, t = 1;
        for (int i = 1; i < 20; i++) e += t /= i;
        p(e);
        double x = 2;
        for (int i = 0; i < 6; i++) {
            x = (x + 2 / x) / 2;
            p(x);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
