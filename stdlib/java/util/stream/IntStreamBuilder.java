package java.util.stream;

import java.util.Arrays;

/** Collects values for {@link IntStream#builder}. */
final class IntStreamBuilder implements IntStream.Builder {
    private int[] values = new int[8];
    private int count;

    @Override
    public void accept(int t) {
        if (values == null) {
            throw new IllegalStateException();
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = t;
    }

    @Override
    public IntStream build() {
        if (values == null) {
            throw new IllegalStateException();
        }
        IntStream stream = Arrays.stream(values, 0, count);
        values = null;
        return stream;
    }
}
