package java.util.stream;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;

/** The elements of a stage on demand: the source is advanced by one element whenever the buffer is empty. */
final class PulledRef<T> implements Spliterator<T>, Sink<T> {
    private static final Object NULL = new Object();

    private final Pipe<T> pipe;
    private final ArrayDeque<Object> buffer = new ArrayDeque<>();
    private Spliterator<Object> source;
    private Sink<Object> sink;
    private boolean finished;

    PulledRef(Pipe<T> pipe) {
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
        while (buffer.isEmpty()) {
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
    public void accept(T t) {
        buffer.add(t == null ? NULL : t);
    }

    @SuppressWarnings("unchecked")
    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        java.util.Objects.requireNonNull(action);
        if (!fill()) {
            return false;
        }
        Object t = buffer.poll();
        action.accept(t == NULL ? null : (T) t);
        return true;
    }

    @Override
    public Spliterator<T> trySplit() {
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
    public Comparator<? super T> getComparator() {
        return pipe.naturalOrder();
    }
}
