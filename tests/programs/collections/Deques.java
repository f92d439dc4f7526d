import java.util.*;

public class Deques {
    public static void main(String[] args) throws Exception {
        Deque<Integer> d = new ArrayDeque<>();
        for (int i = 0; i < 20; i++) if (i % 2 == 0) d.addFirst(i);
        else d.addLast(i);
        p(d);
        p(d.pollFirst() + " " + d.pollLast() + d.peekFirst() + d.peekLast() + d.pop() + d.size());
        d.push(100);
        d.offer(200);
        d.removeFirstOccurrence(1);
        p(d + "" + d.contains(200));
        Iterator<Integer> it = d.descendingIterator();
        StringBuilder sb = new StringBuilder();
        while (it.hasNext()) sb.append(it.next()).append(' ');
        p(sb);
        LinkedList<String> l = new LinkedList<>(Arrays.asList("a", "b", "c"));
        l.addFirst("z");
        l.add(2, "m");
        l.removeLast();
        l.remove("a");
        p(l + l.getFirst() + l.peekLast() + l.indexOf("b") + l.poll() + l);
        p(new ArrayDeque<>().poll() + "" + new LinkedList<>().peek());
        Queue<Integer> q = new ArrayDeque<>(2);
        for (int i = 0; i < 1000; i++) {
            q.add(i);
            if (i % 3 != 0) q.remove();
        }
        p(q.size() + " " + q.peek());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
