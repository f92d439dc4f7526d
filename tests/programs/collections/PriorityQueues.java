import java.util.*;

public class PriorityQueues {
    public static void main(String[] args) throws Exception {
        PriorityQueue<Integer> q = new PriorityQueue<>();
        for (int x : new int[] {5, 1, 8, 3, 9, 2, 7}) q.add(x);
        p(q);
        q.remove(3);
        p(q + " " + q.peek());
        StringBuilder sb = new StringBuilder();
        while (!q.isEmpty()) sb.append(q.poll()).append(' ');
        p(sb);
        PriorityQueue<String> s = new PriorityQueue<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        Collections.addAll(s, "bb", "a", "ccc", "aa", "ddd");
        while (s.size() > 0) p(s.remove());
        PriorityQueue<Integer> h = new PriorityQueue<>(Arrays.asList(9, 4, 7, 1, 3));
        p(h + "" + h.contains(7));
        PriorityQueue<Integer> rv = new PriorityQueue<>(11, Collections.reverseOrder());
        rv.addAll(h);
        p(rv);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
