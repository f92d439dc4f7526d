package java.util;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/** Sorts parts of an array in several threads and merges them. Short arrays are sorted in the calling thread. */
final class ParallelSort {
    /** Shorter parts are not worth a thread. */
    private static final int LEAST = 1 << 13;

    private ParallelSort() {
    }

    private static int threads() {
        return Math.min(Runtime.getRuntime().availableProcessors(), ForkJoinPool.getCommonPoolParallelism() + 1);
    }

    private static int part(int size) {
        return Math.max(LEAST, size / (threads() * 2) + 1);
    }

    /** Sorts {@code from..to} by sorting and merging its halves. */
    private abstract static class Sorter extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        final int from;
        final int to;
        /** What belongs to the first element of the spare array. */
        final int base;
        final int part;

        Sorter(int from, int to, int base, int part) {
            this.from = from;
            this.to = to;
            this.base = base;
            this.part = part;
        }

        abstract void sort();

        abstract Sorter part(int lo, int hi);

        /** Merges {@code from..middle} and {@code middle..to}. */
        abstract void merge(int middle);

        @Override
        protected final void compute() {
            if (to - from <= part) {
                sort();
                return;
            }
            int middle = (from + to) >>> 1;
            Sorter right = part(middle, to);
            right.fork();
            part(from, middle).compute();
            right.join();
            merge(middle);
        }
    }

    static void sort(int[] a, int from, int to) {
        if (to - from < 2 * LEAST || threads() == 1) {
            PrimitiveSort.sort(a, from, to);
        } else {
            new OfInt(a, new int[to - from], from, to, from, part(to - from)).invoke();
        }
    }

    private static final class OfInt extends Sorter {
        private final int[] a;
        private final int[] spare;

        OfInt(int[] a, int[] spare, int from, int to, int base, int part) {
            super(from, to, base, part);
            this.a = a;
            this.spare = spare;
        }

        @Override
        void sort() {
            PrimitiveSort.sort(a, from, to);
        }

        @Override
        OfInt part(int lo, int hi) {
            return new OfInt(a, spare, lo, hi, base, part);
        }

        @Override
        void merge(int middle) {
            if (a[middle - 1] <= a[middle]) {
                return;
            }
            int n = middle - from;
            int i = from - base;
            int end = i + n;
            System.arraycopy(a, from, spare, i, n);
            int j = middle;
            int k = from;
            while (i < end && j < to) {
                a[k++] = spare[i] <= a[j] ? spare[i++] : a[j++];
            }
            System.arraycopy(spare, i, a, k, end - i);
        }
    }

    static void sort(long[] a, int from, int to) {
        if (to - from < 2 * LEAST || threads() == 1) {
            PrimitiveSort.sort(a, from, to);
        } else {
            new OfLong(a, new long[to - from], from, to, from, part(to - from)).invoke();
        }
    }

    private static final class OfLong extends Sorter {
        private final long[] a;
        private final long[] spare;

        OfLong(long[] a, long[] spare, int from, int to, int base, int part) {
            super(from, to, base, part);
            this.a = a;
            this.spare = spare;
        }

        @Override
        void sort() {
            PrimitiveSort.sort(a, from, to);
        }

        @Override
        OfLong part(int lo, int hi) {
            return new OfLong(a, spare, lo, hi, base, part);
        }

        @Override
        void merge(int middle) {
            if (a[middle - 1] <= a[middle]) {
                return;
            }
            int n = middle - from;
            int i = from - base;
            int end = i + n;
            System.arraycopy(a, from, spare, i, n);
            int j = middle;
            int k = from;
            while (i < end && j < to) {
                a[k++] = spare[i] <= a[j] ? spare[i++] : a[j++];
            }
            System.arraycopy(spare, i, a, k, end - i);
        }
    }

    static void sort(float[] a, int from, int to) {
        if (to - from < 2 * LEAST || threads() == 1) {
            PrimitiveSort.sort(a, from, to);
        } else {
            new OfFloat(a, new float[to - from], from, to, from, part(to - from)).invoke();
        }
    }

    private static final class OfFloat extends Sorter {
        private final float[] a;
        private final float[] spare;

        OfFloat(float[] a, float[] spare, int from, int to, int base, int part) {
            super(from, to, base, part);
            this.a = a;
            this.spare = spare;
        }

        @Override
        void sort() {
            PrimitiveSort.sort(a, from, to);
        }

        @Override
        OfFloat part(int lo, int hi) {
            return new OfFloat(a, spare, lo, hi, base, part);
        }

        @Override
        void merge(int middle) {
            if (Float.compare(a[middle - 1], a[middle]) <= 0) {
                return;
            }
            int n = middle - from;
            int i = from - base;
            int end = i + n;
            System.arraycopy(a, from, spare, i, n);
            int j = middle;
            int k = from;
            while (i < end && j < to) {
                a[k++] = Float.compare(spare[i], a[j]) <= 0 ? spare[i++] : a[j++];
            }
            System.arraycopy(spare, i, a, k, end - i);
        }
    }

    static void sort(double[] a, int from, int to) {
        if (to - from < 2 * LEAST || threads() == 1) {
            PrimitiveSort.sort(a, from, to);
        } else {
            new OfDouble(a, new double[to - from], from, to, from, part(to - from)).invoke();
        }
    }

    private static final class OfDouble extends Sorter {
        private final double[] a;
        private final double[] spare;

        OfDouble(double[] a, double[] spare, int from, int to, int base, int part) {
            super(from, to, base, part);
            this.a = a;
            this.spare = spare;
        }

        @Override
        void sort() {
            PrimitiveSort.sort(a, from, to);
        }

        @Override
        OfDouble part(int lo, int hi) {
            return new OfDouble(a, spare, lo, hi, base, part);
        }

        @Override
        void merge(int middle) {
            if (Double.compare(a[middle - 1], a[middle]) <= 0) {
                return;
            }
            int n = middle - from;
            int i = from - base;
            int end = i + n;
            System.arraycopy(a, from, spare, i, n);
            int j = middle;
            int k = from;
            while (i < end && j < to) {
                a[k++] = Double.compare(spare[i], a[j]) <= 0 ? spare[i++] : a[j++];
            }
            System.arraycopy(spare, i, a, k, end - i);
        }
    }

    static <T> void sort(T[] a, int from, int to, Comparator<? super T> c) {
        if (to - from < 2 * LEAST || threads() == 1) {
            ObjectSort.sort(a, from, to, c);
        } else {
            @SuppressWarnings("unchecked")
            Comparator<? super T> order = c != null ? c : (Comparator<? super T>) Comparator.naturalOrder();
            new OfRef<>(a, Arrays.copyOf(a, to - from), from, to, from, part(to - from), order).invoke();
        }
    }

    private static final class OfRef<T> extends Sorter {
        private final T[] a;
        private final T[] spare;
        private final Comparator<? super T> order;

        OfRef(T[] a, T[] spare, int from, int to, int base, int part, Comparator<? super T> order) {
            super(from, to, base, part);
            this.a = a;
            this.spare = spare;
            this.order = order;
        }

        @Override
        void sort() {
            ObjectSort.sort(a, from, to, order);
        }

        @Override
        OfRef<T> part(int lo, int hi) {
            return new OfRef<>(a, spare, lo, hi, base, part, order);
        }

        @Override
        void merge(int middle) {
            if (order.compare(a[middle - 1], a[middle]) <= 0) {
                return;
            }
            int n = middle - from;
            int i = from - base;
            int end = i + n;
            System.arraycopy(a, from, spare, i, n);
            int j = middle;
            int k = from;
            while (i < end && j < to) {
                a[k++] = order.compare(spare[i], a[j]) <= 0 ? spare[i++] : a[j++];
            }
            System.arraycopy(spare, i, a, k, end - i);
        }
    }
}
