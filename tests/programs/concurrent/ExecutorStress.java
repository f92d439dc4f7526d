import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.stream.*;

/** Executors, fork and join, futures, synchronizers, timers. The argument multiplies the work. */
public class ExecutorStress {
    static int rounds = 300;

    static void same(Object a, Object b) {
        if (!Objects.equals(a, b)) throw new AssertionError(a + " is not " + b);
    }

    static class Sum extends RecursiveTask<Long> {
        final int[] a; final int from, to;
        Sum(int[] a, int from, int to) { this.a = a; this.from = from; this.to = to; }
        @Override protected Long compute() {
            if (to - from < 50) { long s = 0; for (int i = from; i < to; i++) s += a[i]; return s; }
            int mid = (from + to) >>> 1;
            Sum left = new Sum(a, from, mid), right = new Sum(a, mid, to);
            left.fork();
            return right.compute() + left.join();
        }
    }

    static class Sort extends RecursiveAction {
        final int[] a; final int from, to;
        Sort(int[] a, int from, int to) { this.a = a; this.from = from; this.to = to; }
        @Override protected void compute() {
            if (to - from < 40) { Arrays.sort(a, from, to); return; }
            int mid = (from + to) >>> 1;
            invokeAll(new Sort(a, from, mid), new Sort(a, mid, to));
            int[] copy = Arrays.copyOfRange(a, from, to);
            int i = 0, j = mid - from, k = from;
            while (k < to) a[k++] = j >= copy.length || i < mid - from && copy[i] <= copy[j] ? copy[i++] : copy[j++];
        }
    }

    static void executors() throws Exception {
        for (ExecutorService pool : List.of(Executors.newFixedThreadPool(3), Executors.newCachedThreadPool(),
                Executors.newSingleThreadExecutor(), Executors.newWorkStealingPool(3),
                new ThreadPoolExecutor(1, 4, 1, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(4), new ThreadPoolExecutor.CallerRunsPolicy()))) {
            AtomicInteger ran = new AtomicInteger();
            List<Future<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                int n = i;
                futures.add(pool.submit(() -> { ran.incrementAndGet(); return n * n; }));
            }
            for (int i = 0; i < rounds; i++) same(futures.get(i).get(), i * i);
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) { int n = i; calls.add(() -> n); }
            int sum = 0;
            for (Future<Integer> f : pool.invokeAll(calls)) sum += f.get();
            same(sum, 190);
            if (pool.invokeAny(calls) == null) throw new AssertionError();
            Future<?> bad = pool.submit((Runnable) () -> { throw new IllegalStateException("no"); });
            try { bad.get(); throw new AssertionError(); } catch (ExecutionException e) { same(e.getCause().getMessage().endsWith("no"), true); }
            pool.shutdown();
            same(pool.awaitTermination(10, TimeUnit.SECONDS), true);
            same(ran.get(), rounds);
            try {
                pool.execute(() -> { });
                if (!(pool instanceof ThreadPoolExecutor)) throw new AssertionError();
            } catch (RejectedExecutionException expected) { }
        }
        System.out.println("executors ok");
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        AtomicInteger ticks = new AtomicInteger();
        CountDownLatch five = new CountDownLatch(5);
        ScheduledFuture<?> every = timer.scheduleAtFixedRate(() -> { ticks.incrementAndGet(); five.countDown(); }, 1, 2, TimeUnit.MILLISECONDS);
        ScheduledFuture<String> once = timer.schedule(() -> "once", 5, TimeUnit.MILLISECONDS);
        same(five.await(20, TimeUnit.SECONDS), true);
        every.cancel(false);
        same(every.isCancelled(), true);
        same(once.get(), "once");
        ScheduledFuture<?> never = timer.schedule(() -> { throw new AssertionError(); }, 1, TimeUnit.HOURS);
        timer.shutdownNow();
        same(timer.awaitTermination(10, TimeUnit.SECONDS), true);
        System.out.println("scheduled ok");
        Timer old = new Timer("timer", true);
        CountDownLatch three = new CountDownLatch(3);
        old.schedule(new TimerTask() { public void run() { three.countDown(); } }, 1, 1);
        same(three.await(20, TimeUnit.SECONDS), true);
        old.cancel();
        System.out.println("timer ok");
    }

    static void forkJoin() throws Exception {
        int[] numbers = new int[rounds * 100];
        Random random = new Random(5);
        for (int i = 0; i < numbers.length; i++) numbers[i] = random.nextInt(1000000);
        long expected = Arrays.stream(numbers).asLongStream().sum();
        ForkJoinPool pool = new ForkJoinPool(3);
        for (int i = 0; i < 5; i++) same(pool.invoke(new Sum(numbers, 0, numbers.length)), expected);
        int[] copy = numbers.clone(), sorted = numbers.clone();
        pool.invoke(new Sort(copy, 0, copy.length));
        Arrays.sort(sorted);
        same(Arrays.equals(copy, sorted), true);
        pool.shutdown();
        same(pool.awaitTermination(10, TimeUnit.SECONDS), true);
        same(ForkJoinPool.commonPool().invoke(new Sum(numbers, 0, numbers.length)), expected);
        same(Arrays.stream(numbers).parallel().asLongStream().sum(), expected);
        List<Integer> squares = IntStream.range(0, rounds).parallel().boxed().map(i -> i * i).collect(Collectors.toList());
        for (int i = 0; i < rounds; i++) same(squares.get(i), i * i);
        Map<Integer, Long> groups = IntStream.range(0, rounds).parallel().boxed().collect(Collectors.groupingByConcurrent(i -> i % 7, Collectors.counting()));
        same(groups.values().stream().mapToLong(x -> x).sum(), (long) rounds);
        System.out.println("fork and join ok");
    }

    static void futures() throws Exception {
        for (int i = 0; i < rounds; i++) {
            int n = i;
            CompletableFuture<Integer> a = CompletableFuture.supplyAsync(() -> n);
            CompletableFuture<Integer> b = a.thenApplyAsync(x -> x + 1);
            CompletableFuture<Integer> c = a.thenCombine(b, Integer::sum).thenCompose(x -> CompletableFuture.supplyAsync(() -> x * 2));
            same(c.get(10, TimeUnit.SECONDS), (2 * i + 1) * 2);
            CompletableFuture<Integer> d = b.thenApply(x -> { if (x >= 0) throw new IllegalArgumentException("x"); return x; });
            same(d.exceptionally(t -> -1).join(), -1);
            same(d.handle((v, t) -> t.getCause().getMessage()).join(), "x");
            CompletableFuture.allOf(a, b, c).join();
            CompletableFuture.anyOf(a, b).join();
        }
        CompletableFuture<String> late = new CompletableFuture<>();
        Thread waiter = new Thread(() -> late.complete("late"));
        waiter.start();
        same(late.join(), "late");
        waiter.join();
        System.out.println("futures ok");
    }

    static void synchronizers() throws Exception {
        int parties = 4;
        AtomicInteger inside = new AtomicInteger(), most = new AtomicInteger(), errors = new AtomicInteger();
        Semaphore permits = new Semaphore(2);
        CyclicBarrier barrier = new CyclicBarrier(parties, () -> { if (inside.get() != 0) errors.incrementAndGet(); });
        Phaser phaser = new Phaser(parties);
        int[] phases = new int[parties];
        Exchanger<Integer> exchanger = new Exchanger<>();
        AtomicLong exchanged = new AtomicLong();
        Thread[] threads = new Thread[parties];
        int n = rounds / 10;
        for (int t = 0; t < parties; t++) {
            int me = t;
            threads[t] = new Thread(() -> {
                try {
                    for (int i = 0; i < n; i++) {
                        permits.acquire();
                        int now = inside.incrementAndGet();
                        most.accumulateAndGet(now, Math::max);
                        inside.decrementAndGet();
                        permits.release();
                        barrier.await();
                        phases[me] = i;
                        phaser.arriveAndAwaitAdvance();
                        for (int p : phases) if (p != i) errors.incrementAndGet();
                        phaser.arriveAndAwaitAdvance();
                        exchanged.addAndGet(exchanger.exchange(me));
                    }
                } catch (Throwable e) { e.printStackTrace(); errors.incrementAndGet(); }
            });
            threads[t].start();
        }
        for (Thread t : threads) t.join();
        same(errors.get(), 0);
        same(most.get() <= 2, true);
        same(phaser.getPhase(), 2 * n);
        same(exchanged.get(), 6L * n);
        System.out.println("synchronizers ok");
        BlockingQueue<Integer> queue = new SynchronousQueue<>();
        Thread stuck = new Thread(() -> { try { queue.take(); } catch (InterruptedException e) { errors.incrementAndGet(); } });
        stuck.start();
        while (stuck.getState() != Thread.State.WAITING) Thread.sleep(1);
        stuck.interrupt();
        stuck.join();
        same(errors.get(), 1);
        CyclicBarrier broken = new CyclicBarrier(2);
        try { broken.await(5, TimeUnit.MILLISECONDS); } catch (TimeoutException e) { System.out.println("barrier broken " + broken.isBroken()); }
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) rounds *= Integer.parseInt(args[0]);
        executors();
        forkJoin();
        futures();
        synchronizers();
        System.out.println("done");
    }
}
