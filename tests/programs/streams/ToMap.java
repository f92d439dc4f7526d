import java.util.*;
import java.util.stream.*;

public class ToMap {
    public static void main(String[] args) throws Exception {
        p(Stream.of("a", "bb", "ccc").collect(Collectors.toMap(s -> s, String::length)));
        p(Stream.of("a", "b", "cc").collect(Collectors.toMap(String::length, s -> s, (x, y) -> x + y, LinkedHashMap::new)));
        try {
            Stream.of("a", "b").collect(Collectors.toMap(String::length, s -> s));
        }  catch (IllegalStateException e) {
            p(e.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
