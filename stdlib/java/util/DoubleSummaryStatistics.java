package java.util;

import java.util.function.DoubleConsumer;

/** Count, sum, minimum, maximum and average of values of type double. */
public class DoubleSummaryStatistics implements DoubleConsumer {
    private long count;
    private double sum;
    private double compensation;
    private double simpleSum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    public DoubleSummaryStatistics() {
    }

    public DoubleSummaryStatistics(long count, double min, double max, double sum) throws IllegalArgumentException {
        if (count < 0L) {
            throw new IllegalArgumentException("Negative count value");
        }
        if (count > 0L) {
            if (min > max) {
                throw new IllegalArgumentException("Minimum greater than maximum");
            }
            if (Double.isNaN(min) || Double.isNaN(max) || Double.isNaN(sum)) {
                if (!(Double.isNaN(min) && Double.isNaN(max) && Double.isNaN(sum))) {
                    throw new IllegalArgumentException("Some, not all, of the minimum, maximum, or sum is NaN");
                }
            }
            this.count = count;
            this.min = min;
            this.max = max;
            this.sum = sum;
            this.simpleSum = sum;
        }
    }

    @Override
    public void accept(double value) {
        ++count;
        simpleSum += value;
        add(value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Compensated summation (Kahan): the lost low part is carried along. */
    private void add(double value) {
        double corrected = value - compensation;
        double next = sum + corrected;
        compensation = (next - sum) - corrected;
        sum = next;
    }

    public void combine(DoubleSummaryStatistics other) {
        count += other.count;
        simpleSum += other.simpleSum;
        add(other.sum);
        add(-other.compensation);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    public final long getCount() {
        return count;
    }

    public final double getSum() {
        double result = sum - compensation;
        // Infinities: the compensated sum may be NaN where the plain one is right.
        return Double.isNaN(result) && Double.isInfinite(simpleSum) ? simpleSum : result;
    }

    public final double getMin() {
        return min;
    }

    public final double getMax() {
        return max;
    }

    public final double getAverage() {
        return count > 0 ? getSum() / count : 0.0d;
    }

    @Override
    public String toString() {
        return String.format("%s{count=%d, sum=%f, min=%f, average=%f, max=%f}", getClass().getSimpleName(), getCount(), getSum(), getMin(), getAverage(), getMax());
    }
}
