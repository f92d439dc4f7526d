package java.util.stream;

import java.util.function.Consumer;

/**
 * Where a stage pushes its elements. A traversal is {@code begin(size or -1)}, elements, {@code end()}; a sink whose
 * {@code done()} is true wants no more elements.
 */
interface Sink<T> extends Consumer<T> {
    default void begin(long size) {
    }

    default void end() {
    }

    default boolean done() {
        return false;
    }

    /** Of a terminal sink: one for another part of a parallel stream. This one where it has no state. */
    default Sink<?> fresh() {
        return this;
    }

    /** Of a terminal sink: takes over the result of the part behind this one's. */
    default void join(Sink<?> right) {
    }

    /** Of a terminal sink that is done early: whether this ends all parts, not only those behind its own. */
    default boolean endsAll() {
        return true;
    }

    @Override
    default void accept(T t) {
        throw new IllegalStateException("called wrong accept method");
    }

    default void accept(int value) {
        throw new IllegalStateException("called wrong accept method");
    }

    default void accept(long value) {
        throw new IllegalStateException("called wrong accept method");
    }

    default void accept(double value) {
        throw new IllegalStateException("called wrong accept method");
    }

    /** A sink of ints. */
    interface OfInt extends Sink<Integer>, java.util.function.IntConsumer {
        @Override
        void accept(int value);

        @Override
        default void accept(Integer value) {
            accept(value.intValue());
        }
    }

    /** A sink of longs. */
    interface OfLong extends Sink<Long>, java.util.function.LongConsumer {
        @Override
        void accept(long value);

        @Override
        default void accept(Long value) {
            accept(value.longValue());
        }
    }

    /** A sink of doubles. */
    interface OfDouble extends Sink<Double>, java.util.function.DoubleConsumer {
        @Override
        void accept(double value);

        @Override
        default void accept(Double value) {
            accept(value.doubleValue());
        }
    }

    /** A stage's sink of objects in front of another sink: passes the frame calls on. */
    abstract class Ref<T> implements Sink<T> {
        final Sink<?> down;

        Ref(Sink<?> down) {
            this.down = down;
        }

        @Override
        public void begin(long size) {
            down.begin(size);
        }

        @Override
        public void end() {
            down.end();
        }

        @Override
        public boolean done() {
            return down.done();
        }
    }

    /** Likewise, of ints. */
    abstract class Int implements OfInt {
        final Sink<?> down;

        Int(Sink<?> down) {
            this.down = down;
        }

        @Override
        public void begin(long size) {
            down.begin(size);
        }

        @Override
        public void end() {
            down.end();
        }

        @Override
        public boolean done() {
            return down.done();
        }
    }

    /** Likewise, of longs. */
    abstract class Lng implements OfLong {
        final Sink<?> down;

        Lng(Sink<?> down) {
            this.down = down;
        }

        @Override
        public void begin(long size) {
            down.begin(size);
        }

        @Override
        public void end() {
            down.end();
        }

        @Override
        public boolean done() {
            return down.done();
        }
    }

    /** Likewise, of doubles. */
    abstract class Dbl implements OfDouble {
        final Sink<?> down;

        Dbl(Sink<?> down) {
            this.down = down;
        }

        @Override
        public void begin(long size) {
            down.begin(size);
        }

        @Override
        public void end() {
            down.end();
        }

        @Override
        public boolean done() {
            return down.done();
        }
    }
}
