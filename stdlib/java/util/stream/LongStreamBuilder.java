package java.util.stream;

import java.util.Arrays;

/** Collects values for {@link LongStream#builder}. */
final class LongStreamBuilder implements LongStream.Builder {
    private long[] values = new long[8];
    private int count;

    @Override
    public void accept(long t) {
        if (values == null) {
            throw new IllegalStateException();
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = t;
    }

    @Override
    public LongStream build() {
        if (values == null) {
            throw new IllegalStateException();
        }
        LongStream stream = Arrays.stream(values, 0, count);
        values = null;
        return stream;
    }
}
