package java.util.stream;

import java.util.Spliterator;
import java.util.function.Consumer;

/** Pushes the elements of whole streams to the sink behind, no more of them than are wanted. */
abstract class FlatSink<T> extends Sink.Ref<T> {
    FlatSink(Sink<?> down) {
        super(down);
    }

    @Override
    public void begin(long size) {
        down.begin(-1);
    }

    final void flow(BaseStream<?, ?> stream) {
        flow(stream, down);
    }

    static void flow(BaseStream<?, ?> stream, Sink<?> down) {
        if (stream == null) {
            return;
        }
        try (BaseStream<?, ?> s = stream) {
            s.sequential();
            Pipe<?> pipe = (Pipe<?>) s;
            pipe.use();
            Spliterator<?> source = pipe.takeSource();
            Passing<?> last = new Passing<Object>(down);
            Pipe.push(source, pipe.chain(last), pipe.startSize(source), true);
        }
    }

    /** Passes elements but not the beginning and end of the inner stream. */
    static final class Passing<T> implements Sink<T> {
        private final Sink<T> down;

        @SuppressWarnings("unchecked")
        Passing(Sink<?> down) {
            this.down = (Sink<T>) down;
        }

        @Override
        public void accept(T t) {
            down.accept(t);
        }

        @Override
        public void accept(int value) {
            down.accept(value);
        }

        @Override
        public void accept(long value) {
            down.accept(value);
        }

        @Override
        public void accept(double value) {
            down.accept(value);
        }

        @Override
        public boolean done() {
            return down.done();
        }
    }
}
