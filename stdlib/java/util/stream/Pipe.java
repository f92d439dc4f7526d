package java.util.stream;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A stage of a stream: the head has a source, each other stage wraps the sink of the stage behind it. A terminal operation builds the chain of
 * sinks from the end and lets the source push its elements through.
 */
abstract class Pipe<E> implements AutoCloseable {
    /** The stage before this one; null in the head. */
    final Pipe<?> previous;
    private final Pipe<?> head;
    /** What is known of the elements: characteristics of {@link Spliterator}, kept by the stages that preserve them. */
    final int known;
    /** This or an earlier stage may want to stop before the source ends. */
    final boolean shortCircuit;
    /** This stage may. */
    final boolean stops;
    private boolean used;

    // The head's own state.
    private Spliterator<?> source;
    private Supplier<? extends Spliterator<?>> supplier;
    private boolean parallel;
    private Runnable closeHandler;

    Pipe(Spliterator<?> source, int characteristics, boolean parallel) {
        this.previous = null;
        this.head = this;
        this.source = source;
        this.known = withoutComparator(source, characteristics);
        this.parallel = parallel;
        this.shortCircuit = false;
        this.stops = false;
    }

    Pipe(Supplier<? extends Spliterator<?>> supplier, int characteristics, boolean parallel) {
        this.previous = null;
        this.head = this;
        this.supplier = supplier;
        this.known = characteristics;
        this.parallel = parallel;
        this.shortCircuit = false;
        this.stops = false;
    }

    Pipe(Pipe<?> previous, int known, boolean shortCircuit) {
        previous.use();
        this.previous = previous;
        this.head = previous.head;
        this.known = known;
        this.shortCircuit = previous.shortCircuit || shortCircuit;
        this.stops = shortCircuit;
    }

    /** Sorted by a comparator is not sorted for our purposes. */
    private static int withoutComparator(Spliterator<?> source, int characteristics) {
        if ((characteristics & Spliterator.SORTED) != 0 && source.getComparator() != null) {
            return characteristics & ~Spliterator.SORTED;
        }
        return characteristics;
    }

    /** Marks this stage as linked or consumed. */
    final void use() {
        if (used) {
            throw new IllegalStateException("stream has already been operated upon or closed");
        }
        used = true;
    }

    /** The sink that does this stage's work and hands on to {@code down}. Not called on the head. */
    abstract Sink<?> wrap(Sink<?> down);

    /** Whether what this stage does with an element depends on others: such a stage is a barrier in a parallel stream. */
    boolean stateful() {
        return false;
    }

    /** A place for this stage's output. */
    abstract Gather<?> gather();

    /** The size of this stage's output where that of the stage before is {@code size}. */
    long adjust(long size) {
        return size;
    }

    /** The number of elements this stage puts out, if that is known before running; otherwise -1. */
    final long exactSize(Spliterator<?> spliterator) {
        if ((known & Spliterator.SIZED) == 0) {
            return -1;
        }
        long size = previous == null ? spliterator.getExactSizeIfKnown() : previous.exactSize(spliterator);
        return size < 0 || previous == null ? size : adjust(size);
    }

    /** The size to begin the chain of sinks with; each stage's sink adjusts it. */
    final long startSize(Spliterator<?> spliterator) {
        return exactSize(spliterator) < 0 ? -1 : spliterator.getExactSizeIfKnown();
    }

    /** The source's spliterator; ends the stream's configuration. */
    final Spliterator<?> takeSource() {
        Pipe<?> h = head;
        Spliterator<?> s = h.source;
        if (s == null) {
            if (h.supplier == null) {
                throw new IllegalStateException("source already consumed or closed");
            }
            s = h.supplier.get();
        }
        h.source = null;
        h.supplier = null;
        return s;
    }

    /** The chain of sinks from the source to {@code last}. */
    final Sink<?> chain(Sink<?> last) {
        Sink<?> sink = last;
        for (Pipe<?> p = this; p.previous != null; p = p.previous) {
            sink = p.wrap(sink);
        }
        return sink;
    }

    /** Runs the stream into a terminal sink. */
    final <S extends Sink<?>> S run(S terminal, boolean mayStop) {
        use();
        return drive(takeSource(), terminal, mayStop);
    }

    final <S extends Sink<?>> S drive(Spliterator<?> source, S terminal, boolean mayStop) {
        if (isParallel()) {
            return Parallel.run(this, source, terminal, mayStop);
        }
        push(source, chain(terminal), startSize(source), mayStop || shortCircuit);
        return terminal;
    }

    /** Pushes all elements of a spliterator, or as many as are wanted. */
    @SuppressWarnings("unchecked")
    static void push(Spliterator<?> source, Sink<?> sink, long size, boolean mayStop) {
        sink.begin(size);
        Spliterator<Object> s = (Spliterator<Object>) source;
        Consumer<Object> c = (Consumer<Object>) sink;
        if (mayStop) {
            while (!sink.done() && s.tryAdvance(c)) {
            }
        } else {
            s.forEachRemaining(c);
        }
        sink.end();
    }

    final boolean ordered() {
        return (known & Spliterator.ORDERED) != 0;
    }

    public final boolean isParallel() {
        return head.parallel;
    }

    final void setParallel(boolean on) {
        head.parallel = on;
    }

    final void addCloseHandler(Runnable handler) {
        if (used) {
            throw new IllegalStateException("stream has already been operated upon or closed");
        }
        java.util.Objects.requireNonNull(handler);
        Runnable first = head.closeHandler;
        head.closeHandler = first == null ? handler : composed(first, handler);
    }

    /** Runs both even if the first throws; a second exception is suppressed by the first. */
    static Runnable composed(Runnable first, Runnable second) {
        return () -> {
            try {
                first.run();
            } catch (Throwable t) {
                try {
                    second.run();
                } catch (Throwable u) {
                    if (t != u) {
                        t.addSuppressed(u);
                    }
                }
                throw t;
            }
            second.run();
        };
    }

    @Override
    public final void close() {
        used = true;
        Pipe<?> h = head;
        h.source = null;
        h.supplier = null;
        Runnable handler = h.closeHandler;
        h.closeHandler = null;
        if (handler != null) {
            handler.run();
        }
    }

    /** What is known of the elements as characteristics of the stream's own spliterator. */
    final int characteristics() {
        int c = known;
        if ((c & Spliterator.SIZED) != 0) {
            c |= Spliterator.SUBSIZED;
        }
        return c & ~Spliterator.CONCURRENT;
    }

    Comparator<? super E> naturalOrder() {
        if ((known & Spliterator.SORTED) != 0) {
            return null;
        }
        throw new IllegalStateException();
    }
}
