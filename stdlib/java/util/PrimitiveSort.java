package java.util;

/**
 * Sorting of primitives: a dual-pivot quicksort with a heapsort behind it for hostile input.
 * The other types are brought into int or long arrays whose order is theirs.
 */
final class PrimitiveSort {
    /** Ranges up to this length are sorted by insertion. */
    private static final int SMALL = 40;

    private PrimitiveSort() {
    }

    private static int depth(int n) {
        return 2 * (32 - Integer.numberOfLeadingZeros(n));
    }

    static void sort(int[] a, int lo, int hi) {
        if (hi - lo <= SMALL) {
            insert(a, lo, hi);
        } else if (!isRun(a, lo, hi)) {
            quick(a, lo, hi, depth(hi - lo));
        }
    }

    static void sort(long[] a, int lo, int hi) {
        if (hi - lo <= SMALL) {
            insert(a, lo, hi);
        } else if (!isRun(a, lo, hi)) {
            quick(a, lo, hi, depth(hi - lo));
        }
    }

    static void sort(short[] a, int lo, int hi) {
        int[] wide = new int[hi - lo];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = a[lo + i];
        }
        sort(wide, 0, wide.length);
        for (int i = 0; i < wide.length; i++) {
            a[lo + i] = (short) wide[i];
        }
    }

    static void sort(char[] a, int lo, int hi) {
        int[] wide = new int[hi - lo];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = a[lo + i];
        }
        sort(wide, 0, wide.length);
        for (int i = 0; i < wide.length; i++) {
            a[lo + i] = (char) wide[i];
        }
    }

    static void sort(byte[] a, int lo, int hi) {
        int[] count = new int[256];
        for (int i = lo; i < hi; i++) {
            count[a[i] + 128]++;
        }
        int at = lo;
        for (int v = 0; v < 256; v++) {
            byte b = (byte) (v - 128);
            for (int n = count[v]; n > 0; n--) {
                a[at++] = b;
            }
        }
    }

    /** The bits of a negative number, but for its sign, count down: turned around they order as integers do. */
    static void sort(float[] a, int lo, int hi) {
        // Not-a-number goes to the end as it is.
        for (int i = hi - 1; i >= lo; i--) {
            float x = a[i];
            if (x != x) {
                a[i] = a[--hi];
                a[hi] = x;
            }
        }
        int[] keys = new int[hi - lo];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToRawIntBits(a[lo + i]);
            keys[i] = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        }
        sort(keys, 0, keys.length);
        for (int i = 0; i < keys.length; i++) {
            int bits = keys[i];
            a[lo + i] = Float.intBitsToFloat(bits ^ ((bits >> 31) & Integer.MAX_VALUE));
        }
    }

    /** The bits of a negative number, but for its sign, count down: turned around they order as integers do. */
    static void sort(double[] a, int lo, int hi) {
        // Not-a-number goes to the end as it is.
        for (int i = hi - 1; i >= lo; i--) {
            double x = a[i];
            if (x != x) {
                a[i] = a[--hi];
                a[hi] = x;
            }
        }
        long[] keys = new long[hi - lo];
        for (int i = 0; i < keys.length; i++) {
            long bits = Double.doubleToRawLongBits(a[lo + i]);
            keys[i] = bits ^ ((bits >> 63) & Long.MAX_VALUE);
        }
        sort(keys, 0, keys.length);
        for (int i = 0; i < keys.length; i++) {
            long bits = keys[i];
            a[lo + i] = Double.longBitsToDouble(bits ^ ((bits >> 63) & Long.MAX_VALUE));
        }
    }

    private static void quick(int[] a, int lo, int hi, int depth) {
        while (hi - lo > SMALL) {
            if (depth-- == 0) {
                heap(a, lo, hi);
                return;
            }
            // Five samples, spread over the range, in order.
            int step = (hi - lo) / 6;
            int i3 = (lo + hi) >>> 1;
            int i2 = i3 - step;
            int i1 = i2 - step;
            int i4 = i3 + step;
            int i5 = i4 + step;
            order(a, i1, i2);
            order(a, i4, i5);
            order(a, i1, i3);
            order(a, i2, i3);
            order(a, i1, i4);
            order(a, i3, i4);
            order(a, i2, i5);
            order(a, i2, i3);
            order(a, i4, i5);
            int p = a[i2];
            int q = a[i4];
            int below = lo;
            int above = hi - 1;
            if (a[i1] < p && p < a[i3] && a[i3] < q && q < a[i5]) {
                // Two pivots: [lo, below) < p, (above, hi) > q, the rest between.
                while (a[below] < p) {
                    below++;
                }
                while (a[above] > q) {
                    above--;
                }
                for (int k = below; k <= above; k++) {
                    int x = a[k];
                    if (x < p) {
                        a[k] = a[below];
                        a[below++] = x;
                    } else if (x > q) {
                        while (k < above && a[above] > q) {
                            above--;
                        }
                        int y = a[above];
                        a[above--] = x;
                        if (y < p) {
                            a[k] = a[below];
                            a[below++] = y;
                        } else {
                            a[k] = y;
                        }
                    }
                }
                quick(a, lo, below, depth);
                quick(a, above + 1, hi, depth);
                lo = below;
                hi = above + 1;
            } else {
                // One pivot, its equals in the middle: many duplicates cost little.
                p = a[i3];
                int k = below;
                while (k <= above) {
                    int x = a[k];
                    if (x < p) {
                        a[k++] = a[below];
                        a[below++] = x;
                    } else if (x > p) {
                        a[k] = a[above];
                        a[above--] = x;
                    } else {
                        k++;
                    }
                }
                // The smaller side by recursion, the larger by the loop.
                if (below - lo < hi - above) {
                    quick(a, lo, below, depth);
                    lo = above + 1;
                } else {
                    quick(a, above + 1, hi, depth);
                    hi = below;
                }
            }
        }
        insert(a, lo, hi);
    }

    private static void order(int[] a, int i, int j) {
        int x = a[i];
        int y = a[j];
        if (y < x) {
            a[i] = y;
            a[j] = x;
        }
    }

    private static void insert(int[] a, int lo, int hi) {
        for (int i = lo + 1; i < hi; i++) {
            int x = a[i];
            int k = i - 1;
            while (k >= lo && a[k] > x) {
                a[k + 1] = a[k];
                k--;
            }
            a[k + 1] = x;
        }
    }

    private static void heap(int[] a, int lo, int hi) {
        int n = hi - lo;
        for (int i = (n >>> 1) - 1; i >= 0; i--) {
            sink(a, lo, i, n);
        }
        for (int end = n - 1; end > 0; end--) {
            int top = a[lo];
            a[lo] = a[lo + end];
            a[lo + end] = top;
            sink(a, lo, 0, end);
        }
    }

    private static void sink(int[] a, int lo, int i, int n) {
        int x = a[lo + i];
        while (true) {
            int child = 2 * i + 1;
            if (child >= n) {
                break;
            }
            if (child + 1 < n && a[lo + child + 1] > a[lo + child]) {
                child++;
            }
            if (a[lo + child] <= x) {
                break;
            }
            a[lo + i] = a[lo + child];
            i = child;
        }
        a[lo + i] = x;
    }

    /** Says whether the range is in order, after turning it around if it runs strictly down. */
    private static boolean isRun(int[] a, int lo, int hi) {
        int i = lo + 1;
        if (i < hi && a[i] < a[lo]) {
            while (i < hi && a[i] < a[i - 1]) {
                i++;
            }
            if (i < hi) {
                return false;
            }
            for (int k = lo, m = hi - 1; k < m; k++, m--) {
                int x = a[k];
                a[k] = a[m];
                a[m] = x;
            }
            return true;
        }
        while (i < hi && a[i] >= a[i - 1]) {
            i++;
        }
        return i >= hi;
    }

    private static void quick(long[] a, int lo, int hi, int depth) {
        while (hi - lo > SMALL) {
            if (depth-- == 0) {
                heap(a, lo, hi);
                return;
            }
            // Five samples, spread over the range, in order.
            int step = (hi - lo) / 6;
            int i3 = (lo + hi) >>> 1;
            int i2 = i3 - step;
            int i1 = i2 - step;
            int i4 = i3 + step;
            int i5 = i4 + step;
            order(a, i1, i2);
            order(a, i4, i5);
            order(a, i1, i3);
            order(a, i2, i3);
            order(a, i1, i4);
            order(a, i3, i4);
            order(a, i2, i5);
            order(a, i2, i3);
            order(a, i4, i5);
            long p = a[i2];
            long q = a[i4];
            int below = lo;
            int above = hi - 1;
            if (a[i1] < p && p < a[i3] && a[i3] < q && q < a[i5]) {
                // Two pivots: [lo, below) < p, (above, hi) > q, the rest between.
                while (a[below] < p) {
                    below++;
                }
                while (a[above] > q) {
                    above--;
                }
                for (int k = below; k <= above; k++) {
                    long x = a[k];
                    if (x < p) {
                        a[k] = a[below];
                        a[below++] = x;
                    } else if (x > q) {
                        while (k < above && a[above] > q) {
                            above--;
                        }
                        long y = a[above];
                        a[above--] = x;
                        if (y < p) {
                            a[k] = a[below];
                            a[below++] = y;
                        } else {
                            a[k] = y;
                        }
                    }
                }
                quick(a, lo, below, depth);
                quick(a, above + 1, hi, depth);
                lo = below;
                hi = above + 1;
            } else {
                // One pivot, its equals in the middle: many duplicates cost little.
                p = a[i3];
                int k = below;
                while (k <= above) {
                    long x = a[k];
                    if (x < p) {
                        a[k++] = a[below];
                        a[below++] = x;
                    } else if (x > p) {
                        a[k] = a[above];
                        a[above--] = x;
                    } else {
                        k++;
                    }
                }
                // The smaller side by recursion, the larger by the loop.
                if (below - lo < hi - above) {
                    quick(a, lo, below, depth);
                    lo = above + 1;
                } else {
                    quick(a, above + 1, hi, depth);
                    hi = below;
                }
            }
        }
        insert(a, lo, hi);
    }

    private static void order(long[] a, int i, int j) {
        long x = a[i];
        long y = a[j];
        if (y < x) {
            a[i] = y;
            a[j] = x;
        }
    }

    private static void insert(long[] a, int lo, int hi) {
        for (int i = lo + 1; i < hi; i++) {
            long x = a[i];
            int k = i - 1;
            while (k >= lo && a[k] > x) {
                a[k + 1] = a[k];
                k--;
            }
            a[k + 1] = x;
        }
    }

    private static void heap(long[] a, int lo, int hi) {
        int n = hi - lo;
        for (int i = (n >>> 1) - 1; i >= 0; i--) {
            sink(a, lo, i, n);
        }
        for (int end = n - 1; end > 0; end--) {
            long top = a[lo];
            a[lo] = a[lo + end];
            a[lo + end] = top;
            sink(a, lo, 0, end);
        }
    }

    private static void sink(long[] a, int lo, int i, int n) {
        long x = a[lo + i];
        while (true) {
            int child = 2 * i + 1;
            if (child >= n) {
                break;
            }
            if (child + 1 < n && a[lo + child + 1] > a[lo + child]) {
                child++;
            }
            if (a[lo + child] <= x) {
                break;
            }
            a[lo + i] = a[lo + child];
            i = child;
        }
        a[lo + i] = x;
    }

    /** Says whether the range is in order, after turning it around if it runs strictly down. */
    private static boolean isRun(long[] a, int lo, int hi) {
        int i = lo + 1;
        if (i < hi && a[i] < a[lo]) {
            while (i < hi && a[i] < a[i - 1]) {
                i++;
            }
            if (i < hi) {
                return false;
            }
            for (int k = lo, m = hi - 1; k < m; k++, m--) {
                long x = a[k];
                a[k] = a[m];
                a[m] = x;
            }
            return true;
        }
        while (i < hi && a[i] >= a[i - 1]) {
            i++;
        }
        return i >= hi;
    }
}
