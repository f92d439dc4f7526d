import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;

/** Locks and atomics under several threads: counters must come out right. The argument multiplies the work. */
public class LockStress {
    static final int THREADS = 4;
    static int rounds = 2000;

    interface Work { void run(int me) throws Exception; }

    static void all(String name, Work work) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Throwable> failed = new ArrayList<>();
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int me = i;
            threads[i] = new Thread(() -> {
                try {
                    go.await();
                    work.run(me);
                } catch (Throwable t) {
                    synchronized (failed) { failed.add(t); }
                }
            });
            threads[i].start();
        }
        go.countDown();
        for (Thread t : threads) t.join();
        System.out.println(name + (failed.isEmpty() ? " ok" : " FAILED " + failed.get(0)));
    }

    static void same(Object a, Object b) {
        if (!a.equals(b)) throw new AssertionError(a + " is not " + b);
    }

    static int plain;
    static volatile int field;
    static volatile long wide;
    static class Holder { volatile Object ref; volatile int number; volatile long large; }

    static synchronized void add() { plain++; }

    static void monitors() throws Exception {
        plain = 0;
        all("monitor", me -> { for (int i = 0; i < rounds; i++) add(); });
        same(plain, THREADS * rounds);
        plain = 0;
        Object lock = new Object();
        all("recursive monitor", me -> {
            for (int i = 0; i < rounds; i++) synchronized (lock) { synchronized (lock) { plain++; } plain++; }
        });
        same(plain, THREADS * rounds * 2);
        int[] box = new int[1];
        all("wait and notify", me -> {
            for (int i = 0; i < rounds / 10; i++) {
                synchronized (box) {
                    while (box[0] % THREADS != me) box.wait(1000);
                    box[0]++;
                    box.notifyAll();
                }
            }
        });
        same(box[0], THREADS * (rounds / 10));
    }

    static void locks() throws Exception {
        for (boolean fair : new boolean[] {false, true}) {
            ReentrantLock lock = new ReentrantLock(fair);
            plain = 0;
            int n = fair ? rounds / 10 : rounds;
            all("ReentrantLock " + fair, me -> {
                for (int i = 0; i < n; i++) {
                    if (i % 3 == 0) { while (!lock.tryLock()) Thread.yield(); }
                    else if (i % 3 == 1) { while (!lock.tryLock(10, TimeUnit.MILLISECONDS)) { } }
                    else lock.lock();
                    try { plain++; } finally { lock.unlock(); }
                }
            });
            same(plain, THREADS * n);
            same(lock.isLocked(), false);
        }
        ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
        int[] pair = new int[2];
        all("ReadWriteLock", me -> {
            for (int i = 0; i < rounds; i++) {
                if (i % 8 == me) {
                    rw.writeLock().lock();
                    try { pair[0]++; Thread.onSpinWait(); pair[1]++; } finally { rw.writeLock().unlock(); }
                } else {
                    rw.readLock().lock();
                    try { same(pair[0], pair[1]); } finally { rw.readLock().unlock(); }
                }
            }
        });
        same(pair[0], THREADS * (rounds / 8));
        StampedLock stamped = new StampedLock();
        long[] two = new long[2];
        AtomicInteger optimistic = new AtomicInteger();
        all("StampedLock", me -> {
            for (int i = 0; i < rounds; i++) {
                if (i % 8 == me) {
                    long s = stamped.writeLock();
                    try { two[0]++; two[1]--; } finally { stamped.unlockWrite(s); }
                } else if (i % 2 == 0) {
                    long s = stamped.tryOptimisticRead();
                    long a = two[0], b = two[1];
                    if (s != 0 && stamped.validate(s)) { same(a, -b); optimistic.incrementAndGet(); }
                } else {
                    long s = stamped.readLock();
                    try { same(two[0], -two[1]); } finally { stamped.unlockRead(s); }
                }
            }
        });
        same(two[0], (long) THREADS * (rounds / 8));
        ReentrantLock lock = new ReentrantLock();
        Condition[] turns = new Condition[THREADS];
        for (int i = 0; i < THREADS; i++) turns[i] = lock.newCondition();
        int[] turn = new int[1];
        all("Condition", me -> {
            for (int i = 0; i < rounds / 10; i++) {
                lock.lock();
                try {
                    while (turn[0] % THREADS != me) turns[me].await();
                    turn[0]++;
                    turns[turn[0] % THREADS].signal();
                } finally { lock.unlock(); }
            }
        });
        same(turn[0], THREADS * (rounds / 10));
    }

    static void atomics() throws Exception {
        AtomicInteger i32 = new AtomicInteger();
        AtomicLong i64 = new AtomicLong();
        LongAdder adder = new LongAdder();
        LongAccumulator most = new LongAccumulator(Math::max, Long.MIN_VALUE);
        DoubleAdder sum = new DoubleAdder();
        AtomicReference<Integer> ref = new AtomicReference<>(0);
        AtomicIntegerArray ints = new AtomicIntegerArray(4);
        AtomicLongArray longs = new AtomicLongArray(4);
        AtomicReferenceArray<String> texts = new AtomicReferenceArray<>(4);
        AtomicStampedReference<String> stamped = new AtomicStampedReference<>("a", 0);
        AtomicMarkableReference<String> marked = new AtomicMarkableReference<>("a", false);
        AtomicIntegerFieldUpdater<Holder> number = AtomicIntegerFieldUpdater.newUpdater(Holder.class, "number");
        AtomicLongFieldUpdater<Holder> large = AtomicLongFieldUpdater.newUpdater(Holder.class, "large");
        AtomicReferenceFieldUpdater<Holder, Object> object = AtomicReferenceFieldUpdater.newUpdater(Holder.class, Object.class, "ref");
        Holder holder = new Holder();
        holder.ref = 0;
        AtomicBoolean spin = new AtomicBoolean();
        int[] guarded = new int[1];
        all("atomics", me -> {
            for (int i = 0; i < rounds; i++) {
                i32.incrementAndGet();
                i64.addAndGet(2);
                adder.increment();
                most.accumulate(me * 1000000L + i);
                sum.add(0.5);
                Integer old;
                do old = ref.get(); while (!ref.compareAndSet(old, old + 1));
                ints.getAndIncrement(i & 3);
                longs.accumulateAndGet(i & 3, 3, Long::sum);
                texts.updateAndGet(i & 3, s -> s == null || s.length() > 20 ? "x" : s + "x");
                int[] stamp = new int[1];
                String now;
                do now = stamped.get(stamp); while (!stamped.compareAndSet(now, now.length() > 9 ? "a" : now + "b", stamp[0], stamp[0] + 1));
                boolean[] mark = new boolean[1];
                do now = marked.get(mark); while (!marked.compareAndSet(now, now, mark[0], !mark[0]));
                number.incrementAndGet(holder);
                large.getAndAdd(holder, 5);
                Object seen;
                do seen = object.get(holder); while (!object.compareAndSet(holder, seen, (Integer) seen + 1));
                while (!spin.compareAndSet(false, true)) Thread.yield();
                guarded[0]++;
                spin.set(false);
            }
        });
        int n = THREADS * rounds;
        same(i32.get(), n);
        same(i64.get(), 2L * n);
        same(adder.sum(), (long) n);
        same(most.get(), (THREADS - 1) * 1000000L + rounds - 1);
        same(sum.sum(), n / 2.0);
        same(ref.get(), n);
        same(ints.get(0) + ints.get(1) + ints.get(2) + ints.get(3), n);
        same(longs.get(0) + longs.get(1) + longs.get(2) + longs.get(3), 3L * n);
        same(stamped.getStamp(), n);
        same(marked.isMarked(), n % 2 == 1);
        same(holder.number, n);
        same(holder.large, 5L * n);
        same(holder.ref, n);
        same(guarded[0], n);
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) rounds *= Integer.parseInt(args[0]);
        monitors();
        locks();
        atomics();
        System.out.println("done");
    }
}
