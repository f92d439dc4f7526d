import java.util.*;

public class AbstractSubclasses {
    static class Squares extends AbstractList<Integer> {
        final int n;
        Squares(int n) {
            this.n = n;
        }
        public Integer get(int i) {
            if (i < 0 || i >= n) throw new IndexOutOfBoundsException("sq " + i);
            return i * i;
        }
        public int size() {
            return n;
        }
    }
    static class Bag extends AbstractCollection<String> {
        final List<String> l = new ArrayList<>();
        public boolean add(String s) {
            return l.add(s.toUpperCase());
        }
        public Iterator<String> iterator() {
            return l.iterator();
        }
        public int size() {
            return l.size();
        }
    }
    static class One extends AbstractMap<String, Integer> {
        public Set<Map.Entry<String, Integer>> entrySet() {
            return new LinkedHashSet<>(Arrays.asList(new AbstractMap.SimpleEntry<>("a", 1), new AbstractMap.SimpleImmutableEntry<>("b", 2)));
        }
    }

    public static void main(String[] args) throws Exception {
        List<Integer> s = new Squares(6);
        p(s + " " + s.indexOf(16) + s.contains(5) + s.subList(2, 4) + s.hashCode() + s.equals(Arrays.asList(0, 1, 4, 9, 16, 25)) + new ArrayList<>(s) + s.stream().mapToInt(x -> x).sum());
        try {
            s.add(1);
        }  catch (UnsupportedOperationException e) {
            p("uoe " + e.getMessage());
        }
        Bag b = new Bag();
        b.addAll(Arrays.asList("x", "y", "z"));
        b.remove("Y");
        b.removeIf(q -> q.equals("X"));
        p(b + "" + b.contains("Z") + b.isEmpty() + b.toArray().length);
        One o = new One();
        p(o + "" + o.get("b") + o.containsKey("c") + o.keySet() + o.values() + o.size() + o.hashCode());
        try {
            o.put("z", 1);
        }  catch (UnsupportedOperationException e) {
            p("uoe");
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
