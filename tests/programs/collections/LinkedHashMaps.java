import java.util.*;

public class LinkedHashMaps {
    static class Lru<K, V> extends LinkedHashMap<K, V> {
        final int cap;
        Lru(int cap) {
            super(16, 0.75f, true);
            this.cap = cap;
        }
        @Override protected boolean removeEldestEntry(Map.Entry<K, V> e) {
            return size() > cap;
        }
    }

    public static void main(String[] args) throws Exception {
        Lru<String, Integer> l = new Lru<>(3);
        l.put("a", 1);
        l.put("b", 2);
        l.put("c", 3);
        l.get("a");
        l.put("d", 4);
        p(l);
        l.getOrDefault("c", 0);
        l.put("e", 5);
        p(l);
        Map<String, Integer> m = new LinkedHashMap<>();
        for (String s : "z y x z w".split(" ")) m.put(s, m.size());
        m.remove("y");
        m.put("y", 9);
        p(m + "" + m.keySet() + m.values());
        Set<Integer> s = new LinkedHashSet<>(Arrays.asList(5, 3, 5, 1, 3));
        s.remove(3);
        s.add(3);
        p(s);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
