public class Gcd {
    static long gcd(long a, long b) { return b == 0 ? a : gcd(b, a % b); }

    public static void main(String[] args) throws Exception {
        p(gcd(1071, 462) + gcd(1L << 40, 1L << 35));
        long p = 1;
        for (int i = 0; i < 100; i++) p = p * 31 % 1000000007L;
        p(p);
        p(Math.floorMod(-17, 5));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
