import java.util.*;

public class FailFast {
    static void t(Runnable r) {
        try {
            r.run();
            p("ok");
        }  catch (ConcurrentModificationException e) {
            p("CME " + e.getMessage());
        }
    }
    static List<Integer> l() { return new ArrayList<>(Arrays.asList(1, 2, 3, 4)); }

    public static void main(String[] args) throws Exception {
        t(() -> { List<Integer> l = l(); for (Integer i : l) if (i == 2) l.remove(i); });
        t(() -> { List<Integer> l = l(); for (Integer i : l) if (i == 3) l.remove(i); p(l); });
        t(() -> { Map<Integer, Integer> m = new HashMap<>(); m.put(1, 1); m.put(2, 2); m.put(3, 3); for (Integer k : m.keySet()) m.put(k + 10, 1); });
        t(() -> { Map<Integer, Integer> m = new TreeMap<>(); m.put(1, 1); m.put(2, 2); for (Integer k : m.keySet()) m.put(k, 9); p(m); });
        t(() -> { List<Integer> l = new LinkedList<>(l()); Iterator<Integer> i = l.iterator(); l.add(1); i.next(); });
        t(() -> { List<Integer> l = l(); Iterator<Integer> i = l.iterator(); while (i.hasNext()) if (i.next() % 2 == 0) i.remove(); p(l); });
        t(() -> { List<Integer> l = l(); List<Integer> s = l.subList(0, 2); l.add(5); p(s.size()); });
        t(() -> l().forEach(x -> {}));
        try {
            l().iterator().remove();
        }  catch (IllegalStateException e) {
            p("ISE");
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
