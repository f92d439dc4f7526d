import java.util.*;
import java.util.stream.*;

public class CollectorMix {
    public static void main(String[] args) throws Exception {
        List<Integer> l = Arrays.asList(3, 1, 4, 1, 5, 9, 2, 6);
        p(l.stream().collect(Collectors.averagingInt(x -> x)));
        p(l.stream().collect(Collectors.summarizingInt(x -> x)));
        p(l.stream().collect(Collectors.minBy(Comparator.naturalOrder())) + "" + l.stream().collect(Collectors.reducing(0, (a, b) -> a + b)) + l.stream().collect(Collectors.collectingAndThen(Collectors.toList(), List::size)) + l.stream().collect(Collectors.toCollection(TreeSet::new)) + l.stream().collect(Collectors.summingDouble(x -> x / 2.0)));
        p(l.stream().collect(Collectors.filtering(x -> x > 3, Collectors.toList())) + "" + l.stream().collect(Collectors.teeing(Collectors.counting(), Collectors.summingInt(x -> x), (a, b) -> a + "/" + b)) + l.stream().collect(Collectors.flatMapping(x -> Stream.of(x, -x), Collectors.counting())));
        p(l.stream().collect(Collector.of(StringBuilder::new, (sb, x) -> sb.append(x), StringBuilder::append, StringBuilder::toString)));
        p(l.stream().collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
        p(l.stream().collect(Collectors.toUnmodifiableList()));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
