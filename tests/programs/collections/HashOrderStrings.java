import java.util.*;

public class HashOrderStrings {
    public static void main(String[] args) throws Exception {
        Set<String> s = new HashSet<>();
        for (int i = 0; i < 60; i++) s.add(Integer.toString(i * 7919, 36));
        p(s);
        Set<Object> mix = new HashSet<>(Arrays.asList(1L, 2.5, 'c', "str", true, 1, null, 3f, (byte) 9));
        p(mix);
        Set<List<Integer>> l = new HashSet<>();
        for (int i = 0; i < 8; i++) l.add(Arrays.asList(i, i * i));
        p(l);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
