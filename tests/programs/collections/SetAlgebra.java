import java.util.*;

public class SetAlgebra {
    public static void main(String[] args) throws Exception {
        Set<Integer> a = new TreeSet<>(Arrays.asList(1, 2, 3, 4, 5)), b = new HashSet<>(Arrays.asList(4, 5, 6));
        Set<Integer> u = new TreeSet<>(a);
        p(u.addAll(b) + "" + u);
        Set<Integer> i = new TreeSet<>(a);
        p(i.retainAll(b) + "" + i);
        Set<Integer> d = new TreeSet<>(a);
        p(d.removeAll(b) + "" + d);
        p(u.containsAll(a) + "" + a.containsAll(u) + a.equals(new HashSet<>(a)) + a.hashCode() + a.add(1) + a.remove(99) + u.removeAll(Collections.emptySet()));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
