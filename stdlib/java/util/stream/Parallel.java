package java.util.stream;

import java.util.ArrayList;
import java.util.Spliterator;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs parallel streams. The source is split into parts, each of which runs through its own chain of sinks in a task of
 * the current thread's pool or the common one; results are joined in the order of the parts. A stateful stage is a
 * barrier: all its input is gathered in parallel, then it runs alone. What comes before a stage that may stop the source
 * runs alone too, for the source may have no end.
 */
final class Parallel {
    /** Parts for each thread: they do not take equally long. */
    private static final int PARTS = 4;

    private Parallel() {
    }

    @SuppressWarnings("unchecked")
    static <S extends Sink<?>> S run(Pipe<?> pipe, Spliterator<?> source, S terminal, boolean mayStop) {
        ArrayList<Pipe<?>> backwards = new ArrayList<>();
        for (Pipe<?> p = pipe; p.previous != null; p = p.previous) {
            backwards.add(p);
        }
        int n = backwards.size();
        Pipe<?>[] stages = new Pipe<?>[n];
        for (int i = 0; i < n; i++) {
            stages[i] = backwards.get(n - 1 - i);
        }
        // Up to here one thread works.
        int alone = 0;
        for (int i = 0; i < n; i++) {
            if (stages[i].stops || (mayStop && stages[i].stateful() && !source.hasCharacteristics(Spliterator.SIZED))) {
                alone = i + 1;
            }
        }
        int from = 0;
        if (alone > 0) {
            Gather<?> gathered = stages[alone - 1].gather();
            Pipe.push(source, chain(stages, 0, alone, gathered), stages[alone - 1].startSize(source), true);
            source = gathered.spliterator();
            from = alone;
        }
        for (int i = from; i < n; i++) {
            if (stages[i].stateful()) {
                if (i > from) {
                    source = ((Gather<?>) parts(stages, from, i, source, stages[i - 1].gather(), false)).spliterator();
                }
                Gather<?> gathered = stages[i].gather();
                Pipe.push(source, chain(stages, i, i + 1, gathered), sizeKnown(stages[i], source), false);
                source = gathered.spliterator();
                from = i + 1;
            }
        }
        return (S) parts(stages, from, n, source, terminal, mayStop);
    }

    private static Sink<?> chain(Pipe<?>[] stages, int from, int to, Sink<?> last) {
        Sink<?> sink = last;
        for (int i = to - 1; i >= from; i--) {
            sink = stages[i].wrap(sink);
        }
        return sink;
    }

    /** The size with which a chain that ends in {@code last} begins. */
    private static long sizeKnown(Pipe<?> last, Spliterator<?> source) {
        return (last.known & Spliterator.SIZED) == 0 ? -1 : source.getExactSizeIfKnown();
    }

    private static Sink<?> parts(
            Pipe<?>[] stages, int from, int to, Spliterator<?> source, Sink<?> terminal, boolean mayStop) {
        Job job = new Job(stages, from, to, terminal, mayStop, source.estimateSize());
        Part all = new Part(job, source, 0, Long.MAX_VALUE, false);
        all.invoke();
        return all.result == null ? terminal : all.result;
    }

    /** What the parts of a run have in common. */
    private static final class Job {
        final Pipe<?>[] stages;
        final int from;
        final int to;
        final Sink<?> terminal;
        final boolean mayStop;
        /** Parts of this size are not split. */
        final long target;
        /** Parts that start behind this position are not wanted any more. */
        final AtomicLong limit = new AtomicLong(Long.MAX_VALUE);

        Job(Pipe<?>[] stages, int from, int to, Sink<?> terminal, boolean mayStop, long size) {
            this.stages = stages;
            this.from = from;
            this.to = to;
            this.terminal = terminal;
            this.mayStop = mayStop;
            Thread t = Thread.currentThread();
            int threads = t instanceof ForkJoinWorkerThread
                    ? ((ForkJoinWorkerThread) t).getPool().getParallelism()
                    : ForkJoinPool.getCommonPoolParallelism();
            this.target = Math.max(1, size / ((long) Math.max(1, threads) * PARTS));
        }

        boolean unwanted(long position) {
            return limit.get() < position;
        }

        void found(long position) {
            limit.accumulateAndGet(position, Math::min);
        }
    }

    /** A part of the source, to which belong the positions from {@code low} on. */
    private static final class Part extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        private final transient Job job;
        private transient Spliterator<?> source;
        private final long low;
        private final long high;
        /** Whether to fork the front and go on with the rest, or the other way; in turns, for sources that split unevenly. */
        private final boolean forkFront;
        /** Null if nobody wants it. */
        transient Sink<?> result;

        Part(Job job, Spliterator<?> source, long low, long high, boolean forkFront) {
            this.job = job;
            this.source = source;
            this.low = low;
            this.high = high;
            this.forkFront = forkFront;
        }

        @Override
        protected void compute() {
            Spliterator<?> rest = source;
            source = null;
            if (job.unwanted(low)) {
                return;
            }
            Spliterator<?> front;
            if (high - low < 2 || rest.estimateSize() <= job.target || (front = rest.trySplit()) == null) {
                leaf(rest);
                return;
            }
            long middle = low + (high - low) / 2;
            Part left = new Part(job, front, low, middle, !forkFront);
            Part right = new Part(job, rest, middle, high, !forkFront);
            (forkFront ? left : right).fork();
            (forkFront ? right : left).compute();
            (forkFront ? left : right).join();
            result = left.result;
            if (result == null) {
                result = right.result;
            } else if (right.result != null) {
                result.join(right.result);
            }
        }

        @SuppressWarnings("unchecked")
        private void leaf(Spliterator<?> part) {
            Sink<?> terminal = job.terminal.fresh();
            Sink<?> sink = chain(job.stages, job.from, job.to, terminal);
            long size = job.to == 0 || (job.stages[job.to - 1].known & Spliterator.SIZED) != 0
                    ? part.getExactSizeIfKnown() : -1;
            boolean whole = false;
            try {
                if (job.mayStop) {
                    Spliterator<Object> s = (Spliterator<Object>) part;
                    Consumer<Object> c = (Consumer<Object>) sink;
                    sink.begin(size);
                    while (!sink.done() && !job.unwanted(low) && s.tryAdvance(c)) {
                        continue;
                    }
                    sink.end();
                    if (terminal.done()) {
                        job.found(terminal.endsAll() ? -1 : low);
                    }
                } else {
                    Pipe.push(part, sink, size, false);
                }
                whole = true;
            } finally {
                if (!whole) {
                    // The run fails with what was thrown here.
                    job.found(-1);
                }
            }
            result = terminal;
        }
    }
}
