import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Quicksort, heapsort and mergesort of our own; the library's sorts with and without comparators. */
public class Sorting {
    static int[] numbers(int count, int seed) {
        int[] a = new int[count];
        for (int i = 0; i < count; i++) {
            seed = seed * 1103515245 + 12345;
            a[i] = seed >>> 8;
        }
        return a;
    }

    static void quick(int[] a, int low, int high) {
        while (low < high) {
            int pivot = a[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (j - low < high - i) {
                quick(a, low, j);
                low = i;
            } else {
                quick(a, i, high);
                high = j;
            }
        }
    }

    static void heap(int[] a) {
        for (int i = a.length / 2 - 1; i >= 0; i--) {
            sift(a, i, a.length);
        }
        for (int end = a.length - 1; end > 0; end--) {
            int swap = a[0];
            a[0] = a[end];
            a[end] = swap;
            sift(a, 0, end);
        }
    }

    static void sift(int[] a, int root, int end) {
        int value = a[root];
        int child;
        while ((child = 2 * root + 1) < end) {
            if (child + 1 < end && a[child + 1] > a[child]) {
                child++;
            }
            if (a[child] <= value) {
                break;
            }
            a[root] = a[child];
            root = child;
        }
        a[root] = value;
    }

    static <T> void merge(List<T> list, Comparator<? super T> order) {
        if (list.size() < 2) {
            return;
        }
        List<T> left = new ArrayList<>(list.subList(0, list.size() / 2));
        List<T> right = new ArrayList<>(list.subList(list.size() / 2, list.size()));
        merge(left, order);
        merge(right, order);
        int i = 0;
        int j = 0;
        for (int k = 0; k < list.size(); k++) {
            boolean first = j == right.size() || i < left.size() && order.compare(left.get(i), right.get(j)) <= 0;
            list.set(k, first ? left.get(i++) : right.get(j++));
        }
    }

    static long check(int[] a) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (i > 0 && a[i - 1] > a[i]) {
                throw new AssertionError("not sorted");
            }
            sum = sum * 31 + a[i];
        }
        return sum;
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int round = 0; round < 2; round++) {
            int[] a = numbers(100_000, round);
            quick(a, 0, a.length - 1);
            sum += check(a);
            a = numbers(100_000, round);
            heap(a);
            sum += check(a);
            a = numbers(100_000, round);
            Arrays.sort(a);
            sum += check(a);
            List<Integer> list = new ArrayList<>();
            for (int x : numbers(12_000, round)) {
                list.add(x);
            }
            merge(list, Comparator.naturalOrder());
            sum = sum * 31 + list.get(500);
            merge(list, (x, y) -> Integer.compare(x % 1000, y % 1000));
            sum = sum * 31 + list.get(500);
            Collections.sort(list, Comparator.comparing((Integer x) -> x % 777).thenComparing(Comparator.reverseOrder()));
            sum = sum * 31 + list.get(500);
        }
        System.out.println(sum);
    }
}
