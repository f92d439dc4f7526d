package java.util.stream;

import java.util.Arrays;

/** Collects values for {@link DoubleStream#builder}. */
final class DoubleStreamBuilder implements DoubleStream.Builder {
    private double[] values = new double[8];
    private int count;

    @Override
    public void accept(double t) {
        if (values == null) {
            throw new IllegalStateException();
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = t;
    }

    @Override
    public DoubleStream build() {
        if (values == null) {
            throw new IllegalStateException();
        }
        DoubleStream stream = Arrays.stream(values, 0, count);
        values = null;
        return stream;
    }
}
