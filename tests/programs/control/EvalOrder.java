import java.util.*;

public class EvalOrder {
    static StringBuilder sb = new StringBuilder();
    static int t(int x) {
        sb.append(x).append(' ');
        return x;
    }
    static boolean b(int x, boolean v) {
        sb.append(x).append(v ? "T " : "F ");
        return v;
    }
    static int f(int... a) {
        sb.append("f ");
        return a.length;
    }
    static int[] nullArr() {
        sb.append("na ");
        return null;
    }

    public static void main(String[] args) throws Exception {
        int r = t(1) + t(2) * t(3) - t(4) / t(2);
        p(sb + "= " + r);
        sb.setLength(0);
        boolean q = b(1, true) || b(2, true);
        q = b(3, false) && b(4, true) | b(5, true);
        q = b(6, false) | b(7, true) & b(8, false);
        q ^= b(9, true);
        p(sb + "" + q);
        sb.setLength(0);
        f(t(1), t(2), f(t(3)));
        p(sb);
        sb.setLength(0);
        try {
            nullArr()[t(1)] = t(2);
        }  catch (NullPointerException e) {
            p(sb);
        }
        sb.setLength(0);
        try {
            int[] a = new int[t(2)];
            a[t(5)] = t(6) / t(0);
        }  catch (ArithmeticException e) {
            p(sb + e.getMessage());
        }
        int i = 1;
        int[] a = new int[4];
        i = a[i] = 3;
        p(i + Arrays.toString(a));
        int j = 0;
        a[j] = j = 2;
        p(Arrays.toString(a));
        int k = 5;
        k = k + k++ * --k;
        p(k);
        sb.setLength(0);
        int[][] m = new int[t(2)][t(3)];
        p(sb + "" + m[1].length);
        try {
            int[][] bad = new int[t(1)][t(-1)];
        }  catch (NegativeArraySizeException e) {
            p(e.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
