import java.util.ArrayList;
import java.util.List;

/** Branches around arithmetic, which may become conditional moves: of ints, longs and references, nested, in loops, with floats compared. */
public class Conditional {
    static int clamp(int x, int low, int high) {
        int r = x;
        if (r < low) {
            r = low;
        }
        if (r > high) {
            r = high;
        }
        return r;
    }

    static long wrap(long x, long n) {
        return x < 0 ? x + n : x >= n ? x - n : x;
    }

    static Object pick(boolean first, Object a, Object b) {
        return first ? a : b;
    }

    static int order(double x, double y) {
        int r = 7;
        if (x < y) {
            r = -1;
        } else if (x > y) {
            r = 1;
        } else if (x == y) {
            r = 0;
        }
        return r;
    }

    static int notLess(float x, float y) {
        int n = 10;
        if (!(x < y)) {
            n += 5;
        }
        if (!(x >= y)) {
            n -= 3;
        }
        if (x != y) {
            n ^= 64;
        }
        return n;
    }

    static int swapped(int[] a) {
        int low = Integer.MAX_VALUE;
        int lowAt = -1;
        int high = Integer.MIN_VALUE;
        int highAt = -1;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < low) {
                low = a[i];
                lowAt = i;
            }
            if (a[i] > high) {
                high = a[i];
                highAt = i;
            }
        }
        return lowAt * 1000 + highAt + low + high;
    }

    static int search(int[] sorted, int key) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            if (sorted[mid] < key) {
                low = mid + 1;
            } else {
                high = mid - 1;
            }
        }
        return low;
    }

    /** What is chosen survives collections; the object not chosen is not confused with it. */
    static String objects(int rounds) {
        Object kept = "start";
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Object fresh = new int[] {i};
            Object other = kept;
            if (i % 3 == 0) {
                other = fresh;
            }
            byte[] garbage = new byte[100 + i % 50];
            if (garbage.length % 7 == 0) {
                all.add(other);
            }
            kept = other;
        }
        int sum = 0;
        for (Object o : all) {
            sum = sum * 31 + (o instanceof int[] ? ((int[]) o)[0] : 5);
        }
        return all.size() + " " + sum;
    }

    /** Values that share a meeting point and differ in kind. */
    static long several(int n) {
        long sum = 0;
        int i = 3;
        int j = 11;
        long k = 5;
        double d = 0.5;
        for (int s = 0; s < n; s++) {
            i = i == 0 ? 16 : i - 1;
            j = j == 16 ? 0 : j + 1;
            if (i > j) {
                k += i;
                d = d + 0.25;
            } else {
                k -= j;
            }
            if ((s & 5) == 4) {
                k = -k;
            }
            boolean odd = (k & 1) != 0;
            boolean both = odd && i < 8;
            sum += both ? k : odd ? 1 : 2;
        }
        return sum * 31 + (long) (d * 4);
    }

    static int shifts(int x, int y) {
        int r = x;
        if (y > 16) {
            r = x << y;
        } else {
            r = x >>> y;
        }
        byte b = (byte) r;
        char c = 'x';
        if (b < 0) {
            c = (char) r;
        }
        return r ^ b ^ c;
    }

    public static void main(String[] args) {
        long sum = 0;
        double[] doubles = {0.0, -0.0, 1.5, -2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
        int[] values = new int[257];
        int[] sorted = new int[100];
        int seed = 12345;
        for (int i = 0; i < values.length; i++) {
            seed = seed * 1103515245 + 12345;
            values[i] = seed >> 8;
        }
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = i * 3;
        }
        for (int round = 0; round < 4000; round++) {
            sum = sum * 31 + clamp(values[round % 257], -100_000, 90_000);
            sum = sum * 31 + wrap(values[(round + 1) % 257], 1 << 20);
            sum += pick((round & 1) == 0, "ab", "cde").toString().length();
            sum = sum * 31 + search(sorted, round % 310 - 5);
            sum = sum * 31 + shifts(values[round % 257], round % 37 - 2);
            double x = doubles[round % 7];
            double y = doubles[round / 7 % 7];
            sum = sum * 31 + order(x, y);
            sum = sum * 31 + notLess((float) x, (float) y);
            if (round % 100 == 0) {
                values[round % 257] ^= round;
                sum = sum * 31 + swapped(values);
            }
        }
        System.out.println(sum);
        System.out.println(several(100_000));
        System.out.println(objects(60_000));
    }
}
