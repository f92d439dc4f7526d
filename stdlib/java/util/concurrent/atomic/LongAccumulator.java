package java.util.concurrent.atomic;

import java.util.function.LongBinaryOperator;

/** A running value that many threads update by a function. */
public class LongAccumulator extends Striped64 implements java.io.Serializable {
    private final LongBinaryOperator function;
    private final long identity;

    public LongAccumulator(LongBinaryOperator accumulatorFunction, long identity) {
        this.function = accumulatorFunction;
        this.identity = identity;
        base = identity;
    }

    public void accumulate(long x) {
        long old;
        long next;
        do {
            old = base;
            next = function.applyAsLong(old, x);
        } while (next != old && !compareAndSetBase(old, next));
    }

    public long get() {
        return base;
    }

    public void reset() {
        base = identity;
    }

    public long getThenReset() {
        return takeBase(identity);
    }

    public String toString() {
        return Long.toString(get());
    }

    public long longValue() {
        return get();
    }

    public int intValue() {
        return (int) get();
    }

    public float floatValue() {
        return get();
    }

    public double doubleValue() {
        return get();
    }
}
