import java.io.*;
import java.util.*;
import java.util.function.*;

/** The comparators of Comparator and Map.Entry: what they order, refuse, and become when written and read. */
public class ComparatorKinds {
    static class Item implements Serializable {
        final String name;
        final int a;
        final long b;
        final double c;

        Item(String name, int a, long b, double c) {
            this.name = name;
            this.a = a;
            this.b = b;
            this.c = c;
        }

        String name() {
            return name;
        }

        @Override
        public String toString() {
            return name + a + "/" + b + "/" + c;
        }
    }

    interface Key<T, R> extends Function<T, R>, Serializable {
    }

    @SuppressWarnings("unchecked")
    static <T> T copy(T t) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(t);
        }
        return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    static String tried(Runnable r) {
        try {
            r.run();
            return "done";
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    public static void main(String[] args) throws Exception {
        List<Item> items = new ArrayList<>();
        Random r = new Random(3);
        for (int i = 0; i < 40; i++) {
            items.add(new Item("n" + r.nextInt(4), r.nextInt(3), r.nextInt(3), r.nextInt(100) < 20 ? -0.0 : r.nextInt(2)));
        }
        Key<Item, String> name = Item::name;
        List<Comparator<Item>> orders = List.of(Comparator.comparing(name), Comparator.comparingInt(i -> i.a),
            Comparator.comparingLong(i -> i.b), Comparator.comparingDouble(i -> i.c),
            Comparator.comparing(name, Comparator.reverseOrder()),
            Comparator.comparing(name).thenComparing(i -> i.a).thenComparingLong(i -> -i.b).thenComparingDouble(i -> i.c),
            Comparator.<Item>comparingInt(i -> i.a).reversed().thenComparing(name, String.CASE_INSENSITIVE_ORDER),
            Comparator.comparing(name).thenComparingInt(i -> i.a).reversed());
        for (Comparator<Item> order : orders) {
            List<Item> sorted = new ArrayList<>(items);
            sorted.sort(order);
            System.out.println(sorted + " " + (order instanceof Serializable) + " " + order.equals(order) + " "
                + order.equals(Comparator.comparing(name)));
        }
        Comparator<Item> read = copy(Comparator.comparing(name).thenComparing(Comparator.comparing(name, copy(Comparator.<String>naturalOrder()))));
        System.out.println(read.compare(items.get(0), items.get(1)) + " " + read.compare(items.get(2), items.get(2)));
        System.out.println(tried(() -> Comparator.comparing(null)) + tried(() -> Comparator.comparing(name, null))
            + tried(() -> Comparator.comparingInt(null)) + tried(() -> Comparator.comparingLong(null))
            + tried(() -> Comparator.comparingDouble(null)) + tried(() -> Comparator.comparing(name).thenComparing((Comparator<Item>) null))
            + tried(() -> Map.Entry.comparingByKey(null)) + tried(() -> Map.Entry.comparingByValue(null))
            + tried(() -> Comparator.comparing(name).compare(null, items.get(0))));
        Map<String, Integer> map = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            map.put("k" + i, i * 7 % 5);
        }
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(map.entrySet());
        entries.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        System.out.println(entries);
        entries.sort(Map.Entry.comparingByKey(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder())));
        System.out.println(entries);
        entries.sort(copy(Map.Entry.comparingByValue(Comparator.<Integer>reverseOrder())));
        System.out.println(entries);
        entries.sort(copy(Map.Entry.comparingByKey()));
        System.out.println(entries + " " + Collections.max(entries, Map.Entry.comparingByValue()));
    }
}
