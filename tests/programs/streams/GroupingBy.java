import java.util.*;
import java.util.stream.*;

public class GroupingBy {
    public static void main(String[] args) throws Exception {
        List<String> w = Arrays.asList("apple", "bob", "cat", "axe", "banana", "cow");
        p(w.stream().collect(Collectors.groupingBy(String::length)));
        p(w.stream().collect(Collectors.groupingBy(s -> s.charAt(0), TreeMap::new, Collectors.counting())));
        p(w.stream().collect(Collectors.groupingBy(s -> s.charAt(0), Collectors.mapping(String::length, Collectors.toSet()))));
        p(w.stream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.groupingBy(s -> s.charAt(0), TreeMap::new, Collectors.joining("+")))));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
