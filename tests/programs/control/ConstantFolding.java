public class ConstantFolding {
    static final int A = 3 * 4 + (1 << 5) % 7, B = A > 10 ? A : -A;
    static final String S = "v" + A + 'c' + 1.5f + true + 2L + (char) 66 + (byte) 300 + 1e10;
    static final long L = 1L << 40 | 0xFFL;
    static final char C = 'a' + 1;
    static final double D = 1 / 3 + 1.0 / 3;
    static final boolean Z = "ab" == "a" + "b";
    static final byte BY = (byte) 0x1ff;

    public static void main(String[] args) throws Exception {
        p(S + " " + B + " " + L + C + D + Z + BY);
        final String x = "p";
        String y = "p";
        p(("p" + "q") == (x + "q"));
        p(("pq") == (y + "q"));
        p(("pq") == (y + "q").intern());
        final int k;
        k = 5;
        byte b = 10;
        final int c = 100;
        byte d = c;
        char e = 97;
        short f = 'a';
        p(b + d + e + f + k);
        p(5 / 2 + 5 % -3 + -5 / 2 + (-5 >> 1) + (-5 >>> 28) + ~7 + (5 & 3 ^ 6 | 8));
        p(1.0f / 3 + "" + (float) 1e10 + (int) 3.99e20 + (long) Float.NaN + (char) 97.6 + (5 == 5.0) + ('a' == 97));
        p(Integer.MAX_VALUE + 1 + "" + Long.MIN_VALUE + -0.0 + 0x1p3 + 1_000_000 + 0b1010 + 017 + 0xFFFF_FFFF);
        if (A > 100) p("dead");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
