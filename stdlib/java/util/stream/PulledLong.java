package java.util.stream;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.LongConsumer;

/** Like {@link PulledRef}, of values of type long. */
final class PulledLong implements Spliterator.OfLong, Sink.OfLong {
    private final Pipe<Long> pipe;
    private long[] buffer = new long[8];
    private int first;
    private int last;
    private Spliterator<Object> source;
    private Sink<Object> sink;
    private boolean finished;

    PulledLong(Pipe<Long> pipe) {
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
    public void accept(long value) {
        if (last == buffer.length) {
            buffer = Arrays.copyOf(buffer, last * 2);
        }
        buffer[last++] = value;
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
        Objects.requireNonNull(action);
        if (!fill()) {
            return false;
        }
        action.accept(buffer[first++]);
        return true;
    }

    @Override
    public Spliterator.OfLong trySplit() {
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
    public Comparator<? super Long> getComparator() {
        return pipe.naturalOrder();
    }
}
