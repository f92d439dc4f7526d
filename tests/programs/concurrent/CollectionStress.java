import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Concurrent maps and queues: nothing is lost, nothing comes twice. The argument multiplies the work. */
public class CollectionStress {
    static final int THREADS = 4;
    static int rounds = 1000;

    interface Work { void run(int me) throws Exception; }

    static void all(String name, Work work) throws Exception {
        ConcurrentLinkedQueue<Throwable> failed = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int me = i;
            threads[i] = new Thread(() -> {
                try { start.await(); work.run(me); } catch (Throwable t) { t.printStackTrace(); failed.add(t); }
            }, name + me);
            threads[i].start();
        }
        for (Thread t : threads) t.join();
        System.out.println(name + (failed.isEmpty() ? " ok" : " FAILED " + failed.peek()));
    }

    static void same(Object a, Object b) {
        if (!a.equals(b)) throw new AssertionError(a + " is not " + b);
    }

    static void maps(String name, ConcurrentMap<Integer, Integer> map) throws Exception {
        all(name + " merge", me -> {
            Random random = new Random(me);
            for (int i = 0; i < rounds; i++) map.merge(random.nextInt(64), 1, Integer::sum);
        });
        int sum = 0;
        for (int v : map.values()) sum += v;
        same(sum, THREADS * rounds);
        map.clear();
        AtomicInteger computed = new AtomicInteger();
        all(name + " computeIfAbsent", me -> {
            for (int i = 0; i < rounds; i++) map.computeIfAbsent(i, k -> { computed.incrementAndGet(); return k * 2; });
        });
        if (map instanceof ConcurrentHashMap) same(computed.get(), rounds);
        same(map.size(), rounds);
        all(name + " put and remove", me -> {
            for (int i = 0; i < rounds; i++) {
                int key = 1000000 + i * THREADS + me;
                if (map.put(key, i) != null) throw new AssertionError("there already");
                if (i % 2 == 0 && !map.remove(key, i)) throw new AssertionError("not there");
                Integer seen = map.get(i);
                if (seen == null || seen != i * 2) throw new AssertionError("lost " + i);
                map.replace(i, i * 2, i * 2);
                if (i % 100 == 0) for (Map.Entry<Integer, Integer> e : map.entrySet()) if (e.getValue() == null) throw new AssertionError();
            }
        });
        same(map.size(), rounds + THREADS * (rounds / 2));
        all(name + " compute", me -> {
            for (int i = 0; i < rounds; i++) {
                map.compute(-1, (k, v) -> v == null ? 1 : v + 1);
                if (i % 10 == 0) map.computeIfPresent(-2, (k, v) -> null);
                map.putIfAbsent(-2, 5);
            }
        });
        same(map.get(-1), THREADS * rounds);
    }

    static void queue(String name, BlockingQueue<Integer> queue) throws Exception {
        AtomicLong in = new AtomicLong(), out = new AtomicLong();
        AtomicInteger taken = new AtomicInteger();
        BitSet seen = new BitSet();
        all(name, me -> {
            if (me % 2 == 0) {
                for (int i = 0; i < rounds; i++) {
                    int v = me / 2 * rounds + i;
                    in.addAndGet(v);
                    if (i % 3 == 0) queue.put(v);
                    else while (!queue.offer(v, 10, TimeUnit.MILLISECONDS)) { }
                }
            } else {
                int total = THREADS / 2 * rounds;
                while (taken.get() < total) {
                    Integer v = queue.poll(2, TimeUnit.MILLISECONDS);
                    if (v == null) continue;
                    taken.incrementAndGet();
                    out.addAndGet(v);
                    synchronized (seen) {
                        if (seen.get(v)) throw new AssertionError(v + " twice");
                        seen.set(v);
                    }
                }
            }
        });
        same(in.get(), out.get());
        same(seen.cardinality(), THREADS / 2 * rounds);
        same(queue.size(), 0);
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) rounds *= Integer.parseInt(args[0]);
        maps("ConcurrentHashMap", new ConcurrentHashMap<>());
        maps("ConcurrentSkipListMap", new ConcurrentSkipListMap<>());
        queue("ArrayBlockingQueue", new ArrayBlockingQueue<>(8));
        queue("LinkedBlockingQueue", new LinkedBlockingQueue<>(16));
        queue("LinkedBlockingDeque", new LinkedBlockingDeque<>(16));
        queue("PriorityBlockingQueue", new PriorityBlockingQueue<>());
        queue("SynchronousQueue", new SynchronousQueue<>());
        queue("fair SynchronousQueue", new SynchronousQueue<>(true));
        queue("LinkedTransferQueue", new LinkedTransferQueue<>());
        ConcurrentLinkedQueue<Integer> linked = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();
        AtomicInteger left = new AtomicInteger();
        all("linked queues", me -> {
            for (int i = 0; i < rounds; i++) {
                linked.add(i);
                if (i % 2 == 0) deque.addFirst(i); else deque.addLast(i);
                if (i % 3 == 0 && linked.poll() != null) left.incrementAndGet();
                if (i % 4 == 0 && deque.pollLast() != null) left.incrementAndGet();
                if (i % 5 == 0 && deque.pollFirst() != null) left.incrementAndGet();
            }
        });
        same(linked.size() + deque.size() + left.get(), 2 * THREADS * rounds);
        CopyOnWriteArrayList<Integer> copies = new CopyOnWriteArrayList<>();
        CopyOnWriteArraySet<Integer> set = new CopyOnWriteArraySet<>();
        ConcurrentSkipListSet<Integer> sorted = new ConcurrentSkipListSet<>();
        all("copies", me -> {
            for (int i = 0; i < rounds / 10; i++) {
                copies.add(me);
                set.add(i % 50);
                sorted.add(i * THREADS + me);
                int n = 0;
                for (int v : copies) n += v;
                Integer before = null;
                for (Integer v : sorted) { if (before != null && before >= v) throw new AssertionError("order"); before = v; }
            }
        });
        same(copies.size(), THREADS * (rounds / 10));
        same(set.size(), Math.min(50, rounds / 10));
        same(sorted.size(), THREADS * (rounds / 10));
        System.out.println("done");
    }
}
