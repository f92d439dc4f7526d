import java.util.*;

public class Wildcards {
    static double sum(Collection<? extends Number> c) { double s = 0; for (Number n : c) s += n.doubleValue(); return s; }
    static void fill(List<? super Integer> l, int n) { for (int i = 0; i < n; i++) l.add(i); }
    static <T> void swap(List<T> l, int i, int j) { T t = l.get(i); l.set(i, l.get(j)); l.set(j, t); }
    static void swapAny(List<?> l) { swap(l, 0, l.size() - 1); }
    static <T extends Comparable<? super T>> T max(Iterable<? extends T> it) {
        T b = null;
        for (T t : it) if (b == null || t.compareTo(b) > 0) b = t;
        return b;
    }
    static <K, V extends Comparable<V>> K argMax(Map<K, V> m) {
        K k = null;
        V v = null;
        for (Map.Entry<K, V> e : m.entrySet()) if (v == null || e.getValue().compareTo(v) > 0) {
            k = e.getKey();
            v = e.getValue();
        }
        return k;
    }

    public static void main(String[] args) throws Exception {
        p(sum(Arrays.asList(1, 2.5, 3L, 4f)));
        List<Number> nums = new ArrayList<>(); fill(nums, 4); nums.add(2.5); swapAny(nums); p(nums);
        p(max(Arrays.asList("pear", "zoo", "apple")) + max(Arrays.asList(3, 9, 2)));
        Map<String, Integer> m = new HashMap<>(); m.put("a", 1); m.put("b", 5); m.put("c", 2); p(argMax(m));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
