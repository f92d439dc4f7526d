import java.util.*;
import java.util.stream.*;

public class ListOfStreams {
    public static void main(String[] args) throws Exception {
        List<List<Integer>> m = Arrays.asList(Arrays.asList(1, 2), Arrays.asList(3, 4));
        p(m.stream().map(r -> r.stream().map(String::valueOf).collect(Collectors.joining(" "))).collect(Collectors.joining("\n")));
        p(IntStream.range(0, 2).mapToObj(c -> m.stream().map(r -> r.get(c)).collect(Collectors.toList())).collect(Collectors.toList()));
        m.get(0).stream().forEachOrdered(x -> p(x));
        p(m.stream().mapToInt(List::size).sum());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
