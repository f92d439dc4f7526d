package java.util.concurrent.atomic;

/** A sum of doubles that many threads add to. */
public class DoubleAdder extends Striped64 implements java.io.Serializable {

    public DoubleAdder() {
    }

    public void add(double x) {
        long old;
        do {
            old = base;
        } while (!compareAndSetBase(old, Double.doubleToRawLongBits(Double.longBitsToDouble(old) + x)));
    }

    public double sum() {
        return Double.longBitsToDouble(base);
    }

    public void reset() {
        base = 0;
    }

    public double sumThenReset() {
        return Double.longBitsToDouble(takeBase(0));
    }

    public String toString() {
        return Double.toString(sum());
    }

    public long longValue() {
        return (long) sum();
    }

    public int intValue() {
        return (int) sum();
    }

    public float floatValue() {
        return (float) sum();
    }

    public double doubleValue() {
        return sum();
    }
}
