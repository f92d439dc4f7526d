package java.time.chrono;

import static java.time.temporal.ChronoField.INSTANT_SECONDS;
import static java.time.temporal.ChronoField.OFFSET_SECONDS;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;

/** Date and time in a zone, of calendars other than ISO's. */
final class ChronoZonedDateTimeImpl<D extends ChronoLocalDate> implements ChronoZonedDateTime<D>, Serializable {
    private static final long serialVersionUID = -5261813987200935591L;

    private final transient ChronoLocalDateTimeImpl<D> dateTime;
    private final transient ZoneOffset offset;
    private final transient ZoneId zone;

    private ChronoZonedDateTimeImpl(ChronoLocalDateTimeImpl<D> dateTime, ZoneOffset offset, ZoneId zone) {
        this.dateTime = Objects.requireNonNull(dateTime, "dateTime");
        this.offset = Objects.requireNonNull(offset, "offset");
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    static <R extends ChronoLocalDate> ChronoZonedDateTime<R> ofBest(ChronoLocalDateTimeImpl<R> local, ZoneId zone, ZoneOffset preferred) {
        Objects.requireNonNull(local, "localDateTime");
        Objects.requireNonNull(zone, "zone");
        if (zone instanceof ZoneOffset) {
            return new ChronoZonedDateTimeImpl<>(local, (ZoneOffset) zone, zone);
        }
        ZoneRules rules = zone.getRules();
        LocalDateTime iso = LocalDateTime.from(local);
        List<ZoneOffset> valid = rules.getValidOffsets(iso);
        ChronoLocalDateTimeImpl<R> ldt = local;
        ZoneOffset offset;
        if (valid.size() == 1) {
            offset = valid.get(0);
        } else if (valid.isEmpty()) {
            ZoneOffsetTransition t = rules.getTransition(iso);
            ldt = ldt.plusSeconds(t.getDuration().getSeconds());
            offset = t.getOffsetAfter();
        } else {
            offset = preferred != null && valid.contains(preferred) ? preferred : valid.get(0);
        }
        return new ChronoZonedDateTimeImpl<>(ldt, offset, zone);
    }

    @SuppressWarnings("unchecked")
    static <R extends ChronoLocalDate> ChronoZonedDateTimeImpl<R> ofInstant(Chronology chrono, Instant instant, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        Objects.requireNonNull(offset, "offset");
        LocalDateTime ldt = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
        ChronoLocalDate date = chrono.date(ldt);
        return new ChronoZonedDateTimeImpl<>((ChronoLocalDateTimeImpl<R>) ChronoLocalDateTimeImpl.of(date, ldt.toLocalTime()), offset, zone);
    }

    @SuppressWarnings("unchecked")
    static <R extends ChronoLocalDate> ChronoZonedDateTime<R> cast(Chronology chrono, Temporal temporal) {
        ChronoZonedDateTime<R> other = (ChronoZonedDateTime<R>) temporal;
        if (!chrono.equals(other.getChronology())) {
            throw new ClassCastException(
                    "Chronology mismatch, required: " + chrono.getId() + ", actual: " + other.getChronology().getId());
        }
        return other;
    }

    @Override
    public ZoneOffset getOffset() {
        return offset;
    }

    @Override
    public ChronoZonedDateTime<D> withEarlierOffsetAtOverlap() {
        ZoneOffsetTransition t = zone.getRules().getTransition(LocalDateTime.from(this));
        if (t != null && t.isOverlap() && !t.getOffsetBefore().equals(offset)) {
            return new ChronoZonedDateTimeImpl<>(dateTime, t.getOffsetBefore(), zone);
        }
        return this;
    }

    @Override
    public ChronoZonedDateTime<D> withLaterOffsetAtOverlap() {
        ZoneOffsetTransition t = zone.getRules().getTransition(LocalDateTime.from(this));
        if (t != null && !t.getOffsetAfter().equals(offset)) {
            return new ChronoZonedDateTimeImpl<>(dateTime, t.getOffsetAfter(), zone);
        }
        return this;
    }

    @Override
    public ChronoLocalDateTime<D> toLocalDateTime() {
        return dateTime;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public ChronoZonedDateTime<D> withZoneSameLocal(ZoneId zone) {
        return ofBest(dateTime, zone, offset);
    }

    @Override
    public ChronoZonedDateTime<D> withZoneSameInstant(ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        return this.zone.equals(zone) ? this : ofInstant(getChronology(), dateTime.toInstant(offset), zone);
    }

    @Override
    public boolean isSupported(TemporalField field) {
        return field instanceof ChronoField || field != null && field.isSupportedBy(this);
    }

    @Override
    public ChronoZonedDateTime<D> with(TemporalField field, long newValue) {
        if (field instanceof ChronoField) {
            if (field == INSTANT_SECONDS) {
                return plus(newValue - toEpochSecond(), SECONDS);
            }
            if (field == OFFSET_SECONDS) {
                ZoneOffset o = ZoneOffset.ofTotalSeconds(OFFSET_SECONDS.checkValidIntValue(newValue));
                return ofInstant(getChronology(), dateTime.toInstant(o), zone);
            }
            return ofBest((ChronoLocalDateTimeImpl<D>) dateTime.with(field, newValue), zone, offset);
        }
        return cast(getChronology(), field.adjustInto(this, newValue));
    }

    @Override
    public ChronoZonedDateTime<D> plus(long amountToAdd, TemporalUnit unit) {
        if (unit instanceof ChronoUnit) {
            return cast(getChronology(), dateTime.plus(amountToAdd, unit).adjustInto(this));
        }
        return cast(getChronology(), unit.addTo(this, amountToAdd));
    }

    @Override
    public long until(Temporal endExclusive, TemporalUnit unit) {
        Objects.requireNonNull(endExclusive, "endExclusive");
        ChronoZonedDateTime<?> end = getChronology().zonedDateTime(endExclusive);
        if (unit instanceof ChronoUnit) {
            return dateTime.until(end.withZoneSameInstant(offset).toLocalDateTime(), unit);
        }
        Objects.requireNonNull(unit, "unit");
        return unit.between(this, end);
    }

    @Override
    public boolean equals(Object obj) {
        return this == obj || obj instanceof ChronoZonedDateTime && compareTo((ChronoZonedDateTime<?>) obj) == 0;
    }

    @Override
    public int hashCode() {
        return dateTime.hashCode() ^ offset.hashCode() ^ Integer.rotateLeft(zone.hashCode(), 3);
    }

    @Override
    public String toString() {
        String text = dateTime.toString() + offset;
        return offset == zone ? text : text + '[' + zone + ']';
    }
}
