import java.lang.ref.*;
import java.util.*;

/** Objects of all ages: old ones that lead to young ones, hashes, weak references, large arrays, deep stacks. */
public class Generations {
    static int scale = 1;

    static class Node { Node next; int value; Object extra; Node(int v) { value = v; } }

    static Object garbage;

    static void churn(int kib) {
        for (int i = 0; i < kib; i++) garbage = new byte[1000];
    }

    static void oldToYoung() {
        Node[] old = new Node[20000 * scale];
        for (int i = 0; i < old.length; i++) old[i] = new Node(i);
        System.gc();
        long sum = 0;
        for (int round = 0; round < 20; round++) {
            for (int i = round; i < old.length; i += 20) {
                Node n = new Node(i);
                n.next = old[i];
                old[i].extra = new int[] {i, round};
                old[i] = n;
            }
            churn(500 * scale);
        }
        for (int i = 0; i < old.length; i++) {
            Node n = old[i];
            if (n.value != i || n.next.value != i || ((int[]) n.next.extra)[0] != i) throw new AssertionError("node " + i);
            sum += ((int[]) n.next.extra)[1];
        }
        System.out.println("old to young " + sum / scale);
    }

    static void hashes() {
        IdentityHashMap<Object, Integer> map = new IdentityHashMap<>();
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < 20000 * scale; i++) {
            Object key = i % 3 == 0 ? new int[i % 7] : i % 3 == 1 ? new Object() : "s" + i;
            keys.add(key);
            if (i % 2 == 0) map.put(key, i);
        }
        int[] before = new int[keys.size()];
        for (int i = 0; i < before.length; i++) before[i] = System.identityHashCode(keys.get(i));
        churn(3000);
        System.gc();
        for (int i = 1; i < keys.size(); i += 2) map.put(keys.get(i), i);
        keys.removeIf(k -> k instanceof String);
        List<Object> kept = new ArrayList<>(map.keySet());
        System.gc();
        churn(3000);
        int wrong = 0;
        for (Object k : kept) if (map.get(k) == null) wrong++;
        int at = 0;
        for (int i = 0; i < before.length; i++) {
            if (i % 3 == 2) continue;
            if (System.identityHashCode(keys.get(at++)) != before[i]) wrong++;
        }
        System.out.println("hashes " + wrong + " " + map.size() / scale);
    }

    static void references() throws Exception {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        List<Reference<Object>> all = new ArrayList<>();
        List<Object> held = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Object o = new Node(i);
            if (i % 3 == 0) held.add(o);
            all.add(i % 2 == 0 ? new WeakReference<>(o, queue) : new PhantomReference<>(o, queue));
        }
        SoftReference<Object> soft = new SoftReference<>(new Node(-1));
        System.gc();
        int cleared = 0;
        while (queue.remove(500) != null) if (++cleared == 2000) break;
        int live = 0;
        for (Reference<Object> r : all) if (!r.refersTo(null)) live++;
        System.out.println("references " + cleared + " " + live + " " + held.size() + " " + (soft.get() != null));
        WeakHashMap<Object, String> weak = new WeakHashMap<>();
        for (int i = 0; i < 1000; i++) weak.put(i % 2 == 0 ? held.get(i / 2) : new Object(), "v" + i);
        for (int i = 0; i < 50 && weak.size() > 500; i++) { System.gc(); Thread.sleep(5); }
        System.out.println("weak map " + weak.size() + " " + weak.get(held.get(3)));
        Cleaner cleaner = Cleaner.create();
        int[] cleaned = new int[1];
        for (int i = 0; i < 100; i++) cleaner.register(new Object(), () -> { synchronized (cleaned) { cleaned[0]++; } });
        for (int i = 0; i < 200; i++) {
            System.gc();
            Thread.sleep(5);
            synchronized (cleaned) { if (cleaned[0] == 100) break; }
        }
        System.out.println("cleaned " + cleaned[0]);
    }

    static void large() {
        List<Object[]> list = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < 60; i++) {
            Object[] big = new Object[100000];
            for (int j = 0; j < big.length; j += 1000) big[j] = new Node(i + j);
            list.add(big);
            if (list.size() > 8) list.remove(i % 8);
            long[] numbers = new long[60000];
            for (long n : numbers) sum += n;
            Arrays.fill(numbers, -1);
        }
        for (Object[] big : list) for (int j = 0; j < big.length; j++) if (big[j] != null) sum += ((Node) big[j]).value;
        Object[] copy = list.get(0).clone();
        churn(2000);
        System.arraycopy(copy, 0, copy, 1, copy.length - 1);
        churn(2000);
        System.out.println("large " + sum + " " + ((Node) copy[1]).value + " " + ((Node) copy[1001]).value);
    }

    static int deep(int depth, Node node) {
        Node mine = new Node(depth);
        mine.next = node;
        if (depth == 0) { churn(100); return 0; }
        if (depth % 500 == 0) churn(100);
        int below = deep(depth - 1, mine);
        if (mine.value != depth || mine.next != node) throw new AssertionError("frame " + depth);
        return below + 1;
    }

    static void threads() throws Exception {
        Thread[] all = new Thread[4];
        long[] sums = new long[all.length];
        for (int t = 0; t < all.length; t++) {
            int me = t;
            all[t] = new Thread(() -> {
                Map<String, List<Integer>> map = new HashMap<>();
                for (int i = 0; i < 20000 * scale; i++) {
                    List<Integer> l = map.computeIfAbsent("key " + i % 100, k -> new LinkedList<>());
                    l.add(i);
                    if (l.size() > 20) l.remove(0);
                }
                for (List<Integer> l : map.values()) for (int v : l) sums[me] += v;
            });
            all[t].start();
        }
        for (Thread t : all) t.join();
        System.out.println("threads " + (sums[0] == sums[1] && sums[2] == sums[3] && sums[0] == sums[3]));
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) scale = Integer.parseInt(args[0]);
        oldToYoung();
        hashes();
        references();
        large();
        System.out.println("deep " + deep(3000, null));
        threads();
        Runtime r = Runtime.getRuntime();
        System.out.println(r.maxMemory() >= r.totalMemory() && r.totalMemory() > r.freeMemory() && r.freeMemory() > 0);
    }
}
