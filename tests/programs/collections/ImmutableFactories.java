import java.util.*;

public class ImmutableFactories {
    public static void main(String[] args) throws Exception {
        p(List.of() + "" + List.of(1, 2, 3) + List.of(1, 2).equals(Arrays.asList(1, 2)) + Set.of("only") + Map.of("k", 1) + List.copyOf(Arrays.asList(4, 5)) + Map.entry("a", 1));
        p(new TreeSet<>(Set.of(3, 1, 2)) + "" + new TreeMap<>(Map.of("b", 2, "a", 1, "c", 3)) + new TreeMap<>(Map.ofEntries(Map.entry(1, "x"), Map.entry(0, "y"))));
        try {
            List.of(1).contains(null);
        }  catch (NullPointerException e) {
            p("npe");
        }
        try {
            List.of(1, 2).sort(null);
        }  catch (UnsupportedOperationException e) {
            p("uoe");
        }
        try {
            List.of(1).get(3);
        }  catch (IndexOutOfBoundsException e) {
            p(e.getMessage());
        }
        p(List.of(9, 8, 9).indexOf(9) + List.of(9, 8, 9).lastIndexOf(9) + " " + List.of("a").hashCode() + Map.of(1, 2).hashCode() + Set.of(5).hashCode());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
