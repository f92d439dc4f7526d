import java.util.ArrayList;
import java.util.List;

/** Monitors that were contended, waited in or entered deeply, and then fall quiet while objects move and die. */
public class QuietMonitors {
    static final class Counter {
        int value;
        final int hash = System.identityHashCode(this);
    }

    static int deep(Counter c, int depth) {
        synchronized (c) {
            return depth == 0 ? ++c.value : deep(c, depth - 1);
        }
    }

    static void garbage() {
        List<byte[]> list = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            list.add(new byte[10_000]);
        }
        System.gc();
    }

    static void contend(Counter[] counters) throws InterruptedException {
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 4000; i++) {
                    Counter c = counters[i % counters.length];
                    synchronized (c) {
                        synchronized (c) {
                            c.value++;
                        }
                    }
                    if (i % 1000 == 999) {
                        garbage();
                    }
                }
            });
            threads[t].start();
        }
        for (Thread t : threads) {
            t.join();
        }
    }

    static void waiting(Counter c) throws InterruptedException {
        int before = c.value;
        Thread[] waiters = new Thread[3];
        for (int t = 0; t < waiters.length; t++) {
            waiters[t] = new Thread(() -> {
                synchronized (c) {
                    c.value++;
                    c.notifyAll();
                    while (c.value < before + 10) {
                        try {
                            c.wait();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }
                    c.value++;
                }
            });
            waiters[t].start();
        }
        synchronized (c) {
            while (c.value < before + 3) {
                c.wait();
            }
            // The monitor has waiters now: collections leave it alone.
            garbage();
            c.value = before + 10;
            c.notifyAll();
            garbage();
        }
        for (Thread t : waiters) {
            t.join();
        }
        System.out.println("after waiting " + (c.value - before));
    }

    public static void main(String[] args) throws Exception {
        Counter[] counters = new Counter[5];
        for (int i = 0; i < counters.length; i++) {
            counters[i] = new Counter();
        }
        for (int round = 0; round < 3; round++) {
            contend(counters);
            garbage();
            int sum = 0;
            boolean same = true;
            for (Counter c : counters) {
                sum += c.value;
                same &= c.hash == System.identityHashCode(c);
                same &= !Thread.holdsLock(c);
            }
            System.out.println("round " + round + ": " + sum + " " + same);
            waiting(counters[round]);
            garbage();
            synchronized (counters[round]) {
                counters[round].wait(1);
                garbage();
                System.out.println("held " + Thread.holdsLock(counters[round]));
            }
            System.out.println("deep " + (deep(counters[0], 400) == counters[0].value));
            garbage();
        }
        Counter free = counters[4];
        garbage();
        try {
            free.notify();
        } catch (IllegalMonitorStateException e) {
            System.out.println(e.getMessage());
        }
        for (int i = 0; i < 20_000; i++) {
            Counter c = new Counter();
            synchronized (c) {
                c.notifyAll();
                if (i % 2000 == 0) {
                    c.wait(1);
                }
            }
        }
        System.out.println("done");
    }
}
