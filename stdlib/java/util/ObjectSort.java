package java.util;

/**
 * Stable sorting of objects: Tim Peters' adaptive merge sort. Runs that are in order already are found, short
 * ones are made longer by binary insertion, and neighbours are merged with lengths kept balanced; a merge
 * in which one side keeps winning jumps ahead by exponential search.
 */
final class ObjectSort<T> {
    private static final int MIN_MERGE = 32;
    private static final int MIN_GALLOP = 7;

    private final T[] a;
    private final Comparator<? super T> c;
    private int minGallop = MIN_GALLOP;
    private T[] spare;
    private int runs;
    private final int[] runBase;
    private final int[] runLength;

    @SuppressWarnings("unchecked")
    private ObjectSort(T[] a, int n, Comparator<? super T> c) {
        this.a = a;
        this.c = c;
        this.spare = (T[]) new Object[Math.min(n >>> 1, 256)];
        // Lengths grow like Fibonacci numbers from the top of the stack down.
        int depth = n < 120 ? 5 : n < 1542 ? 10 : n < 119151 ? 24 : 49;
        this.runBase = new int[depth];
        this.runLength = new int[depth];
    }

    /** Sorts a range; null as comparator means the natural order. */
    @SuppressWarnings("unchecked")
    static <T> void sort(T[] a, int lo, int hi, Comparator<? super T> c) {
        int n = hi - lo;
        if (n < 2) {
            return;
        }
        if (c == null) {
            c = (Comparator<? super T>) (Comparator<?>) Comparators.NaturalOrderComparator.INSTANCE;
        }
        if (n < MIN_MERGE) {
            insert(a, lo, hi, lo + run(a, lo, hi, c), c);
            return;
        }
        ObjectSort<T> sort = new ObjectSort<T>(a, n, c);
        int minRun = minRun(n);
        do {
            int length = run(a, lo, hi, c);
            if (length < minRun) {
                int forced = n <= minRun ? n : minRun;
                insert(a, lo, lo + forced, lo + length, c);
                length = forced;
            }
            sort.push(lo, length);
            sort.balance();
            lo += length;
            n -= length;
        } while (n != 0);
        sort.mergeAll();
    }

    /** Sorts [lo, hi), of which [lo, start) is in order. */
    private static <T> void insert(T[] a, int lo, int hi, int start, Comparator<? super T> c) {
        if (start == lo) {
            start++;
        }
        for (; start < hi; start++) {
            T x = a[start];
            int left = lo;
            int right = start;
            while (left < right) {
                int mid = (left + right) >>> 1;
                if (c.compare(x, a[mid]) < 0) {
                    right = mid;
                } else {
                    left = mid + 1;
                }
            }
            System.arraycopy(a, left, a, left + 1, start - left);
            a[left] = x;
        }
    }

    /** The length of the run at lo; one that runs strictly down is turned around. */
    private static <T> int run(T[] a, int lo, int hi, Comparator<? super T> c) {
        int end = lo + 1;
        if (end == hi) {
            return 1;
        }
        if (c.compare(a[end++], a[lo]) < 0) {
            while (end < hi && c.compare(a[end], a[end - 1]) < 0) {
                end++;
            }
            for (int i = lo, j = end - 1; i < j; i++, j--) {
                T x = a[i];
                a[i] = a[j];
                a[j] = x;
            }
        } else {
            while (end < hi && c.compare(a[end], a[end - 1]) >= 0) {
                end++;
            }
        }
        return end - lo;
    }

    /** A length between 16 and 32 that divides n into a power of two of runs, or slightly fewer. */
    private static int minRun(int n) {
        int rest = 0;
        while (n >= MIN_MERGE) {
            rest |= n & 1;
            n >>= 1;
        }
        return n + rest;
    }

    private void push(int base, int length) {
        runBase[runs] = base;
        runLength[runs] = length;
        runs++;
    }

    /** Merges until each run is longer than the next two together, and than the next. */
    private void balance() {
        int[] length = runLength;
        while (runs > 1) {
            int n = runs - 2;
            if ((n > 0 && length[n - 1] <= length[n] + length[n + 1])
                    || (n > 1 && length[n - 2] <= length[n] + length[n - 1])) {
                if (length[n - 1] < length[n + 1]) {
                    n--;
                }
            } else if (length[n] > length[n + 1]) {
                break;
            }
            mergeAt(n);
        }
    }

    private void mergeAll() {
        while (runs > 1) {
            int n = runs - 2;
            if (n > 0 && runLength[n - 1] < runLength[n + 1]) {
                n--;
            }
            mergeAt(n);
        }
    }

    private void mergeAt(int i) {
        int base1 = runBase[i];
        int length1 = runLength[i];
        int base2 = runBase[i + 1];
        int length2 = runLength[i + 1];
        runLength[i] = length1 + length2;
        if (i == runs - 3) {
            runBase[i + 1] = runBase[i + 2];
            runLength[i + 1] = runLength[i + 2];
        }
        runs--;
        // What is in place at either end stays out of the merge.
        int k = after(a[base2], a, base1, length1, 0);
        base1 += k;
        length1 -= k;
        if (length1 == 0) {
            return;
        }
        length2 = before(a[base1 + length1 - 1], a, base2, length2, length2 - 1);
        if (length2 == 0) {
            return;
        }
        if (length1 <= length2) {
            mergeLow(base1, length1, base2, length2);
        } else {
            mergeHigh(base1, length1, base2, length2);
        }
    }

    /** How many of the {@code n} sorted elements at {@code base} are less than key; the search starts at {@code hint}. */
    private int before(T key, T[] b, int base, int n, int hint) {
        int last = 0;
        int ahead = 1;
        int at = base + hint;
        if (c.compare(key, b[at]) > 0) {
            int limit = n - hint;
            while (ahead < limit && c.compare(key, b[at + ahead]) > 0) {
                last = ahead;
                ahead = farther(ahead, limit);
            }
            if (ahead > limit) {
                ahead = limit;
            }
            last += hint;
            ahead += hint;
        } else {
            int limit = hint + 1;
            while (ahead < limit && c.compare(key, b[at - ahead]) <= 0) {
                last = ahead;
                ahead = farther(ahead, limit);
            }
            if (ahead > limit) {
                ahead = limit;
            }
            int t = last;
            last = hint - ahead;
            ahead = hint - t;
        }
        last++;
        while (last < ahead) {
            int mid = last + ((ahead - last) >>> 1);
            if (c.compare(key, b[base + mid]) > 0) {
                last = mid + 1;
            } else {
                ahead = mid;
            }
        }
        return ahead;
    }

    /** How many of the {@code n} sorted elements at {@code base} are not greater than key. */
    private int after(T key, T[] b, int base, int n, int hint) {
        int last = 0;
        int ahead = 1;
        int at = base + hint;
        if (c.compare(key, b[at]) < 0) {
            int limit = hint + 1;
            while (ahead < limit && c.compare(key, b[at - ahead]) < 0) {
                last = ahead;
                ahead = farther(ahead, limit);
            }
            if (ahead > limit) {
                ahead = limit;
            }
            int t = last;
            last = hint - ahead;
            ahead = hint - t;
        } else {
            int limit = n - hint;
            while (ahead < limit && c.compare(key, b[at + ahead]) >= 0) {
                last = ahead;
                ahead = farther(ahead, limit);
            }
            if (ahead > limit) {
                ahead = limit;
            }
            last += hint;
            ahead += hint;
        }
        last++;
        while (last < ahead) {
            int mid = last + ((ahead - last) >>> 1);
            if (c.compare(key, b[base + mid]) < 0) {
                ahead = mid;
            } else {
                last = mid + 1;
            }
        }
        return ahead;
    }

    private static int farther(int ahead, int limit) {
        int next = (ahead << 1) + 1;
        return next <= 0 ? limit : next;
    }

    private static IllegalArgumentException inconsistent() {
        return new IllegalArgumentException("Comparison method violates its general contract!");
    }

    /** Merges from the left; the first run, the shorter one, moves to the spare array. */
    private void mergeLow(int base1, int length1, int base2, int length2) {
        T[] b = a;
        T[] left = spare(length1);
        System.arraycopy(b, base1, left, 0, length1);
        int l = 0;
        int r = base2;
        int to = base1;
        int gallop = minGallop;
        b[to++] = b[r++];
        length2--;
        merging:
        while (length2 > 0 && length1 > 1) {
            int won1 = 0;
            int won2 = 0;
            do {
                if (c.compare(b[r], left[l]) < 0) {
                    b[to++] = b[r++];
                    won2++;
                    won1 = 0;
                    if (--length2 == 0) {
                        break merging;
                    }
                } else {
                    b[to++] = left[l++];
                    won1++;
                    won2 = 0;
                    if (--length1 == 1) {
                        break merging;
                    }
                }
            } while ((won1 | won2) < gallop);
            do {
                won1 = after(b[r], left, l, length1, 0);
                if (won1 != 0) {
                    System.arraycopy(left, l, b, to, won1);
                    to += won1;
                    l += won1;
                    length1 -= won1;
                    if (length1 <= 1) {
                        break merging;
                    }
                }
                b[to++] = b[r++];
                if (--length2 == 0) {
                    break merging;
                }
                won2 = before(left[l], b, r, length2, 0);
                if (won2 != 0) {
                    System.arraycopy(b, r, b, to, won2);
                    to += won2;
                    r += won2;
                    length2 -= won2;
                    if (length2 == 0) {
                        break merging;
                    }
                }
                b[to++] = left[l++];
                if (--length1 == 1) {
                    break merging;
                }
                gallop--;
            } while (won1 >= MIN_GALLOP || won2 >= MIN_GALLOP);
            if (gallop < 0) {
                gallop = 0;
            }
            gallop += 2;
        }
        minGallop = gallop < 1 ? 1 : gallop;
        if (length1 == 0) {
            throw inconsistent();
        }
        if (length1 == 1) {
            System.arraycopy(b, r, b, to, length2);
            b[to + length2] = left[l];
        } else {
            System.arraycopy(left, l, b, to, length1);
        }
    }

    /** Merges from the right; the second run, the shorter one, moves to the spare array. */
    private void mergeHigh(int base1, int length1, int base2, int length2) {
        T[] b = a;
        T[] right = spare(length2);
        System.arraycopy(b, base2, right, 0, length2);
        int l = base1 + length1 - 1;
        int r = length2 - 1;
        int to = base2 + length2 - 1;
        int gallop = minGallop;
        b[to--] = b[l--];
        length1--;
        merging:
        while (length1 > 0 && length2 > 1) {
            int won1 = 0;
            int won2 = 0;
            do {
                if (c.compare(right[r], b[l]) < 0) {
                    b[to--] = b[l--];
                    won1++;
                    won2 = 0;
                    if (--length1 == 0) {
                        break merging;
                    }
                } else {
                    b[to--] = right[r--];
                    won2++;
                    won1 = 0;
                    if (--length2 == 1) {
                        break merging;
                    }
                }
            } while ((won1 | won2) < gallop);
            do {
                won1 = length1 - after(right[r], b, base1, length1, length1 - 1);
                if (won1 != 0) {
                    to -= won1;
                    l -= won1;
                    length1 -= won1;
                    System.arraycopy(b, l + 1, b, to + 1, won1);
                    if (length1 == 0) {
                        break merging;
                    }
                }
                b[to--] = right[r--];
                if (--length2 == 1) {
                    break merging;
                }
                won2 = length2 - before(b[l], right, 0, length2, length2 - 1);
                if (won2 != 0) {
                    to -= won2;
                    r -= won2;
                    length2 -= won2;
                    System.arraycopy(right, r + 1, b, to + 1, won2);
                    if (length2 <= 1) {
                        break merging;
                    }
                }
                b[to--] = b[l--];
                if (--length1 == 0) {
                    break merging;
                }
                gallop--;
            } while (won1 >= MIN_GALLOP || won2 >= MIN_GALLOP);
            if (gallop < 0) {
                gallop = 0;
            }
            gallop += 2;
        }
        minGallop = gallop < 1 ? 1 : gallop;
        if (length2 == 0) {
            throw inconsistent();
        }
        if (length2 == 1) {
            to -= length1;
            l -= length1;
            System.arraycopy(b, l + 1, b, to + 1, length1);
            b[to] = right[r];
        } else {
            System.arraycopy(right, 0, b, to - (length2 - 1), length2);
        }
    }

    @SuppressWarnings("unchecked")
    private T[] spare(int least) {
        if (spare.length < least) {
            int size = Math.min(Capacity.powerOfTwo(least), a.length >>> 1);
            spare = (T[]) new Object[Math.max(size, least)];
        }
        return spare;
    }
}
