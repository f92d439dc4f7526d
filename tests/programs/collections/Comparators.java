import java.util.*;

public class Comparators {
    public static void main(String[] args) throws Exception {
        List<String> l = Arrays.asList("bb", "a", null, "ccc", "aa");
        l.sort(Comparator.nullsFirst(Comparator.naturalOrder()));
        p(l);
        l.sort(Comparator.nullsLast(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder())));
        p(l);
        Map<String, Integer> m = new HashMap<>();
        m.put("x", 3);
        m.put("y", 1);
        m.put("z", 2);
        List<Map.Entry<String, Integer>> e = new ArrayList<>(m.entrySet());
        e.sort(Map.Entry.comparingByValue());
        p(e);
        e.sort(Map.Entry.<String, Integer>comparingByKey().reversed());
        p(e);
        Comparator<String> c = Comparator.comparingInt(String::length);
        p(c.compare("a", "bb") + c.reversed().compare("a", "bb") + " " + c.thenComparingInt(s -> s.charAt(0)).compare("a", "b") + Comparator.comparingDouble((Double d) -> -d).compare(1.0, 2.0) + Comparator.comparingLong(Long::longValue).compare(5L, 5L));
        p(Comparator.<Integer>naturalOrder().reversed() == Comparator.<Integer>reverseOrder());
        p("b".compareTo("a") + Boolean.compare(true, false) + Integer.valueOf(2).compareTo(7) + Character.valueOf('z').compareTo('a'));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
