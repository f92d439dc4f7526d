import java.util.*;
import java.util.stream.*;

/** Arrays.parallelSort, parallelPrefix and parallelSetAll against their sequential relatives. */
public class ParallelArrays {
    record Pair(int key, int place) { }

    static long next = 42;
    static int random() {
        next = next * 6364136223846793005L + 1442695040888963407L;
        return (int) (next >>> 33);
    }

    public static void main(String[] args) {
        for (int n : new int[] {0, 1, 2, 100, 8193, 50_001}) {
            int[] a = new int[n];
            for (int i = 0; i < n; i++) a[i] = random();
            int[] b = a.clone();
            Arrays.sort(a);
            Arrays.parallelSort(b);
            long[] l = IntStream.range(0, n).mapToLong(i -> random() * 77L).toArray(), m = l.clone();
            Arrays.sort(l, n / 3, n);
            Arrays.parallelSort(m, n / 3, n);
            double[] d = new double[n];
            for (int i = 0; i < n; i++) d[i] = switch (random() & 7) { case 0 -> Double.NaN; case 1 -> -0.0; case 2 -> 0.0; case 3 -> Double.NEGATIVE_INFINITY; default -> random() / 1e5; };
            double[] e = d.clone();
            Arrays.sort(d);
            Arrays.parallelSort(e);
            float[] f = new float[n];
            for (int i = 0; i < n; i++) f[i] = (random() & 3) == 0 ? Float.NaN : (random() & 3) == 0 ? -0f : random() % 100;
            float[] g = f.clone();
            Arrays.sort(f);
            Arrays.parallelSort(g);
            int objects = Math.min(n, 8500);
            Pair[] p = new Pair[objects];
            for (int i = 0; i < objects; i++) p[i] = new Pair(random() % 1000, i);
            Pair[] q = p.clone();
            Arrays.sort(p, Comparator.comparingInt(Pair::key));
            Arrays.parallelSort(q, Comparator.comparingInt(Pair::key));
            String[] s = new String[objects];
            for (int i = 0; i < objects; i++) s[i] = "s" + random() % 5000;
            String[] t = s.clone();
            Arrays.sort(s);
            Arrays.parallelSort(t);
            short[] x = new short[n];
            for (int i = 0; i < n; i++) x[i] = (short) random();
            short[] y = x.clone();
            Arrays.sort(x);
            Arrays.parallelSort(y);
            int[] u = new int[n], v = new int[n];
            Arrays.setAll(u, i -> i * 3 ^ 7);
            Arrays.parallelSetAll(v, i -> i * 3 ^ 7);
            String[] w = new String[objects];
            Arrays.parallelSetAll(w, Integer::toString);
            Arrays.parallelPrefix(v, Integer::sum);
            for (int i = 1; i < n; i++) u[i] += u[i - 1];
            System.out.println(n + " " + Arrays.equals(a, b) + Arrays.equals(l, m) + Arrays.equals(d, e) + Arrays.equals(f, g) + Arrays.equals(p, q) + Arrays.equals(s, t)
                + Arrays.equals(x, y) + Arrays.equals(u, v) + (n == 0 || w[objects - 1].equals("" + (objects - 1))));
        }
        try { Arrays.parallelSort(new int[5], 3, 1); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        try { Arrays.parallelSort(new int[5], 3, 9); } catch (ArrayIndexOutOfBoundsException e) { System.out.println(e.getMessage()); }
        try { Arrays.parallelSort((Object[]) new Integer[] {1, 2, null, 3}, (Comparator<Object>) (Comparator<?>) Comparator.<Integer>naturalOrder()); } catch (NullPointerException e) { System.out.println("null"); }
    }
}
