import java.util.Arrays;

/** Where loops over arrays end: exceptions at their index with what was stored before, counters near the greatest int, entry in the middle. */
public class VectorLimits {
    static int copy(int[] to, int[] from, int start, int end) {
        int done = start;
        try {
            for (int i = start; i < end; i++) {
                to[i] = from[i] + 1;
                done = i;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.print(e.getMessage() + " ");
        }
        return done;
    }

    static String plain(long[] to, int[] from, int start, int end, int plus) {
        try {
            for (int i = start; i < end; i++) {
                to[i + plus] = from[i] * 2L;
            }
            return "done";
        } catch (ArrayIndexOutOfBoundsException | NullPointerException e) {
            return e.getClass().getSimpleName();
        }
    }

    static int wrap(int start, int end) {
        int s = 0;
        for (int i = start; i <= end; i++) {
            s += i ^ s;
            if (i == Integer.MAX_VALUE) {
                break;
            }
        }
        return s;
    }

    static int sumTo(int[] a, int start, int end) {
        int s = 0;
        for (int i = start; i < end; i++) {
            s += i;
        }
        return s + a.length;
    }

    static void bytesOrBooleans(Object o, int n) {
        if (o instanceof boolean[]) {
            boolean[] b = (boolean[]) o;
            for (int i = 0; i < n; i++) {
                b[i] = !b[i];
            }
        } else {
            byte[] b = (byte[]) o;
            for (int i = 0; i < n; i++) {
                b[i] = (byte) ~b[i];
            }
        }
    }

    static void rows(int[][] to, int[][] from) {
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to[i].length; j++) {
                to[i][j] = from[i][j] - to[i][j];
            }
        }
    }

    static int steps(int[] a, int step) {
        int s = 0;
        for (int i = 0; i < a.length; i += 3) {
            a[i] += step;
            s += a[i];
        }
        for (int i = a.length - 1; i >= 0; i--) {
            a[i] ^= s;
            s -= a[i];
        }
        for (int i = 0; i < a.length; i += step) {
            a[i]--;
            s ^= a[i];
        }
        return s;
    }

    static int limitInMemory(int[] a, int[] bound) {
        int n = 0;
        for (int i = 0; i < bound[0]; i++) {
            a[i] = i;
            n++;
        }
        return n;
    }

    public static void main(String[] args) {
        int[] a = new int[37];
        int[] b = new int[50];
        long[] l = new long[45];
        for (int i = 0; i < b.length; i++) {
            b[i] = i * 7 - 100;
        }
        long check = 0;
        for (int round = 0; round < 4000; round++) {
            check = check * 31 + plain(l, b, round % 9, 30 + round % 5, round % 4).hashCode();
            check = check * 31 + Arrays.hashCode(l);
            check = check * 31 + steps(a, 1 + round % 5) + sumTo(a, round - 2000, round);
            check = check * 31 + wrap(Integer.MAX_VALUE - round % 50, Integer.MAX_VALUE);
            check = check * 31 + wrap(-round % 50, 17);
        }
        System.out.println(check);
        for (int round = 0; round < 3000; round++) {
            copy(a, b, round % 3, 37);
        }
        System.out.println(copy(a, b, 0, 60) + " " + Arrays.toString(a));
        System.out.println(copy(a, b, -1, 60) + " " + copy(b, a, 5, 38));
        System.out.println(plain(l, b, 0, 50, 1) + " " + Arrays.toString(l));
        System.out.println(plain(l, b, 0, 50, -1) + plain(l, b, 2, 10, Integer.MAX_VALUE) + plain(null, b, 0, 1, 0)
            + plain(null, b, 1, 1, 0) + plain(l, null, 3, 5, 0));
        boolean[] z = new boolean[33];
        byte[] y = new byte[33];
        for (int round = 0; round < 3001; round++) {
            bytesOrBooleans(z, round % 34);
            bytesOrBooleans(y, round % 34);
        }
        System.out.println(Arrays.toString(z) + Arrays.toString(y));
        int[][] m = new int[40][];
        int[][] o = new int[40][41];
        for (int i = 0; i < 40; i++) {
            m[i] = new int[i];
            Arrays.setAll(o[i], j -> j * 31 ^ 5);
        }
        for (int round = 0; round < 301; round++) {
            rows(m, o);
            rows(m, m);
        }
        rows(m, o);
        System.out.println(Arrays.deepHashCode(m));
        int[] own = new int[60];
        for (int round = 0; round < 3000; round++) {
            own[0] = 55;
            check += limitInMemory(own, new int[] {round % 60});
        }
        own[0] = 55;
        System.out.println(check + " " + limitInMemory(own, own) + " " + Arrays.hashCode(own));
        // Entered in the middle, on the first call.
        int[] large = new int[3_000_000];
        int last = 0;
        long sum = 0;
        for (int i = 0; i < large.length; i++) {
            large[i] = i * 3 + last;
            last = large[i] & 0xff;
        }
        for (int i = 0; i < large.length; i++) {
            sum += large[i];
        }
        for (int i = 1; i < large.length - 1; i++) {
            large[i] = large[i] + large[i + 1];
        }
        System.out.println(sum + " " + Arrays.hashCode(large));
    }
}
