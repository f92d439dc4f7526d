package java.util.stream;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;

/** Like {@link PulledRef}, of values of type double. */
final class PulledDouble implements Spliterator.OfDouble, Sink.OfDouble {
    private final Pipe<Double> pipe;
    private double[] buffer = new double[8];
    private int first;
    private int last;
    private Spliterator<Object> source;
    private Sink<Object> sink;
    private boolean finished;

    PulledDouble(Pipe<Double> pipe) {
        this.pipe = pipe;
    }

    @SuppressWarnings("unchecked")
    private void bind() {
        if (source == null) {
            source = (Spliterator<Object>) pipe.takeSource();
        }
    }

    @SuppressWarnings("unchecked")
    private boolean fill() {
        bind();
        if (sink == null) {
            sink = (Sink<Object>) pipe.chain(this);
            sink.begin(pipe.startSize(source));
        }
        while (first == last) {
            first = 0;
            last = 0;
            if (finished) {
                return false;
            }
            if (sink.done() || !source.tryAdvance(sink)) {
                finished = true;
                sink.end();
            }
        }
        return true;
    }

    @Override
    public void accept(double value) {
        if (last == buffer.length) {
            buffer = Arrays.copyOf(buffer, last * 2);
        }
        buffer[last++] = value;
    }

    @Override
    public boolean tryAdvance(DoubleConsumer action) {
        Objects.requireNonNull(action);
        if (!fill()) {
            return false;
        }
        action.accept(buffer[first++]);
        return true;
    }

    @Override
    public Spliterator.OfDouble trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        bind();
        long size = sink == null ? pipe.exactSize(source) : -1;
        return size >= 0 ? size : source.estimateSize();
    }

    @Override
    public int characteristics() {
        return sink == null ? pipe.characteristics() : pipe.characteristics() & ~(SIZED | SUBSIZED);
    }

    @Override
    public Comparator<? super Double> getComparator() {
        return pipe.naturalOrder();
    }
}
