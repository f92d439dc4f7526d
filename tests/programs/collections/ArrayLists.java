import java.util.*;

public class ArrayLists {
    public static void main(String[] args) throws Exception {
        List<Integer> l = new ArrayList<>();
        for (int i = 0; i < 15; i++) l.add(i * i % 10);
        p(l);
        l.add(3, 99);
        l.remove(0);
        l.remove(Integer.valueOf(9));
        l.set(1, -1);
        p(l + " " + l.indexOf(6) + l.lastIndexOf(6) + l.contains(99) + l.size());
        l.addAll(2, Arrays.asList(7, 7, 7));
        l.removeAll(Arrays.asList(7, 4));
        p(l);
        l.retainAll(Arrays.asList(6, 5, 1, -1));
        l.replaceAll(x -> x * 2);
        p(l);
        List<Integer> sub = l.subList(1, 3);
        sub.add(55);
        sub.set(0, 44);
        p(l + "" + sub);
        sub.clear();
        p(l);
        l.sort(null);
        p(l);
        l.removeIf(x -> x > 5);
        p(l + "" + Arrays.toString(l.toArray()) + Arrays.toString(l.toArray(new Integer[0])) + l.hashCode() + l.equals(new LinkedList<>(l)));
        ListIterator<Integer> it = l.listIterator();
        while (it.hasNext()) {
            int i = it.nextIndex();
            int v = it.next();
            if (i == 0) it.set(100);
            else if (v < 3) it.remove();
            else it.add(v + 1);
        }
        p(l);
        while (it.hasPrevious()) p(it.previousIndex() + ":" + it.previous());
        l.forEach(x -> p("e" + x));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
