import java.util.*;

public class HashMapOps {
    public static void main(String[] args) throws Exception {
        Map<String, Integer> m = new HashMap<>();
        for (String s : "the quick brown fox jumps over the lazy dog again".split(" ")) m.put(s, s.length());
        p(m);
        p(m.put("the", 9) + " " + m.put("new", 1) + m.get("none") + m.getOrDefault("none", -1) + m.putIfAbsent("fox", 5) + m.remove("dog") + m.remove("dog") + m.remove("fox", 99) + m.replace("fox", 4) + m.replace("fox", 4, 8));
        m.compute("fox", (k, v) -> v == null ? 1 : v * 2);
        m.compute("zip", (k, v) -> v == null ? 1 : v);
        m.computeIfPresent("lazy", (k, v) -> null);
        m.computeIfAbsent("abs", String::length);
        m.merge("zip", 5, Integer::sum);
        m.merge("abs", 0, (a, b) -> null);
        p(m);
        p(m.keySet() + " " + m.values() + m.containsValue(5) + m.containsKey(null));
        m.put(null, 0);
        p(m.get(null) + m.size());
        m.replaceAll((k, v) -> v + 1);
        p(m.entrySet());
        m.entrySet().removeIf(e -> e.getValue() > 5);
        m.values().remove(1);
        m.keySet().retainAll(Arrays.asList("fox", "new", "zip"));
        p(m);
        for (Map.Entry<String, Integer> e : m.entrySet()) e.setValue(e.getValue() * 10);
        p(m + " " + m.hashCode() + m.equals(new TreeMap<>(m)));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
