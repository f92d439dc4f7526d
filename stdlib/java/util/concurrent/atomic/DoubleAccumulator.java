package java.util.concurrent.atomic;

import java.util.function.DoubleBinaryOperator;

/** A running double that many threads update by a function. */
public class DoubleAccumulator extends Striped64 implements java.io.Serializable {
    private final DoubleBinaryOperator function;
    private final long identity;

    public DoubleAccumulator(DoubleBinaryOperator accumulatorFunction, double identity) {
        this.function = accumulatorFunction;
        this.identity = Double.doubleToRawLongBits(identity);
        base = this.identity;
    }

    public void accumulate(double x) {
        long old;
        long next;
        do {
            old = base;
            next = Double.doubleToRawLongBits(function.applyAsDouble(Double.longBitsToDouble(old), x));
        } while (next != old && !compareAndSetBase(old, next));
    }

    public double get() {
        return Double.longBitsToDouble(base);
    }

    public void reset() {
        base = identity;
    }

    public double getThenReset() {
        return Double.longBitsToDouble(takeBase(identity));
    }

    public String toString() {
        return Double.toString(get());
    }

    public long longValue() {
        return (long) get();
    }

    public int intValue() {
        return (int) get();
    }

    public float floatValue() {
        return (float) get();
    }

    public double doubleValue() {
        return get();
    }
}
