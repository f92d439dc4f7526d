import java.util.*;

public class EnumCollections {
    enum C { RED, GREEN, BLUE, WHITE, BLACK }

    public static void main(String[] args) throws Exception {
        EnumMap<C, Integer> m = new EnumMap<>(C.class);
        m.put(C.WHITE, 4);
        m.put(C.RED, 1);
        m.put(C.BLUE, null);
        p(m + " " + m.size() + m.containsKey(C.GREEN) + m.get(C.BLACK));
        m.remove(C.RED);
        p(m.keySet() + "" + m.values() + m.entrySet());
        EnumSet<C> s = EnumSet.of(C.BLACK, C.GREEN);
        p(s + " " + EnumSet.complementOf(s) + EnumSet.allOf(C.class) + EnumSet.noneOf(C.class) + EnumSet.range(C.GREEN, C.WHITE));
        s.add(C.RED);
        s.remove(C.BLACK);
        p(s + "" + s.contains(C.RED));
        s.addAll(EnumSet.allOf(C.class));
        s.removeIf(c -> c.ordinal() % 2 == 0);
        p(s);
        Map<C, List<String>> g = new TreeMap<>(Collections.reverseOrder());
        for (C c : C.values()) g.computeIfAbsent(c, k -> new ArrayList<>()).add(c.name().toLowerCase());
        p(g);
        try { m.put(null, 1); } catch (NullPointerException e) { p("npe"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
