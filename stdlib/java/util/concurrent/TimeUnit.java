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

    public long convert(java.time.Duration duration) {
        long seconds = convert(duration.getSeconds(), SECONDS);
        if (seconds == Long.MIN_VALUE || seconds == Long.MAX_VALUE) {
            return seconds;
        }
        if (nanos < 1000_000_000L) {
            long s = duration.getSeconds();
            long n = duration.getNano();
            // Towards zero.
            if (s < 0 && n > 0) {
                s++;
                n -= 1000_000_000L;
            }
            long whole = convert(s, SECONDS);
            long sum = whole + n / nanos;
            return ((whole ^ sum) & (n / nanos ^ sum)) < 0 ? whole < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sum;
        }
        long s = duration.getSeconds();
        return convert(s < 0 && duration.getNano() > 0 ? s + 1 : s, SECONDS);
    }

    public java.time.temporal.ChronoUnit toChronoUnit() {
        switch (this) {
            case NANOSECONDS:
                return java.time.temporal.ChronoUnit.NANOS;
            case MICROSECONDS:
                return java.time.temporal.ChronoUnit.MICROS;
            case MILLISECONDS:
                return java.time.temporal.ChronoUnit.MILLIS;
            case SECONDS:
                return java.time.temporal.ChronoUnit.SECONDS;
            case MINUTES:
                return java.time.temporal.ChronoUnit.MINUTES;
            case HOURS:
                return java.time.temporal.ChronoUnit.HOURS;
            default:
                return java.time.temporal.ChronoUnit.DAYS;
        }
    }

    public static TimeUnit of(java.time.temporal.ChronoUnit chronoUnit) {
        switch (java.util.Objects.requireNonNull(chronoUnit, "chronoUnit")) {
            case NANOS:
                return NANOSECONDS;
            case MICROS:
                return MICROSECONDS;
            case MILLIS:
                return MILLISECONDS;
            case SECONDS:
                return SECONDS;
            case MINUTES:
                return MINUTES;
            case HOURS:
                return HOURS;
            case DAYS:
                return DAYS;
            default:
                throw new IllegalArgumentException("No TimeUnit equivalent for " + chronoUnit);
        }
    }
}
