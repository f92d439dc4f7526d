import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Fork-join: results, stealing, completers, exceptions, quiescence, termination. */
public class ForkJoin {
    static final class Fib extends RecursiveTask<Integer> {
        final int n;
        Fib(int n) { this.n = n; }
        @Override protected Integer compute() {
            if (n < 2) return n;
            Fib a = new Fib(n - 1);
            a.fork();
            return new Fib(n - 2).compute() + a.join();
        }
    }
    static final class Sum extends CountedCompleter<Long> {
        final int[] data; final int lo, hi; long result; Sum left, right;
        Sum(CountedCompleter<?> parent, int[] data, int lo, int hi) { super(parent); this.data = data; this.lo = lo; this.hi = hi; }
        @Override public void compute() {
            if (hi - lo > 1000) {
                int mid = (lo + hi) >>> 1;
                left = new Sum(this, data, lo, mid);
                right = new Sum(this, data, mid, hi);
                setPendingCount(2);
                right.fork();
                left.fork();
            } else {
                for (int i = lo; i < hi; i++) result += data[i];
            }
            tryComplete();
        }
        @Override public void onCompletion(CountedCompleter<?> caller) {
            if (left != null) result = left.result + right.result;
        }
        @Override public Long getRawResult() { return result; }
    }
    static final class Wide extends RecursiveAction {
        final int depth; final AtomicInteger count;
        Wide(int depth, AtomicInteger count) { this.depth = depth; this.count = count; }
        @Override protected void compute() {
            count.incrementAndGet();
            if (depth == 0) return;
            List<Wide> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) all.add(new Wide(depth - 1, count));
            invokeAll(all);
        }
    }
    public static void main(String[] args) throws Exception {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        for (int p : new int[] {1, 2, 3, 8}) {
            ForkJoinPool pool = new ForkJoinPool(p);
            for (int i = 0; i < 3 * n; i++) {
                String fib = pool.invoke(new Fib(18)) + " " + new Fib(16).invoke();
                if (i < 3) System.out.println(fib);
                int[] data = new int[100_000];
                Arrays.setAll(data, k -> k);
                long sum = pool.invoke(new Sum(null, data, 0, data.length));
                AtomicInteger count = new AtomicInteger();
                pool.invoke(new Wide(4, count));
                if (i < 3) System.out.println(sum + " " + count + " " + new Sum(null, data, 0, data.length).invoke());
            }
            try {
                pool.invoke(new RecursiveAction() {
                    @Override protected void compute() {
                        RecursiveAction bad = new RecursiveAction() {
                            @Override protected void compute() { throw new IllegalStateException("inner"); }
                        };
                        bad.fork();
                        bad.join();
                    }
                });
            } catch (IllegalStateException e) {
                Throwable t = e;
                while (t.getCause() != null) t = t.getCause();
                System.out.println(t.getMessage());
            }
            AtomicInteger done = new AtomicInteger();
            List<ForkJoinTask<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 200; i++) tasks.add(pool.submit(() -> { done.incrementAndGet(); }));
            for (ForkJoinTask<?> t : tasks) t.get();
            System.out.println(done + " " + pool.awaitQuiescence(10, TimeUnit.SECONDS) + " " + pool.getQueuedTaskCount());
            // Tasks that wait for each other need threads beyond the parallelism.
            CountDownLatch latch = new CountDownLatch(1);
            ForkJoinTask<Integer> waiting = pool.submit(() -> {
                ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
                    public boolean block() throws InterruptedException { latch.await(); return true; }
                    public boolean isReleasable() { return latch.getCount() == 0; }
                });
                return 5;
            });
            pool.submit(latch::countDown);
            System.out.println(waiting.get(20, TimeUnit.SECONDS));
            pool.shutdown();
            System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS) + " " + pool.isTerminated());
            try { pool.submit(() -> { }); System.out.println("accepted"); } catch (RejectedExecutionException e) { System.out.println("rejected"); }
        }
        System.out.println(ForkJoinPool.commonPool().invoke(new Fib(15)));
        CompletableFuture<Integer> f = CompletableFuture.supplyAsync(() -> new Fib(10).invoke(), new ForkJoinPool(2));
        System.out.println(f.thenCombine(CompletableFuture.supplyAsync(() -> 1), Integer::sum).get(20, TimeUnit.SECONDS));
        String text = ForkJoinPool.commonPool().toString();
        System.out.println(text.contains("[Running, parallelism = "));
    }
}
