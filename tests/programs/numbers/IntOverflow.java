public class IntOverflow {
    public static void main(String[] args) throws Exception {
        int mx = Integer.MAX_VALUE, mn = Integer.MIN_VALUE;
        p(mx + 1 == mn);
        p(-mn);
        p(Math.abs(mn));
        p(mn / -1);
        p(mn % -1);
        p(mx * mx);
        p(mn * mn);
        p(mx * 2);
        int z = 0;
        try {
            p(1 / z);
        }  catch (ArithmeticException e) {
            p(e);
        }
        try {
            p(1 % z);
        }  catch (ArithmeticException e) {
            p(e.getMessage());
        }
        long lz = 0;
        try {
            p(5L / lz);
        }  catch (ArithmeticException e) {
            p(e);
        }
        long lm = Long.MIN_VALUE;
        p(lm / -1);
        p(lm % -1);
        p(-lm);
        p(lm - 1);
        p(Long.MAX_VALUE * 3);
        for (int a : new int[] {7, -7}) for (int b : new int[] {3, -3}) p(a / b + " " + a % b + " " + Math.floorDiv(a, b) + " " + Math.floorMod(a, b));
        p(46341 * 46341);
        p(1000000 * 1000000L);
        p((int) 3000000000L);
        p((short) 40000 + (byte) 200 + (char) -1);
        p(7 / 2 * 2.0 + 7 / 2.0);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
