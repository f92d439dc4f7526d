import java.util.Arrays;

/** Short arrays that nobody else sees: every type of element, defaults, narrowing, indices out of bounds, arrays that get out after all. */
public class ShortArrays {
    static int[] escaped;
    static Object sink;

    static int sum3(int... a) {
        return a[0] + a[1] * 2 + a[2] * 3;
    }

    static int sumAll(int... a) {
        int s = 0;
        for (int x : a) {
            s += x;
        }
        return s;
    }

    static int[] pair(int a, int b) {
        return new int[] {a, b};
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static long narrow(int v) {
        boolean[] z = new boolean[2];
        byte[] b = new byte[2];
        short[] s = {(short) v, 1};
        char[] c = {(char) v, 'a'};
        z[0] = (v & 1) != 0;
        b[0] = (byte) v;
        b[1] += v;
        s[1] *= v;
        c[1] += v;
        long[] j = {v, v * 3L};
        float[] f = {v / 2f, 1};
        j[0] ^= j[1];
        f[1] += f[0];
        return (z[0] ? 1 : 0) + (z[1] ? 100 : 0) + b[0] + b[1] * 3 + s[0] * 5 + s[1] + c[0] + c[1] * 7 + j[0] + (long) f[1];
    }

    static String objects(String x, Object y) {
        Object[] o = {x, y, null};
        o[2] = o[0];
        String[] s = {x, "b"};
        s[1] = s[0] + o[2];
        return s[1] + o[1];
    }

    static String storeCheck(Object value) {
        Object[] strings = new String[2];
        try {
            strings[0] = value;
        } catch (ArrayStoreException e) {
            return "store " + strings[0] + strings[1];
        }
        return strings[0] + "" + strings[1];
    }

    static int outOfBounds(int n) {
        int[] a = {n, n + 1};
        int sum = 0;
        try {
            sum += a[0];
            a[1] = 7;
            sum += a[n > 50 ? 2 : 1];
            a[1] = 9;
        } catch (ArrayIndexOutOfBoundsException e) {
            return -a[1] - sum;
        }
        return sum + a[1];
    }

    static int constantOut(int n) {
        int[] a = new int[2];
        try {
            a[0] = n;
            a[2] = n;
        } catch (ArrayIndexOutOfBoundsException e) {
            return a[0] + a[1];
        }
        return -1;
    }

    static int onSomeWays(int n) {
        int[] a = {n, 2, 3};
        if (n % 3 == 0) {
            a[1] = n;
        } else if (n % 3 == 1) {
            a[2] += a[0];
        }
        for (int i = 0; i < 5; i++) {
            a[0] += i;
            a[1] ^= a[0];
        }
        if (n % 1000 == 999) {
            escaped = a;
        }
        return a[0] + a[1] + a[2] + a.length;
    }

    static int fibonacci(int n) {
        int[] state = {0, 1};
        for (int i = 0; i < n; i++) {
            int next = state[0] + state[1];
            state[0] = state[1];
            state[1] = next;
        }
        return state[0];
    }

    static int inArray(int n) {
        int[][] rows = {{n, 1}, {2, n}};
        int[] first = rows[0];
        first[1] += 5;
        rows[1] = first;
        return rows[0][0] * rows[1][1] - rows[1][0];
    }

    static int locked(int n) {
        int[] box = new int[1];
        synchronized (box) {
            box[0] += n;
        }
        return box[0];
    }

    static int negative(int n) {
        try {
            int[] a = new int[n > 0 ? -1 : -1];
            return a.length;
        } catch (NegativeArraySizeException e) {
            return n;
        }
    }

    static int counter(int n) {
        int[] count = new int[1];
        Runnable r = () -> count[0]++;
        for (int i = 0; i < n; i++) {
            r.run();
        }
        return count[0];
    }

    public static void main(String[] args) {
        long all = 0;
        for (int i = 0; i < 30000; i++) {
            int[] p = pair(i, i * 2);
            double[] c = cross(new double[] {i, 1, 2}, new double[] {3, i, 5});
            all = all * 31 + sum3(i, 2, 3) + sumAll(i, i, 1) + sumAll() + p[0] - p[1] + (long) (c[0] + c[1] * c[2]);
            all += narrow(i * 77) + objects("s" + (i & 7), i % 3 == 0 ? null : i).hashCode();
            all += outOfBounds(i % 60) + constantOut(i) + onSomeWays(i) + fibonacci(i % 40) + inArray(i) + locked(i) + negative(i);
            all += counter(i % 9) + storeCheck(i % 2 == 0 ? "x" : (Object) i).hashCode();
            if (i % 5000 == 4999) {
                System.out.println(all + " " + Arrays.toString(escaped));
            }
        }
    }
}
