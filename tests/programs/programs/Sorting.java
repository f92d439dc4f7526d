import java.util.*;

public class Sorting {
    static void quick(int[] a, int lo, int hi) {
        if (lo >= hi) return;
        int p = a[(lo + hi) >>> 1], i = lo, j = hi;
        while (i <= j) {
            while (a[i] < p) i++;
            while (a[j] > p) j--;
            if (i <= j) {
                int t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        quick(a, lo, j);
        quick(a, i, hi);
    }
    static void heap(int[] a) {
        for (int n = a.length, i = n / 2; n > 1;) {
            int t;
            if (i > 0) t = a[--i];
            else {
                t = a[--n];
                a[n] = a[0];
            }
            int k = i;
            for (int c; (c = 2 * k + 1) < n; k = c) {
                if (c + 1 < n && a[c + 1] > a[c]) c++;
                if (a[c] <= t) break;
                a[k] = a[c];
            }
            a[k] = t;
        }
    }

    public static void main(String[] args) throws Exception {
        int[] a = new int[500];
        int s = 17;
        for (int i = 0; i < a.length; i++) {
            s = s * 1103515245 + 12345;
            a[i] = (s >>> 16) % 1000;
        }
        int[] b = a.clone(), c = a.clone();
        quick(a, 0, a.length - 1);
        Arrays.sort(c);
        System.out.println(Arrays.equals(a, c) + " " + Arrays.hashCode(a));
        heap(b);
        System.out.println(Arrays.equals(b, c));
    }
}
