import java.util.Arrays;

/** Loops over arrays in which an index leaves its bounds at some iteration, counters overflow, or limits are odd. */
public class LoopBounds {
    static int[] counts = new int[4];
    static int field;
    static volatile int fence;

    static int fill(int[] a, int from, int to, int value) {
        int done = 0;
        try {
            for (int i = from; i < to; i++) {
                a[i] = value + i;
                done++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return -done * 1000 - 1;
        }
        return done;
    }

    static int fillInclusive(int[] a, int from, int to) {
        int i = from;
        try {
            for (; i <= to; i++) {
                a[i] += i;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return i + 100_000;
        }
        return i;
    }

    static int shifted(int[] a, int[] b, int n) {
        int i = 0;
        try {
            for (i = 1; i < n; i++) {
                a[i - 1] = b[i + 1] + a[i];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return i + 100_000;
        }
        return i;
    }

    static int flat(int[] a, int row, int width, int n) {
        int sum = 0;
        int j = 0;
        try {
            for (j = 0; j < n; j++) {
                sum += a[row * width + j];
                a[row * width + j + 1] ^= sum;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return sum * 31 + j;
        }
        return sum;
    }

    static long steps(int[] a, int start, int limit, int step) {
        long sum = 0;
        if (step == 3) {
            for (int i = start; i < limit; i += 3) {
                sum = sum * 7 + a[i];
            }
        } else {
            for (int i = start; i != limit; i++) {
                sum = sum * 5 + a[i];
            }
        }
        return sum;
    }

    static int down(int[] a, int from) {
        int sum = 0;
        for (int i = from; i >= 0; i--) {
            sum = sum * 3 + a[i];
        }
        return sum;
    }

    static int downLength(int[] a) {
        int sum = 0;
        for (int i = a.length - 1; i >= 0; i--) {
            sum = sum * 3 + a[i];
        }
        for (int i = a.length; --i >= 0; ) {
            sum += a[i];
        }
        for (int i = a.length - 1; i > 0; i--) {
            sum ^= a[i - 1] - a[i];
        }
        return sum;
    }

    static int insertion(int[] a) {
        for (int i = 1; i < a.length; i++) {
            int v = a[i];
            int j = i;
            while (j > 0 && a[j - 1] > v) {
                a[j] = a[j - 1];
                j--;
            }
            a[j] = v;
        }
        return Arrays.hashCode(a);
    }

    /** The array variable changes in the loop. */
    static int swapping(int[] a, int[] b, int n) {
        int sum = 0;
        try {
            for (int i = 0; i < n; i++) {
                sum += a[i];
                int[] t = a;
                a = b;
                b = t;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            sum += 1_000_000;
        }
        return sum;
    }

    /** What a loop stores is what it loads. */
    static int aliased(int[] a, int[] b, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            int before = a[0];
            b[0] += i;
            sum += a[0] - before;
            field = i;
            counts[i & 3]++;
            sum += field;
        }
        return sum;
    }

    static int nullInLoop(int[][] rows, int n) {
        int sum = 0;
        int i = 0;
        try {
            for (i = 0; i < n; i++) {
                int[] row = rows[i];
                for (int j = 0; j < row.length; j++) {
                    sum += row[j];
                }
                rows[i] = null;
            }
        } catch (NullPointerException e) {
            return -sum - i;
        } catch (ArrayIndexOutOfBoundsException e) {
            return sum + 7777;
        }
        return sum;
    }

    static int never(int[] a, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a.length;
        }
        return sum;
    }

    static int breaks(int[] a, int wanted) {
        int at = -1;
        int last = 0;
        for (int i = 0; i < a.length; i++) {
            last = a[i];
            if (last == wanted) {
                at = i;
                break;
            }
            if (last < 0) {
                continue;
            }
            last++;
        }
        return at * 1000 + last;
    }

    static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static int overflow(byte[] a, int start) {
        int sum = 0;
        int i = start;
        try {
            while (true) {
                if (i >= 0) {
                    sum += a[i];
                }
                i += 1 << 28;
                if (i > start && i < start + 5) {
                    break;
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return sum * 31 + i;
        }
        return sum;
    }

    static int volatileLimit(int[] a) {
        int sum = 0;
        for (int i = 0; i < fence; i++) {
            sum += a[i];
            if (i == 3) {
                fence = 6;
            }
        }
        return sum;
    }

    static int partial(int[] a, int n) {
        int state = 0;
        try {
            for (int i = 0; i < n; i++) {
                state = state * 3 + 1;
                a[i] = state;
                state ^= 5;
            }
        } finally {
            counts[0] += state;
        }
        return state;
    }

    static long run(int round) {
        long h = 0;
        int[] a = new int[20 + round % 7];
        int[] b = new int[25];
        for (int i = 0; i < b.length; i++) {
            b[i] = i * 7 - round;
        }
        h = h * 31 + fill(a, 0, a.length, round);
        h = h * 31 + fill(a, 0, a.length + round % 3, 1);
        h = h * 31 + fill(a, -(round % 2), a.length, 2);
        h = h * 31 + fill(a, 5, 3, 2);
        h = h * 31 + fill(a, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, 2);
        h = h * 31 + fillInclusive(a, 0, a.length - 1 + round % 2);
        h = h * 31 + shifted(a, b, 22);
        h = h * 31 + shifted(b, a, 24);
        h = h * 31 + flat(a, round % 5, 4, 4);
        h = h * 31 + flat(a, -1, 4, 6);
        h = h * 31 + flat(a, Integer.MAX_VALUE / 2, 2, 6);
        h = h * 31 + steps(a, round % 4, a.length, 3);
        h = h * 31 + steps(a, round % 4, a.length, 1);
        h = h * 31 + down(a, a.length - 1 - round % 3);
        try {
            h = h * 31 + down(a, a.length);
        } catch (ArrayIndexOutOfBoundsException e) {
            h = h * 31 + 77;
        }
        h = h * 31 + downLength(a);
        h = h * 31 + insertion(a.clone());
        h = h * 31 + swapping(a, b, 22);
        h = h * 31 + aliased(a, a, 9) + aliased(a, b, 9);
        int[][] rows = {a, b, new int[0], round % 3 == 0 ? null : b};
        h = h * 31 + nullInLoop(rows, 4 + round % 2);
        h = h * 31 + never(round % 2 == 0 ? null : a, round % 2 == 0 ? -5 : 5);
        h = h * 31 + breaks(a, a[round % a.length]) + breaks(b, 1 << 30);
        h = h * 31 + (long) dot(new double[] {1, 2, 3, 4, 5, 6, 7}, new double[] {7, 6, 5, 4, 3, 2, 1, 0}, round % 8);
        h = h * 31 + overflow(new byte[] {1, 2, 3}, 0) + overflow(new byte[0], 5);
        fence = 10;
        h = h * 31 + volatileLimit(b);
        try {
            h = h * 31 + partial(a, a.length + round % 2);
        } catch (ArrayIndexOutOfBoundsException e) {
            h = h * 31 + counts[0] + 3;
        }
        return h;
    }

    public static void main(String[] args) {
        long h = 0;
        for (int round = 0; round < 4000; round++) {
            h = h * 1_000_003 + run(round);
            if (round % 500 == 0) {
                System.out.println(round + " " + Long.toHexString(h));
            }
        }
        System.out.println(Long.toHexString(h) + " " + Arrays.toString(counts));
    }
}
