package java.util.concurrent;

/** Units of time, and conversions that cut off fractions and stop at the ends of long. */
public enum TimeUnit {
    NANOSECONDS(1L),
    MICROSECONDS(1000L),
    MILLISECONDS(1000_000L),
    SECONDS(1000_000_000L),
    MINUTES(60_000_000_000L),
    HOURS(3600_000_000_000L),
    DAYS(86400_000_000_000L);

    private final long nanos;

    TimeUnit(long nanos) {
        this.nanos = nanos;
    }

    private static long convert(long d, long from, long to) {
        if (from == to) {
            return d;
        }
        if (from < to) {
            return d / (to / from);
        }
        long ratio = from / to;
        long limit = Long.MAX_VALUE / ratio;
        return d > limit ? Long.MAX_VALUE : d < -limit ? Long.MIN_VALUE : d * ratio;
    }

    public long convert(long sourceDuration, TimeUnit sourceUnit) {
        return convert(sourceDuration, sourceUnit.nanos, nanos);
    }

    public long toNanos(long duration) {
        return convert(duration, nanos, 1L);
    }

    public long toMicros(long duration) {
        return convert(duration, nanos, 1000L);
    }

    public long toMillis(long duration) {
        return convert(duration, nanos, 1000_000L);
    }

    public long toSeconds(long duration) {
        return convert(duration, nanos, 1000_000_000L);
    }

    public long toMinutes(long duration) {
        return convert(duration, nanos, 60_000_000_000L);
    }

    public long toHours(long duration) {
        return convert(duration, nanos, 3600_000_000_000L);
    }

    public long toDays(long duration) {
        return convert(duration, nanos, 86400_000_000_000L);
    }

    /** The nanoseconds beyond the whole milliseconds. */
    private int excessNanos(long d, long millis) {
        return nanos < 1000_000L ? (int) (toNanos(d) - millis * 1000_000L) : 0;
    }

    public void timedWait(Object obj, long timeout) throws InterruptedException {
        if (timeout > 0) {
            long millis = toMillis(timeout);
            obj.wait(millis, excessNanos(timeout, millis));
        }
    }

    public void timedJoin(Thread thread, long timeout) throws InterruptedException {
        if (timeout > 0) {
            long millis = toMillis(timeout);
            thread.join(millis, excessNanos(timeout, millis));
        }
    }

    public void sleep(long timeout) throws InterruptedException {
        if (timeout > 0) {
            long millis = toMillis(timeout);
            Thread.sleep(millis, excessNanos(timeout, millis));
        }
    }
}
