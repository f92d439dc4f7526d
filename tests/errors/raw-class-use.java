import java.util.*;

class T<X extends Comparable> extends ArrayList implements Comparable {
    List f;
    Map<String, List> g;

    Set m(Map p, List[] a, int... i) {
        Iterator it = null;
        for (Object o : new HashSet()) {
        }
        Object o = (List) f;
        boolean b = o instanceof Map;
        Class<?> c = List.class;
        Collections.<List>emptyList();
        List<?>[] l = new List[3];
        java.util.function.Function<String, Integer> fn = (String s) -> 3;
        java.util.function.Consumer<List> k = (List z) -> { };
        return null;
    }

    @SuppressWarnings("rawtypes")
    List quiet(List p) {
        return null;
    }

    public int compareTo(Object o) {
        return 0;
    }
}
