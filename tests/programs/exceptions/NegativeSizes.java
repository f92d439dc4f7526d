import java.util.*;

public class NegativeSizes {
    static void t(Runnable r) { try { r.run(); p("ok"); } catch (RuntimeException e) { p(e); } }

    public static void main(String[] args) throws Exception {
        t(() -> new ArrayList<>(-1));
        t(() -> new HashMap<>(-1));
        t(() -> new HashMap<>(1, 0f));
        t(() -> new ArrayList<>().get(0));
        t(() -> new ArrayList<>().remove(0));
        t(() -> new ArrayList<>().add(1, 1));
        t(() -> new ArrayList<>().set(0, 1));
        t(() -> new LinkedList<>().getFirst());
        t(() -> new LinkedList<>().get(0));
        t(() -> new ArrayDeque<>().pop());
        t(() -> new ArrayDeque<>().add(null));
        t(() -> new ArrayDeque<>().removeLast());
        t(() -> new PriorityQueue<>().remove());
        t(() -> new PriorityQueue<>().element());
        t(() -> new ArrayList<>().iterator().next());
        t(() -> new TreeMap<>().firstKey());
        t(() -> new TreeSet<>().last());
        t(() -> new ArrayList<>(Arrays.asList(1, 2)).subList(1, 0));
        t(() -> new ArrayList<>(Arrays.asList(1, 2)).subList(0, 3));
        t(() -> new Stack<>().pop());
        t(() -> new BitSet(-1));
        t(() -> new BitSet().set(-1));
        t(() -> Optional.empty().get());
        t(() -> Optional.of(null));
        t(() -> Collections.emptyList().add(null));
        t(() -> Collections.max(new ArrayList<Integer>()));
        t(() -> List.of(1).add(2));
        t(() -> List.of(1, null));
        t(() -> Map.of(1, 2, 1, 3));
        t(() -> Set.of(1, 1));
        t(() -> new TreeMap<Integer, Integer>().put(null, 1));
        t(() -> Collections.unmodifiableList(new ArrayList<>()).clear());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
