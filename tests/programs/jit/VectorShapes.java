import java.util.*;

/** Loops over arrays of many shapes: with breaks, two counters, recurrences, gathers, overlaps and what else is not done on vectors. */
public class VectorShapes {
    static int[] shared = new int[100];
    static int afterLoop(int[] a, int n) { int i; int s = 0; for (i = 0; i < n; i++) { s += a[i]; } return s * 1000 + i; }
    static int brk(int[] a, int key) { for (int i = 0; i < a.length; i++) { if (a[i] == key) return i; } return -1; }
    static void two(int[] a, int[] b) { for (int i = 0, j = 3; i < a.length && j < b.length; i++, j++) { a[i] = b[j]; } }
    static void rev(int[] a) { for (int i = 0, j = a.length - 1; i < j; i++, j--) { int t = a[i]; a[i] = a[j]; a[j] = t; } }
    static void prefix(long[] a) { for (int i = 1; i < a.length; i++) a[i] += a[i - 1]; }
    static int maxIdx(double[] d) { int m = 0; for (int i = 1; i < d.length; i++) if (d[i] > d[m]) m = i; return m; }
    static double maxD(double[] d) { double m = Double.NEGATIVE_INFINITY; for (int i = 0; i < d.length; i++) m = Math.max(m, d[i]); return m; }
    static float dot(float[] a, float[] b) { float s = 0; for (int i = 0; i < a.length; i++) s += a[i] * b[i]; return s; }
    static void field(VectorShapes o, int n) { for (int i = 0; i < n; i++) { o.f[i] += o.k; } }
    int[] f = new int[64]; int k = 3;
    static void stat(int n) { for (int i = 0; i < n; i++) shared[i] = shared[i] * 3 + i; }
    static long mixed(byte[] b, long[] l, int n) { long s = 0; for (int i = 0; i < n; i++) { l[i] += b[i]; s += l[i] ^ b[i]; } return s; }
    static void chars(char[] c, byte[] b) { for (int i = 0; i < b.length; i++) c[i] = (char) (b[i] & 0xff); }
    static int hist(byte[] b, int[] h) { for (int i = 0; i < b.length; i++) h[b[i] & 63]++; return h[5]; }
    static void strided(int[] a, int s) { for (int i = 0; i < a.length; i += s) a[i]++; }
    static int down(int[] a) { int s = 0; for (int i = a.length - 1; i >= 0; i--) s = s * 3 + a[i]; return s; }
    static void tri(double[][] a) { for (int i = 0; i < a.length; i++) for (int k = i + 1; k < a.length; k++) { double f = a[k][i] / a[i][i]; for (int j = i; j < a.length; j++) a[k][j] -= f * a[i][j]; } }
    static void overlap(short[] a, int x, int y, int n) { for (int i = 0; i < n; i++) a[x + i] = (short) (a[y + i] + 1); }
    static void gather(int[] d, int[] s, int[] ix) { for (int i = 0; i < ix.length; i++) d[i] = s[ix[i]]; }
    static long neg(int lo, int hi) { long s = 0; for (int i = lo; i < hi; i++) s += i * (long) i; return s; }
    static int le(int[] a, int n) { int s = 0; for (int i = 0; i <= n; i++) s ^= a[i]; return s; }
    static int ne(int[] a, int n) { int s = 0; for (int i = 0; i != n; i++) s += a[i]; return s; }
    static void tryin(int[] a, int[] b, int n) { for (int i = 0; i < n; i++) { try { a[i] = b[i] * 2; } catch (ArrayIndexOutOfBoundsException e) { shared[0]++; break; } } }
    static void sync(int[] a) { synchronized (a) { for (int i = 0; i < a.length; i++) a[i] ^= i; } }
    static void div(int[] a, int d) { for (int i = 0; i < a.length; i++) a[i] = a[i] / d + a[i] % 7; }
    static void cond(int[] a) { for (int i = 0; i < a.length; i++) a[i] = a[i] > 5 ? a[i] - 1 : a[i] + 2; }
    static void objs(Object[] o, Object v) { for (int i = 0; i < o.length; i++) o[i] = v; }
    static void bits(double[] d, long[] l) { for (int i = 0; i < d.length; i++) l[i] = Double.doubleToRawLongBits(d[i]); }
    public static void main(String[] x) {
        long h = 0; Random r = new Random(5);
        VectorShapes o = new VectorShapes();
        for (int round = 0; round < 3000; round++) {
            int n = round % 57; int[] a = new int[n], b = new int[n + 5]; long[] l = new long[n]; byte[] by = new byte[n]; double[] d = new double[n + 1]; float[] f = new float[n], g = new float[n]; short[] s = new short[n + 40]; char[] c = new char[n];
            for (int i = 0; i < n; i++) { a[i] = r.nextInt(40); b[i] = r.nextInt(); l[i] = r.nextLong(); by[i] = (byte) r.nextInt(); d[i] = r.nextInt(9) == 0 ? Double.NaN : r.nextGaussian(); f[i] = r.nextFloat(); g[i] = -r.nextFloat(); s[i] = (short) r.nextInt(); }
            h = h * 31 + afterLoop(a, n) + brk(a, 7); two(a, b); rev(a); prefix(l); h = h * 31 + maxIdx(d) + Double.doubleToLongBits(maxD(d)) + Float.floatToIntBits(dot(f, g));
            field(o, round % 65); stat(round % 101); h = h * 31 + mixed(by, l, n); chars(c, by); h = h * 31 + hist(by, new int[64]); strided(a, 1 + round % 9); h = h * 31 + down(a);
            overlap(s, round % 7, round % 11, n); int[] ix = new int[n]; for (int i = 0; i < n; i++) ix[i] = r.nextInt(n); gather(a, b, ix); h = h * 31 + neg(-round, round % 100) + (n > 0 ? le(a, n - 1) : 0) + ne(a, n);
            tryin(a, b, n + round % 2); sync(a); div(a, round | 1); cond(a); Object[] ob = new Object[n]; objs(ob, "x"); long[] l2 = new long[n + 1]; bits(d, l2);
            try { overlap(s, round % 7, -1, n); } catch (ArrayIndexOutOfBoundsException e) { h = h * 31 + 77; }
            try { le(a, n); } catch (ArrayIndexOutOfBoundsException e) { h = h * 31 + 77; }
            double[][] m = new double[n / 4 + 1][n / 4 + 1]; for (double[] row : m) for (int i = 0; i < row.length; i++) row[i] = r.nextDouble(); tri(m);
            h = h * 31 + Arrays.hashCode(a) + Arrays.hashCode(l) + Arrays.hashCode(s) + Arrays.hashCode(c) + Arrays.hashCode(ob) + Arrays.hashCode(l2) + Arrays.deepHashCode(m) + Arrays.hashCode(o.f) + Arrays.hashCode(shared);
        }
        System.out.println(h);
    }
}
