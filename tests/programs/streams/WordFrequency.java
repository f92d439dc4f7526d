import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class WordFrequency {
    public static void main(String[] args) throws Exception {
        String t = "it was the best of times it was the worst of times";
        p(Arrays.stream(t.split(" ")).collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.toList()));
        p(t.chars().filter(c -> c != ' ').mapToObj(c -> (char) c).collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting())));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
