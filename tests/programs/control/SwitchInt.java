public class SwitchInt {
    static String f(int x) {
        String r = "";
        switch (x) {
            case 1: r += "one";
            case 2: r += "two";
            break;
            case -5: r += "m5";
            break;
            case 1000000: r += "million";
            default: r += "def";
            case 7: r += "seven";
        }
        return r;
    }
    static int dense(int x) {
        switch (x) {
            case 0: return 10;
            case 1: return 11;
            case 2: return 12;
            case 3: return 13;
            case 5: return 15;
        }
        return -1;
    }
    static int chr(char c) {
        switch (c) {
            case 'a': case 'e': case 'i': case 'o': case 'u': return 1;
            case '\n': return 2;
            default: return 0;
        }
    }
    static int ext(int x) {
        switch (x) {
            case Integer.MIN_VALUE: return 1;
            case Integer.MAX_VALUE: return 2;
            case 0: return 3;
            default: return 4;
        }
    }

    public static void main(String[] args) throws Exception {
        for (int x : new int[] {1, 2, -5, 1000000, 7, 99, 0}) p(x + f(x));
        for (int i = -1; i < 7; i++) p(dense(i));
        int n = 0;
        for (char c : "education\n".toCharArray()) n = n * 3 + chr(c);
        p(n);
        p(ext(Integer.MIN_VALUE) + " " + ext(Integer.MAX_VALUE) + ext(0) + ext(-1));
        Integer box = 3;
        switch (box) {
            case 3: p("boxed");
        }
        byte b = -128;
        switch (b) {
            case -128: p("byte");
            break;
            default: p("no");
        }
        switch (5) {}
        final int K = 4; switch (4) { case K: p("K"); } Character cc = 'q'; switch (cc) { case 'q': p("q"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
