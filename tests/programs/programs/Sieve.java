public class Sieve {
    public static void main(String[] args) throws Exception {
        boolean[] c = new boolean[10001];
        int n = 0, last = 0;
        for (int i = 2; i <= 10000; i++) {
            if (c[i]) continue;
            n++;
            last = i;
            for (int j = i * 2; j <= 10000; j += i) c[j] = true;
        }
        p(n + " " + last);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
