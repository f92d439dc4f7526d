/** Loops whose condition holds a branch of its own. */
public class LoopConditions {
    static int upTo(boolean few) {
        int n = 0;
        for (int i = 0; i < (few ? 5 : 9); i++) {
            n += i;
        }
        return n;
    }

    static int withAnd(int[] a, boolean b) {
        int n = 0;
        int i = 0;
        while (i < a.length && a[i] < (b ? 3 : 100) && (n < 50 || !b)) {
            n += a[i++];
        }
        return n;
    }

    static long wide(int k) {
        long sum = 0;
        for (long i = 0; i * 2 < (k > 3 ? 20L : k == 2 ? 7L : 5L); i++) {
            sum = sum * 3 + i;
        }
        return sum;
    }

    static String text(String s, boolean upper) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < (s == null ? 2 : s.length()); i++) {
            sb.append(s == null ? '?' : upper ? Character.toUpperCase(s.charAt(i)) : s.charAt(i));
        }
        return sb.toString();
    }

    public static void main(String[] args) {
        System.out.println(upTo(true) + " " + upTo(false));
        System.out.println(withAnd(new int[] {1, 2, 3, 4}, true) + " " + withAnd(new int[] {1, 2, 3, 4}, false));
        System.out.println(wide(1) + " " + wide(2) + " " + wide(9));
        System.out.println(text("abc", true) + text(null, false));
    }
}
