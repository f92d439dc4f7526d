import java.util.*;

/** Many keys with few hash codes: maps stay right and fast. */
public class CollidingKeys {
    static final class Same implements Comparable<Same> {
        final int v;
        Same(int v) { this.v = v; }
        @Override public int hashCode() { return v & 1; }
        @Override public boolean equals(Object o) { return o instanceof Same s && s.v == v; }
        @Override public int compareTo(Same o) { return Integer.compare(v, o.v); }
    }
    /** Compares fewer things than equals does. */
    static final class Loose implements Comparable<Loose> {
        final int v;
        Loose(int v) { this.v = v; }
        @Override public int hashCode() { return 7; }
        @Override public boolean equals(Object o) { return o instanceof Loose l && l.v == v; }
        @Override public int compareTo(Loose o) { return Integer.compare(v / 10, o.v / 10); }
    }
    static final class Plain {
        final int v;
        Plain(int v) { this.v = v; }
        @Override public int hashCode() { return 3; }
        @Override public boolean equals(Object o) { return o instanceof Plain p && p.v == v; }
    }
    interface Make { Object key(int i); }

    static long next = 7;
    static int random(int n) {
        next = next * 6364136223846793005L + 1442695040888963407L;
        return (int) ((next >>> 33) % n);
    }

    /** The same operations on a map and on one that is right by construction. */
    static void compare(String name, Make make, int keys, int rounds) {
        Map<Object, Integer> map = new HashMap<>(), linked = new LinkedHashMap<>();
        Integer[] model = new Integer[keys];
        int size = 0;
        for (int r = 0; r < rounds; r++) {
            int i = random(keys);
            Object k = make.key(i);
            Integer old = model[i];
            Integer got, got2;
            switch (random(6)) {
                case 0 -> { got = map.remove(k); got2 = linked.remove(k); model[i] = null; }
                case 1 -> { got = map.get(k); got2 = linked.get(k); }
                case 2 -> { int v = r; got = map.putIfAbsent(k, v); got2 = linked.putIfAbsent(k, v); if (old == null) model[i] = v; }
                case 3 -> { int v = r; got = old == null ? null : old; map.merge(k, v, Integer::sum); linked.merge(k, v, Integer::sum); got2 = got; model[i] = old == null ? (Integer) v : (Integer) (old + v); }
                case 4 -> { int v = r; got = old; got2 = old; map.computeIfAbsent(k, x -> v); linked.computeIfAbsent(k, x -> v); if (old == null) model[i] = v; }
                default -> { got = map.put(k, r); got2 = linked.put(k, r); model[i] = r; }
            }
            if (!Objects.equals(got, old) || !Objects.equals(got2, old)) throw new AssertionError(name + " " + r + " " + got + " " + old);
            size += (model[i] != null ? 1 : 0) - (old != null ? 1 : 0);
            if (map.size() != size || linked.size() != size) throw new AssertionError("size");
        }
        for (int i = 0; i < keys; i++) {
            if (!Objects.equals(model[i], map.get(make.key(i))) || !Objects.equals(model[i], linked.get(make.key(i)))) throw new AssertionError(name + " end");
        }
        long sum = 0;
        for (int v : map.values()) sum += v;
        for (Iterator<Object> it = map.keySet().iterator(); it.hasNext(); ) { it.next(); if (random(2) == 0) { it.remove(); size--; } }
        Map<Object, Integer> copy = new HashMap<>(map);
        @SuppressWarnings("unchecked") Map<Object, Integer> clone = (Map<Object, Integer>) ((HashMap<Object, Integer>) map).clone();
        System.out.println(name + " " + sum + " " + (map.size() == size) + " " + copy.equals(map) + " " + clone.equals(map) + " " + map.keySet().containsAll(clone.keySet()));
        map.clear();
        map.put(make.key(1), 1);
        System.out.println(map.size() + " " + map.get(make.key(1)) + " " + clone.size() * 0);
    }

    public static void main(String[] args) {
        compare("comparable", Same::new, 1000, 12_000);
        compare("loose", Loose::new, 300, 5_000);
        compare("plain", Plain::new, 100, 5_000);
        compare("strings", i -> { StringBuilder b = new StringBuilder(); for (int bit = 0; bit < 11; bit++) b.append((i >> bit & 1) == 0 ? "Aa" : "BB"); return b.toString(); }, 2048, 8_000);
        compare("mixed", i -> i % 4 == 0 ? new Same(i) : i % 4 == 1 ? new Plain(i) : i % 4 == 2 ? (Object) ((long) i << 32 | i) : new Loose(i), 400, 6_000);
        compare("spread", i -> (double) i, 2_000, 6_000);
        // Quadratic time would show.
        HashMap<Same, Integer> large = new HashMap<>();
        for (int i = 0; i < 5_000; i++) large.put(new Same(i), i);
        long sum = 0;
        for (int i = 0; i < 5_000; i++) sum += large.get(new Same(i));
        for (int i = 4_999; i >= 0; i -= 2) large.remove(new Same(i));
        System.out.println(sum + " " + large.size());
        HashSet<String> set = new HashSet<>();
        for (int i = 0; i < 1 << 11; i++) {
            StringBuilder b = new StringBuilder();
            for (int bit = 0; bit < 11; bit++) b.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            set.add(b.toString());
        }
        System.out.println(set.size());
    }
}
