package java.util.concurrent.atomic;

/** A sum that many threads add to. */
public class LongAdder extends Striped64 implements java.io.Serializable {

    public LongAdder() {
    }

    public void add(long x) {
        addBase(x);
    }

    public void increment() {
        addBase(1);
    }

    public void decrement() {
        addBase(-1);
    }

    public long sum() {
        return base;
    }

    public void reset() {
        base = 0;
    }

    public long sumThenReset() {
        return takeBase(0);
    }

    public String toString() {
        return Long.toString(sum());
    }

    public long longValue() {
        return sum();
    }

    public int intValue() {
        return (int) sum();
    }

    public float floatValue() {
        return sum();
    }

    public double doubleValue() {
        return sum();
    }
}
