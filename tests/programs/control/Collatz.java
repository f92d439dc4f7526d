public class Collatz {
    public static void main(String[] args) throws Exception {
        int best = 0, arg = 0;
        for (int n = 1; n < 3000; n++) {
            int k = 0;
            for (long x = n; x != 1; k++) x = (x & 1) == 0 ? x / 2 : 3 * x + 1;
            if (k > best) {
                best = k;
                arg = n;
            }
        }
        p(arg + ":" + best);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
