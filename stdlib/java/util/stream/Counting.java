package java.util.stream;

import java.util.Spliterator;

/** The terminal operation count: the size where it is known, otherwise by counting. */
final class Counting<T> implements Sink<T> {
    private long count;

    private Counting() {
    }

    static long count(Pipe<?> pipe) {
        if ((pipe.known & Spliterator.SIZED) != 0) {
            pipe.use();
            Spliterator<?> source = pipe.takeSource();
            long size = pipe.exactSize(source);
            if (size >= 0) {
                return size;
            }
            return pipe.drive(source, new Counting<Object>(), false).count;
        }
        return pipe.run(new Counting<Object>(), false).count;
    }

    @Override
    public Sink<?> fresh() {
        return new Counting<>();
    }

    @Override
    public void join(Sink<?> right) {
        count += ((Counting<?>) right).count;
    }

    @Override
    public void accept(T t) {
        count++;
    }

    @Override
    public void accept(int value) {
        count++;
    }

    @Override
    public void accept(long value) {
        count++;
    }

    @Override
    public void accept(double value) {
        count++;
    }
}
