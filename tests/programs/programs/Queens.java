public class Queens {
    static int solve(int n, int c, int d, int e) {
        int full = (1 << n) - 1, k = 0;
        if (c == full) return 1;
        for (int f = full & ~(c | d | e); f != 0; f &= f - 1) {
            int b = f & -f;
            k += solve(n, c | b, (d | b) << 1, (e | b) >> 1);
        }
        return k;
    }

    public static void main(String[] args) throws Exception {
        for (int n = 1; n <= 9; n++) p(n + " " + solve(n, 0, 0, 0));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
