public class ConstantFolding {
    static final int A = 3 * 4 + (1 << 5) % 7, B = A > 10 ? A : -A;
    static final String S = "v" + A + 'c' + 1.5f + true + 2L + (char) 66 + (byte) 300 + 1e10;

    public static void main(String[] args) throws Exception {
        p(S + B);
        final String x = "p";
        String y = "p";
        p(("p" + "q") == (x + "q"));
        p("pq" == (y + "q"));
        p("pq" == (y + "q").intern());
        final int c = 100;
        byte d = c;
        p(d);
        p(5 / 2 + 5 % -3 + -5 / 2 + (-5 >> 1) + (-5 >>> 28) + ~7);
        p(0x1p3 + 1_000_000 + 0b1010 + 017 + 0xFFFF_FFFF);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
