public class Concat {
    static String nul;
    static int n;
    static int next() {
        return n++;
    }
    public String toString() {
        return n++ % 2 == 0 ? null : "obj";
    }

    public static void main(String[] args) throws Exception {
        p("" + 1 + 2 + (1 + 2) + 'a' + 1L + 1f + 1d + true + null + nul);
        p(1 + 2 + "x" + 3 * 4 + -5);
        p('a' + 1 + "b" + 'c' + 1);
        p("a" + next() + next() + (next() + next()));
        Concat c = new Concat();
        p("" + c + c);
        char[] cs = {'h'};
        p(("" + cs).startsWith("[C@"));
        String s = "x";
        s = s + s + s;
        s += s;
        p(s);
        p("byte" + (byte) 200 + (short) 70000 + Integer.MIN_VALUE + Long.MIN_VALUE + -0f + Double.MIN_VALUE + Float.MAX_VALUE);
        String big = "";
        for (int i = 0; i < 100; i++) big += i;
        p(big.length() + " " + big.hashCode());
        p("\u00e9\u4e2d\ud83d\ude00" + "\t|\"\\" + "\0".length());
        p("a" + ("b" + ("c" + n)) + (n > 0 ? "y" : 'n') + new int[] {5}[0]);
        p("a\1b\2c" + n + "\1");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
