package java.nio.file.attribute;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A time stamp of a file. */
public final class FileTime implements Comparable<FileTime> {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().appendInstant(-1).toFormatter();

    private final Instant instant;
    // Beyond what an instant can hold.
    private final long value;
    private final TimeUnit unit;

    private FileTime(Instant instant, long value, TimeUnit unit) {
        this.instant = instant;
        this.value = value;
        this.unit = unit;
    }

    public static FileTime from(long value, TimeUnit unit) {
        Objects.requireNonNull(unit, "unit");
        long seconds = unit.toSeconds(value);
        if (seconds > Instant.MAX.getEpochSecond() || seconds < Instant.MIN.getEpochSecond()) {
            return new FileTime(seconds > 0 ? Instant.MAX : Instant.MIN, value, unit);
        }
        long whole = unit.convert(seconds, TimeUnit.SECONDS);
        return new FileTime(Instant.ofEpochSecond(seconds, unit.toNanos(value - whole)), value, unit);
    }

    public static FileTime fromMillis(long value) {
        return from(value, TimeUnit.MILLISECONDS);
    }

    public static FileTime from(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        return new FileTime(instant, 0, null);
    }

    public long to(TimeUnit unit) {
        Objects.requireNonNull(unit, "unit");
        if (this.unit != null) {
            return unit.convert(value, this.unit);
        }
        long seconds = unit.convert(instant.getEpochSecond(), TimeUnit.SECONDS);
        if (seconds == Long.MIN_VALUE || seconds == Long.MAX_VALUE) {
            return seconds;
        }
        long rest = unit.convert(instant.getNano(), TimeUnit.NANOSECONDS);
        long sum = seconds + rest;
        return ((seconds ^ sum) & (rest ^ sum)) < 0 ? seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sum;
    }

    public long toMillis() {
        if (unit != null) {
            return unit.toMillis(value);
        }
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    public Instant toInstant() {
        return instant;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof FileTime && compareTo((FileTime) obj) == 0;
    }

    @Override
    public int hashCode() {
        return instant.hashCode();
    }

    @Override
    public int compareTo(FileTime other) {
        int c = instant.compareTo(other.instant);
        if (c == 0 && unit != null && other.unit != null && (instant.equals(Instant.MAX) || instant.equals(Instant.MIN))) {
            c = Long.compare(unit.toDays(value), other.unit.toDays(other.value));
        }
        return c;
    }

    @Override
    public String toString() {
        return FORMAT.format(instant);
    }
}
