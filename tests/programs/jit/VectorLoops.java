import java.util.Arrays;
import java.util.Random;

/** Loops over arrays of all element types, of all small lengths, with offsets and with arrays that are one. */
public class VectorLoops {
    static void axpy(double[] y, double[] x, double a, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += a * x[i];
        }
    }

    static void floats(float[] r, float[] a, float[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            r[i] = Math.max(a[i], b[i]) - Math.min(a[i], b[i]) / (a[i] + 1.5f);
        }
    }

    static void doubles(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Math.sqrt(Math.abs(a[i])) + Math.min(-b[i], Math.max(a[i], b[i]));
        }
    }

    static void ints(int[] r, int[] a, int[] b, int x, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = (a[i] * b[i] ^ x) + (a[i] << 3) - (b[i] >>> 5 | a[i] >> 2) & ~x;
        }
    }

    static void shifts(int[] r, long[] s, int by, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = r[i] << by ^ r[i] >> by + 3 ^ r[i] >>> -by;
            s[i] = s[i] << by ^ s[i] >> by + 3 ^ s[i] >>> -by;
        }
    }

    static void rotations(int[] r, long[] s, int by, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Integer.rotateLeft(r[i], by) + Integer.rotateRight(r[i], 7);
            s[i] = Long.rotateRight(s[i], by) - Long.rotateLeft(s[i], 13);
        }
    }

    static void longs(long[] r, long[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = a[i] * 31 + b[i] - (a[i] >> 7);
        }
    }

    static void minMax(int[] r, int[] a, int low, int high, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Math.min(Math.max(a[i], low), high) + Math.abs(a[i]);
        }
    }

    static void bytes(byte[] r, byte[] a, byte[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = (byte) (a[i] * 3 + b[i] - (a[i] & b[i]));
        }
    }

    static void byteShifts(byte[] r, byte[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = (byte) ((a[i] & 0xff) >> 3 | a[i] << 5);
        }
    }

    static void shorts(short[] r, short[] a, short[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = (short) (a[i] * b[i] + (a[i] >> 1));
        }
    }

    static void chars(char[] r, char[] a, int x, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = (char) (a[i] + x);
        }
    }

    static void booleans(boolean[] r, boolean[] a, boolean[] b, boolean c, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = a[i] & c ^ b[i] | a[i];
        }
    }

    static void narrowing(byte[] b, short[] s, char[] c, int[] a, int n) {
        for (int i = 0; i < n; i++) {
            b[i] = (byte) a[i];
            s[i] = (short) (a[i] >> 3);
            c[i] = (char) (a[i] * 5);
        }
    }

    static void widening(int[] r, long[] l, byte[] b, short[] s, char[] c, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = b[i] * s[i] + c[i];
            l[i] = s[i];
        }
    }

    static void casts(int[] r, int[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = (byte) a[i] + (short) (a[i] >> 4) * (char) (a[i] >> 9);
        }
    }

    static void conversions(double[] d, float[] f, int[] a, long[] l, int n) {
        for (int i = 0; i < n; i++) {
            d[i] = a[i] * 0.5 + f[i];
            f[i] = (float) d[i] + a[i];
            l[i] = (long) a[i] << 20;
            a[i] = (int) l[i] ^ (int) f[i];
        }
    }

    static void counting(int[] r, long[] l, double[] d, byte[] b, int from, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = i * i + from;
            l[i] = i + (long) from;
            d[i] = i;
            b[i] = (byte) (i + 100);
        }
    }

    static void fill(int[] a, long[] b, double[] c, byte[] d, boolean[] e, char[] f, int x) {
        for (int i = 0; i < a.length; i++) {
            a[i] = x;
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = x;
        }
        for (int i = 0; i < c.length; i++) {
            c[i] = -0.0;
        }
        for (int i = 0; i < d.length; i++) {
            d[i] = (byte) x;
        }
        for (int i = 0; i < e.length; i++) {
            e[i] = true;
        }
        for (int i = 0; i < f.length; i++) {
            f[i] = 'x';
        }
    }

    static void forward(int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = b[i + 1] + 1;
        }
    }

    static void backward(int[] a, int[] b, int n) {
        for (int i = 1; i < n; i++) {
            a[i] = b[i - 1] + 1;
        }
    }

    static void offset(int[] a, int[] b, int plus, int n) {
        for (int i = 0; i < n; i++) {
            a[i + plus] = b[i] + 7;
        }
    }

    static void storeThenLoad(int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = i;
            b[i] = a[i + 1] + b[i];
        }
    }

    static void twoStores(int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = i * 3;
            b[i + 1] = i * 5;
        }
    }

    static int sum(int[] a) {
        int s = 5;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * 3;
        }
        return s;
    }

    static long sums(int[] a, long[] b, byte[] c, short[] d, int n) {
        long s = 0;
        int t = 9;
        long x = -1;
        int least = Integer.MAX_VALUE;
        int most = -3;
        int product = 1;
        int all = -1;
        long some = 0;
        for (int i = 0; i < n; i++) {
            s += a[i];
            t -= c[i];
            x ^= b[i];
            least = Math.min(least, d[i]);
            most = Math.max(most, a[i]);
            product *= a[i] | 1;
            all &= a[i] | 0xff;
            some |= b[i] & 0xf0;
        }
        return s * 31 + t * 17 + x + least * 3L + most * 5L + product + all + some;
    }

    static double ordered(double[] a, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += a[i];
        }
        return s;
    }

    static int polynomial(byte[] a, int n) {
        int h = 1;
        for (int i = 0; i < n; i++) {
            h = 31 * h + a[i];
        }
        return h;
    }

    static long checksum;

    static void add(long x) {
        checksum = checksum * 1000003 + x;
    }

    public static void main(String[] args) {
        for (int round = 0; round < 60; round++) {
            for (int n = 0; n <= 40; n++) {
                one(n, new Random(n * 100 + round % 7));
            }
            one(200, new Random(round));
        }
        one(20000, new Random(4));
        System.out.println(checksum);
    }

    static void one(int n, Random random) {
        int[] a = new int[n + 5];
        int[] b = new int[n + 5];
        int[] r = new int[n + 5];
        long[] l = new long[n + 5];
        long[] m = new long[n + 5];
        byte[] p = new byte[n + 5];
        byte[] q = new byte[n + 5];
        byte[] u = new byte[n + 5];
        short[] s = new short[n + 5];
        short[] t = new short[n + 5];
        char[] c = new char[n + 5];
        char[] e = new char[n + 5];
        boolean[] x = new boolean[n + 5];
        boolean[] y = new boolean[n + 5];
        float[] f = new float[n + 5];
        float[] g = new float[n + 5];
        double[] d = new double[n + 5];
        double[] h = new double[n + 5];
        float[] odd = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, -1e30f, 3e9f};
        for (int i = 0; i < n + 5; i++) {
            a[i] = random.nextInt();
            b[i] = random.nextInt() >> random.nextInt(32);
            l[i] = random.nextLong();
            m[i] = random.nextInt();
            p[i] = (byte) random.nextInt();
            q[i] = (byte) random.nextInt();
            s[i] = (short) random.nextInt();
            t[i] = (short) random.nextInt();
            c[i] = (char) random.nextInt();
            x[i] = random.nextBoolean();
            y[i] = random.nextBoolean();
            f[i] = random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : random.nextFloat() * 100;
            g[i] = random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : random.nextInt();
            d[i] = f[i] * 1.1;
            h[i] = g[i] / 3.0;
        }
        ints(r, a, b, n * 77, n);
        add(Arrays.hashCode(r));
        ints(a, a, b, n, n);
        add(Arrays.hashCode(a));
        shifts(r, l, n, n);
        add(Arrays.hashCode(r) + Arrays.hashCode(l));
        rotations(r, l, n, n);
        add(Arrays.hashCode(r) + Arrays.hashCode(l));
        longs(m, l, b, n);
        add(Arrays.hashCode(m));
        minMax(r, b, -100, n * 9, n);
        add(Arrays.hashCode(r));
        bytes(u, p, q, n);
        add(Arrays.hashCode(u));
        byteShifts(u, q, n);
        add(Arrays.hashCode(u));
        shorts(t, s, t, n);
        add(Arrays.hashCode(t));
        chars(e, c, n, n);
        add(Arrays.hashCode(e));
        booleans(y, x, y, n % 2 == 0, n);
        add(Arrays.hashCode(y));
        narrowing(u, t, e, a, n);
        add(Arrays.hashCode(u) + Arrays.hashCode(t) + Arrays.hashCode(e));
        widening(r, m, p, s, c, n);
        add(Arrays.hashCode(r) + Arrays.hashCode(m));
        casts(r, a, n);
        add(Arrays.hashCode(r));
        floats(g, f, g, Math.min(n, 3), n);
        add(Arrays.hashCode(g));
        doubles(h, d, h, n);
        add(Arrays.hashCode(h));
        axpy(h, d, 0.37, n);
        add(Arrays.hashCode(h));
        axpy(d, d, 2.5, n);
        add(Arrays.hashCode(d));
        conversions(d, f, a, l, n);
        add(Arrays.hashCode(d) + Arrays.hashCode(f) + Arrays.hashCode(a) + Arrays.hashCode(l));
        add(sum(a) + sums(a, l, p, s, n));
        add(Double.doubleToLongBits(ordered(h, n)) + polynomial(p, n));
        counting(r, l, d, p, n * 3 - 50, n);
        add(Arrays.hashCode(r) + Arrays.hashCode(l) + Arrays.hashCode(d) + Arrays.hashCode(p));
        forward(a, b, n);
        forward(b, b, n);
        add(Arrays.hashCode(a) + Arrays.hashCode(b));
        backward(a, b, n);
        backward(b, b, n);
        add(Arrays.hashCode(a) + Arrays.hashCode(b));
        for (int plus = 0; plus < 5; plus++) {
            offset(a, b, plus, n);
            offset(b, b, plus, n);
        }
        add(Arrays.hashCode(a) + Arrays.hashCode(b));
        storeThenLoad(a, b, n);
        storeThenLoad(b, b, n);
        twoStores(a, b, n);
        twoStores(r, r, n);
        add(Arrays.hashCode(a) + Arrays.hashCode(b) + Arrays.hashCode(r));
        fill(a, l, d, p, x, c, n - 20);
        add(Arrays.hashCode(a) + Arrays.hashCode(l) + Arrays.hashCode(d) + Arrays.hashCode(p) + Arrays.hashCode(x)
            + Arrays.hashCode(c));
    }
}
