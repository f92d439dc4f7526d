import java.util.concurrent.CyclicBarrier;

/** What the Java memory model forbids (JLS 17.4) must not be seen. The argument multiplies the rounds. */
public class Litmus {
    static int rounds = 20000;
    static volatile int x, y;
    static int plain;
    static volatile boolean flag;
    static int r1, r2, r3, r4;

    static class Final { final int a; final int[] b; Final(int v) { a = v; b = new int[] {v, v}; } }
    static Final published;

    static class Lazy {
        static volatile Lazy instance;
        int one, two;
        Lazy() { one = 1; two = 2; }
        static Lazy get() {
            Lazy l = instance;
            if (l == null) synchronized (Lazy.class) { l = instance; if (l == null) instance = l = new Lazy(); }
            return l;
        }
    }

    /** Runs the parts of each round at once; `check` between rounds. */
    static void run(String name, Runnable before, java.util.function.BooleanSupplier forbidden, Runnable... parts) throws Exception {
        int[] bad = new int[1];
        int block = 200;
        CyclicBarrier barrier = new CyclicBarrier(parts.length);
        int[] turn = new int[1];
        Thread[] threads = new Thread[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int me = i;
            threads[i] = new Thread(() -> {
                try {
                    for (int r = 0; r < rounds / 10; r++) {
                        if (me == 0) before.run();
                        spin(me, parts.length);
                        parts[me].run();
                        spin(me, parts.length);
                        if (me == 0 && forbidden.getAsBoolean()) bad[0]++;
                        spin(me, parts.length);
                    }
                } catch (Throwable t) { t.printStackTrace(); bad[0]++; }
            });
        }
        arrived.set(0);
        for (Thread t : threads) t.start();
        for (Thread t : threads) t.join();
        System.out.println(name + (bad[0] == 0 ? " ok" : " FORBIDDEN " + bad[0]));
    }

    static final java.util.concurrent.atomic.AtomicInteger arrived = new java.util.concurrent.atomic.AtomicInteger();

    /** A barrier that spins, so that the parts start close together. */
    static void spin(int me, int parties) {
        int mine = arrived.incrementAndGet();
        int goal = (mine + parties - 1) / parties * parties;
        int tries = 0;
        while (arrived.get() < goal) if (++tries % 64 == 0) Thread.yield();
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) rounds *= Integer.parseInt(args[0]);
        run("store buffering", () -> { x = 0; y = 0; }, () -> r1 == 0 && r2 == 0,
            () -> { x = 1; r1 = y; }, () -> { y = 1; r2 = x; });
        run("message passing", () -> { plain = 0; flag = false; }, () -> r1 == 1 && r2 != 42,
            () -> { plain = 42; flag = true; }, () -> { r1 = flag ? 1 : 0; r2 = plain; });
        run("load buffering", () -> { x = 0; y = 0; }, () -> r1 == 1 && r2 == 1,
            () -> { r1 = y; x = 1; }, () -> { r2 = x; y = 1; });
        run("independent reads", () -> { x = 0; y = 0; }, () -> r1 == 1 && r2 == 0 && r3 == 1 && r4 == 0,
            () -> x = 1, () -> y = 1, () -> { r1 = x; r2 = y; }, () -> { r3 = y; r4 = x; });
        run("final fields", () -> published = null, () -> r1 == 1,
            () -> published = new Final(7),
            () -> { Final f = published; r1 = f != null && (f.a != 7 || f.b[0] != 7 || f.b[1] != 7) ? 1 : 0; });
        run("double-checked locking", () -> Lazy.instance = null, () -> r1 != 3 || r2 != 3,
            () -> { Lazy l = Lazy.get(); r1 = l.one + l.two; }, () -> { Lazy l = Lazy.get(); r2 = l.one + l.two; });
        run("coherence", () -> plain = 0, () -> r1 == 2 && r2 == 1,
            () -> { plain = 1; plain = 2; }, () -> { r1 = plain; r2 = plain; });
        long[] wide = new long[1];
        run("long writes are whole when volatile", () -> Wide.v = 0, () -> r1 == 1,
            () -> Wide.v = -1L, () -> { long v = Wide.v; r1 = v != 0 && v != -1L ? 1 : 0; });
        System.out.println("done");
    }

    static class Wide { static volatile long v; }
}
