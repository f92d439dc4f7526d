import java.util.*;

public class HashCollisions {
    static class K implements Comparable<K> {
        final int v;
        K(int v) {
            this.v = v;
        }
        public int hashCode() {
            return v % 3;
        }
        public boolean equals(Object o) {
            return o instanceof K && ((K) o).v == v;
        }
        public int compareTo(K o) {
            return Integer.compare(v, o.v);
        }
        public String toString() {
            return "k" + v;
        }
    }

    public static void main(String[] args) throws Exception {
        Map<K, Integer> m = new HashMap<>();
        for (int i = 0; i < 100; i++) m.put(new K(i), i);
        int s = 0;
        for (int i = 0; i < 100; i++) s += m.get(new K(i));
        p(s + " " + m.size() + m.containsKey(new K(100)));
        for (int i = 0; i < 95; i++) m.remove(new K(i));
        p(new TreeMap<>(m));
        for (String x : new String[] {"AaAa", "BBBB", "AaBB", "BBAa"}) p(x.hashCode());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
