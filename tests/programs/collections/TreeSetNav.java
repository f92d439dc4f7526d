import java.util.*;

public class TreeSetNav {
    public static void main(String[] args) throws Exception {
        TreeSet<String> s = new TreeSet<>(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
        Collections.addAll(s, "pear fig apple kiwi banana date".split(" "));
        p(s + " " + s.first() + s.last() + s.floor("zzzz") + s.higher("date") + s.headSet("kiwi") + s.tailSet("kiwi", false) + s.descendingSet());
        p(s.pollFirst() + s.pollLast() + s);
        Iterator<String> d = s.descendingIterator();
        d.next();
        d.remove();
        p(s);
        TreeSet<Integer> t = new TreeSet<>();
        Random r = new Random(1);
        for (int i = 0; i < 1000; i++) t.add(r.nextInt(500));
        for (int i = 0; i < 500; i += 3) t.remove(i);
        int sum = 0, prev = -1;
        for (int x : t) {
            if (x <= prev) p("bad");
            prev = x;
            sum += x;
        }
        p(t.size() + " " + sum + t.subSet(10, 20) + t.ceiling(250) + t.lower(250));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
