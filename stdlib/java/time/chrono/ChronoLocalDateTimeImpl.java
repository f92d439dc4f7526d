package java.time.chrono;

import static java.time.temporal.ChronoField.EPOCH_DAY;

import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalUnit;
import java.time.temporal.ValueRange;
import java.util.Objects;

/** Date and time of calendars other than ISO's. */
final class ChronoLocalDateTimeImpl<D extends ChronoLocalDate> implements ChronoLocalDateTime<D>, Temporal, TemporalAdjuster, Serializable {
    private static final long serialVersionUID = 4556003607393004514L;
    private static final long NANOS_PER_DAY = 86400_000_000_000L;

    private final transient D date;
    private final transient LocalTime time;

    private ChronoLocalDateTimeImpl(D date, LocalTime time) {
        this.date = Objects.requireNonNull(date, "date");
        this.time = Objects.requireNonNull(time, "time");
    }

    static <R extends ChronoLocalDate> ChronoLocalDateTimeImpl<R> of(R date, LocalTime time) {
        return new ChronoLocalDateTimeImpl<>(date, time);
    }

    @SuppressWarnings("unchecked")
    static <R extends ChronoLocalDate> ChronoLocalDateTime<R> cast(Chronology chrono, Temporal temporal) {
        ChronoLocalDateTime<R> other = (ChronoLocalDateTime<R>) temporal;
        if (!chrono.equals(other.getChronology())) {
            throw new ClassCastException(
                    "Chronology mismatch, required: " + chrono.getId() + ", actual: " + other.getChronology().getId());
        }
        return other;
    }

    @SuppressWarnings("unchecked")
    private ChronoLocalDateTimeImpl<D> with(Temporal newDate, LocalTime newTime) {
        if (date == newDate && time == newTime) {
            return this;
        }
        ChronoLocalDate d = (ChronoLocalDate) newDate;
        if (!d.getChronology().equals(date.getChronology())) {
            throw new ClassCastException("Chronology mismatch, expected: " + date.getChronology().getId() + ", actual: " + d.getChronology().getId());
        }
        return new ChronoLocalDateTimeImpl<>((D) d, newTime);
    }

    @Override
    public D toLocalDate() {
        return date;
    }

    @Override
    public LocalTime toLocalTime() {
        return time;
    }

    @Override
    public boolean isSupported(TemporalField field) {
        if (field instanceof ChronoField) {
            return field.isDateBased() || field.isTimeBased();
        }
        return field != null && field.isSupportedBy(this);
    }

    @Override
    public ValueRange range(TemporalField field) {
        if (field instanceof ChronoField) {
            return field.isTimeBased() ? time.range(field) : date.range(field);
        }
        return field.rangeRefinedBy(this);
    }

    @Override
    public int get(TemporalField field) {
        if (field instanceof ChronoField) {
            return field.isTimeBased() ? time.get(field) : date.get(field);
        }
        return range(field).checkValidIntValue(getLong(field), field);
    }

    @Override
    public long getLong(TemporalField field) {
        if (field instanceof ChronoField) {
            return field.isTimeBased() ? time.getLong(field) : date.getLong(field);
        }
        return field.getFrom(this);
    }

    @Override
    public ChronoLocalDateTime<D> with(TemporalAdjuster adjuster) {
        if (adjuster instanceof ChronoLocalDate) {
            return with((ChronoLocalDate) adjuster, time);
        } else if (adjuster instanceof LocalTime) {
            return with(date, (LocalTime) adjuster);
        }
        return cast(date.getChronology(), adjuster.adjustInto(this));
    }

    @Override
    public ChronoLocalDateTime<D> with(TemporalField field, long newValue) {
        if (field instanceof ChronoField) {
            return field.isTimeBased() ? with(date, time.with(field, newValue)) : with(date.with(field, newValue), time);
        }
        return cast(date.getChronology(), field.adjustInto(this, newValue));
    }

    @Override
    public ChronoLocalDateTime<D> plus(long amountToAdd, TemporalUnit unit) {
        if (!(unit instanceof ChronoUnit)) {
            return cast(date.getChronology(), unit.addTo(this, amountToAdd));
        }
        if (!unit.isTimeBased()) {
            return with(date.plus(amountToAdd, unit), time);
        }
        long unitNanos = unit.getDuration().toNanos();
        long perDay = NANOS_PER_DAY / unitNanos;
        long nod = time.toNanoOfDay() + amountToAdd % perDay * unitNanos;
        long days = amountToAdd / perDay + Math.floorDiv(nod, NANOS_PER_DAY);
        return with(date.plus(days, ChronoUnit.DAYS), LocalTime.ofNanoOfDay(Math.floorMod(nod, NANOS_PER_DAY)));
    }

    ChronoLocalDateTimeImpl<D> plusSeconds(long seconds) {
        return (ChronoLocalDateTimeImpl<D>) plus(seconds, ChronoUnit.SECONDS);
    }

    @Override
    public ChronoZonedDateTime<D> atZone(ZoneId zone) {
        return ChronoZonedDateTimeImpl.ofBest(this, zone, null);
    }

    @Override
    public long until(Temporal endExclusive, TemporalUnit unit) {
        Objects.requireNonNull(endExclusive, "endExclusive");
        @SuppressWarnings("unchecked")
        ChronoLocalDateTime<D> end = (ChronoLocalDateTime<D>) date.getChronology().localDateTime(endExclusive);
        if (unit instanceof ChronoUnit) {
            if (unit.isTimeBased()) {
                long days = end.getLong(EPOCH_DAY) - date.getLong(EPOCH_DAY);
                long nanos = end.toLocalTime().toNanoOfDay() - time.toNanoOfDay();
                if (days > 0 && nanos < 0) {
                    days--;
                    nanos += NANOS_PER_DAY;
                } else if (days < 0 && nanos > 0) {
                    days++;
                    nanos -= NANOS_PER_DAY;
                }
                long unitNanos = unit.getDuration().toNanos();
                return Math.addExact(Math.multiplyExact(days, NANOS_PER_DAY / unitNanos), nanos / unitNanos);
            }
            ChronoLocalDate endDate = end.toLocalDate();
            if (end.toLocalTime().isBefore(time)) {
                endDate = endDate.minus(1, ChronoUnit.DAYS);
            }
            return date.until(endDate, unit);
        }
        Objects.requireNonNull(unit, "unit");
        return unit.between(this, end);
    }

    @Override
    public boolean equals(Object obj) {
        return this == obj || obj instanceof ChronoLocalDateTime && compareTo((ChronoLocalDateTime<?>) obj) == 0;
    }

    @Override
    public int hashCode() {
        return date.hashCode() ^ time.hashCode();
    }

    @Override
    public String toString() {
        return date + "T" + time;
    }
}
