import java.util.*;

public class TreeMapNav {
    public static void main(String[] args) throws Exception {
        TreeMap<Integer, String> m = new TreeMap<>();
        for (int i = 10; i <= 100; i += 10) m.put(i, "n" + i);
        p(m.floorKey(55) + " " + m.ceilingKey(55) + m.lowerKey(50) + m.higherKey(50) + m.floorKey(5) + m.firstEntry() + m.lastKey() + m.floorEntry(99));
        p(m.headMap(30) + " " + m.headMap(30, true) + m.tailMap(90) + m.tailMap(90, false) + m.subMap(30, 60) + m.subMap(30, false, 60, true));
        p(m.descendingMap() + "" + m.descendingKeySet().first() + m.navigableKeySet().floor(44));
        p(m.pollFirstEntry() + "" + m.pollLastEntry() + m.size());
        SortedMap<Integer, String> sub = m.subMap(40, 70);
        sub.put(45, "new");
        sub.remove(50);
        p(m + "" + sub);
        try {
            sub.put(99, "x");
        }  catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        TreeMap<String, Integer> ci = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ci.put("B", 1);
        ci.put("a", 2);
        ci.put("b", 3);
        p(ci + "" + ci.comparator().compare("x", "X"));
        m.headMap(60).clear();
        p(m);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
