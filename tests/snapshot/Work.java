import java.io.*;
import java.util.*;
import java.util.concurrent.*;

/** Threads that compute, wait, sleep, write to a file; what it prints does not depend on when. */
public class Work {
    static long compute(int seed) {
        long sum = seed;
        double parts = 0;
        for (int i = 1; i < 6_000_000; i++) {
            sum = sum * 31 + (sum >>> 7) + i;
            parts += 1.0 / i;
        }
        return sum + (long) (parts * 1000);
    }

    public static void main(String[] args) throws Exception {
        long begin = System.nanoTime();
        File file = new File("out.txt");
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int seed = i;
            all.add(pool.submit(() -> compute(seed)));
        }
        CountDownLatch latch = new CountDownLatch(1);
        Object lock = new Object();
        boolean[] ready = {false};
        Thread waiter = new Thread(() -> {
            try {
                synchronized (lock) {
                    while (!ready[0]) {
                        lock.wait();
                    }
                }
                latch.await();
                System.out.println("waited");
            } catch (InterruptedException e) {
                System.out.println(e);
            }
        });
        waiter.start();
        System.out.println("begun");
        try (RandomAccessFile out = new RandomAccessFile(file, "rw")) {
            for (int i = 0; i < 10; i++) {
                Thread.sleep(100);
                out.writeInt(i);
            }
            out.seek(0);
            int sum = 0;
            for (int i = 0; i < 10; i++) {
                sum += out.readInt();
            }
            System.out.println("file: " + sum);
        }
        for (Future<Long> one : all) {
            System.out.println(one.get());
        }
        synchronized (lock) {
            ready[0] = true;
            lock.notifyAll();
        }
        latch.countDown();
        waiter.join();
        pool.shutdown();
        System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS));
        long took = System.nanoTime() - begin;
        System.out.println(took >= 1_000_000_000L ? "a second or more" : "less: " + took);
        System.out.println("done");
        System.exit(7);
    }
}
