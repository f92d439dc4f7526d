import java.util.concurrent.CyclicBarrier;
import java.util.function.IntPredicate;

/**
 * Litmus tests of the memory model (JLS 17.4) by blocks: threads run through arrays of fresh locations side by side, so that
 * a round costs nanoseconds. The argument multiplies the blocks: 100 makes millions of rounds of each.
 */
public class LitmusBlocks {
    static final int SIZE = 10_000;

    static final class Cell {
        volatile int x, y;
        int plain;
        Box box;
        volatile Box shared;
        static final class Box {
            final int a;
            final int[] b;
            int c;
            Box(int v) { a = v; b = new int[] {v, v + 1}; c = v + 2; }
        }
        /** Double-checked locking. */
        Box get(int v) {
            Box s = shared;
            if (s == null) {
                synchronized (this) {
                    s = shared;
                    if (s == null) shared = s = new Box(v);
                }
            }
            return s;
        }
    }

    static Cell[] cells = new Cell[SIZE];
    static int[] r1 = new int[SIZE], r2 = new int[SIZE], r3 = new int[SIZE], r4 = new int[SIZE];

    static void run(String name, int blocks, IntPredicate forbidden, Runnable... parts) throws Exception {
        long[] bad = new long[1];
        CyclicBarrier barrier = new CyclicBarrier(parts.length);
        Thread[] threads = new Thread[parts.length];
        for (int t = 0; t < parts.length; t++) {
            int me = t;
            threads[t] = new Thread(() -> {
                try {
                    for (int block = 0; block < blocks; block++) {
                        if (me == 0) for (int i = 0; i < SIZE; i++) cells[i] = new Cell();
                        barrier.await();
                        parts[me].run();
                        barrier.await();
                        if (me == 0) for (int i = 0; i < SIZE; i++) if (forbidden.test(i)) bad[0]++;
                    }
                } catch (Exception e) {
                    e.printStackTrace();
                    bad[0]++;
                }
            });
            threads[t].start();
        }
        for (Thread t : threads) t.join();
        System.out.println(name + (bad[0] == 0 ? " ok" : " FORBIDDEN " + bad[0]));
    }

    static void storeThenLoadX() { for (int i = 0; i < SIZE; i++) { Cell c = cells[i]; c.x = 1; r1[i] = c.y; } }
    static void storeThenLoadY() { for (int i = 0; i < SIZE; i++) { Cell c = cells[i]; c.y = 1; r2[i] = c.x; } }
    static void send() { for (int i = 0; i < SIZE; i++) { Cell c = cells[i]; c.plain = i + 5; c.x = 1; } }
    static void receive() {
        // From the end, so that it meets the sender.
        for (int i = SIZE - 1; i >= 0; i--) { Cell c = cells[i]; r1[i] = c.x; r2[i] = c.plain; }
    }
    static void receiveForward() { for (int i = 0; i < SIZE; i++) { Cell c = cells[i]; r3[i] = c.x; r4[i] = c.plain; } }
    static void writeX() { for (int i = 0; i < SIZE; i++) cells[i].x = 1; }
    static void writeY() { for (int i = 0; i < SIZE; i++) cells[i].y = 1; }
    static void readXY() { for (int i = 0; i < SIZE; i++) { Cell c = cells[i]; r1[i] = c.x; r2[i] = c.y; } }
    static void readYX() { for (int i = 0; i < SIZE; i++) { Cell c = cells[i]; r3[i] = c.y; r4[i] = c.x; } }
    static void publish() { for (int i = 0; i < SIZE; i++) cells[i].box = new Cell.Box(i + 1); }
    static void look() {
        for (int i = 0; i < SIZE; i++) {
            Cell.Box b = cells[i].box;
            r1[i] = b == null ? -1 : b.a;
            r2[i] = b == null ? -1 : b.b[1];
        }
    }
    static void lazy(int[] into) {
        for (int i = 0; i < SIZE; i++) {
            Cell.Box b = cells[i].get(i + 1);
            into[i] = b.a + b.b[0] + b.b[1] + b.c;
        }
    }
    static void countUp() { for (int n = 1; n <= 10; n++) for (int i = 0; i < SIZE; i += 10) cells[i].x = n; }
    static void readTwice() { for (int i = 0; i < SIZE; i += 10) { Cell c = cells[i]; r1[i] = c.x; r2[i] = c.x; } }
    static void increments() {
        for (int i = 0; i < SIZE; i++) { Cell c = cells[i]; synchronized (c) { c.plain++; } }
    }

    public static void main(String[] args) throws Exception {
        int n = 3 * (args.length > 0 ? Integer.parseInt(args[0]) : 1);
        run("store buffering", n, i -> r1[i] == 0 && r2[i] == 0, LitmusBlocks::storeThenLoadX, LitmusBlocks::storeThenLoadY);
        run("message passing", n, i -> (r1[i] == 1 && r2[i] != i + 5) || (r3[i] == 1 && r4[i] != i + 5),
            LitmusBlocks::send, LitmusBlocks::receive, LitmusBlocks::receiveForward);
        run("independent reads", n, i -> r1[i] == 1 && r2[i] == 0 && r3[i] == 1 && r4[i] == 0,
            LitmusBlocks::readXY, LitmusBlocks::writeX, LitmusBlocks::writeY, LitmusBlocks::readYX);
        run("final fields", n, i -> r1[i] >= 0 && (r1[i] != i + 1 || r2[i] != i + 2), LitmusBlocks::publish, LitmusBlocks::look);
        run("double-checked locking", n, i -> r1[i] != 4 * (i + 1) + 3 || r2[i] != r1[i], () -> lazy(r1), () -> lazy(r2));
        run("coherence", n, i -> i % 10 == 0 && r1[i] > r2[i], LitmusBlocks::countUp, LitmusBlocks::readTwice);
        run("mutual exclusion", n, i -> cells[i].plain != 2, LitmusBlocks::increments, LitmusBlocks::increments);
    }
}
