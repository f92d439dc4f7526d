import java.util.*;

public class HashOrderIntegers {
    public static void main(String[] args) throws Exception {
        Map<Integer, String> m = new HashMap<>();
        for (int i = 0; i < 40; i++) m.put(i * 37 % 101 - 20, "v" + i);
        p(m);
        Set<Integer> s = new HashSet<>(Arrays.asList(100, 17, 33, 1, 65536, -1, 16));
        p(s);
        for (int i = 0; i < 20; i++) s.add(i * 1000);
        p(s);
        for (int i = 0; i < 20; i += 2) s.remove(i * 1000);
        p(s);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
