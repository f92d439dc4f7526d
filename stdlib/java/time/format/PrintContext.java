package java.time.format;

import static java.time.temporal.ChronoField.EPOCH_DAY;
import static java.time.temporal.ChronoField.INSTANT_SECONDS;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.time.temporal.ValueRange;
import java.util.Locale;
import java.util.Objects;

/** What is being formatted, and how. */
final class PrintContext {
    final TemporalAccessor temporal;
    final DateTimeFormatter formatter;
    private int optional;

    PrintContext(TemporalAccessor temporal, DateTimeFormatter formatter) {
        this.temporal = adjust(temporal, formatter);
        this.formatter = formatter;
    }

    /** Applies the formatter's own calendar and zone. */
    private static TemporalAccessor adjust(TemporalAccessor temporal, DateTimeFormatter formatter) {
        Chronology wantedChrono = formatter.getChronology();
        ZoneId wantedZone = formatter.getZone();
        if (wantedChrono == null && wantedZone == null) {
            return temporal;
        }
        Chronology ownChrono = temporal.query(TemporalQueries.chronology());
        ZoneId ownZone = temporal.query(TemporalQueries.zoneId());
        if (Objects.equals(wantedChrono, ownChrono)) {
            wantedChrono = null;
        }
        if (Objects.equals(wantedZone, ownZone)) {
            wantedZone = null;
        }
        if (wantedChrono == null && wantedZone == null) {
            return temporal;
        }
        Chronology chrono = wantedChrono != null ? wantedChrono : ownChrono;
        if (wantedZone != null) {
            if (temporal.isSupported(INSTANT_SECONDS)) {
                Chronology c = Objects.requireNonNullElse(chrono, IsoChronology.INSTANCE);
                return c.zonedDateTime(Instant.from(temporal), wantedZone);
            }
            if (wantedZone.normalized() instanceof ZoneOffset && temporal.isSupported(ChronoField.OFFSET_SECONDS)
                    && temporal.get(ChronoField.OFFSET_SECONDS) != wantedZone.getRules().getOffset(Instant.EPOCH).getTotalSeconds()) {
                throw new DateTimeException("Unable to apply override zone '" + wantedZone
                        + "' because the temporal object being formatted has a different offset but does not represent an instant: " + temporal);
            }
        }
        ZoneId zone = wantedZone != null ? wantedZone : ownZone;
        ChronoLocalDate date;
        if (wantedChrono != null) {
            if (temporal.isSupported(EPOCH_DAY)) {
                date = chrono.date(temporal);
            } else {
                if (!(wantedChrono == IsoChronology.INSTANCE && ownChrono == null)) {
                    for (ChronoField f : ChronoField.values()) {
                        if (f.isDateBased() && temporal.isSupported(f)) {
                            throw new DateTimeException("Unable to apply override chronology '" + wantedChrono
                                    + "' because the temporal object being formatted contains date fields but"
                                    + " does not represent a whole date: " + temporal);
                        }
                    }
                }
                date = null;
            }
        } else {
            date = null;
        }
        return new TemporalAccessor() {
            @Override
            public boolean isSupported(TemporalField field) {
                return date != null && field.isDateBased() ? date.isSupported(field) : temporal.isSupported(field);
            }

            @Override
            public ValueRange range(TemporalField field) {
                return date != null && field.isDateBased() ? date.range(field) : temporal.range(field);
            }

            @Override
            public long getLong(TemporalField field) {
                return date != null && field.isDateBased() ? date.getLong(field) : temporal.getLong(field);
            }

            @SuppressWarnings("unchecked")
            @Override
            public <R> R query(TemporalQuery<R> query) {
                if (query == TemporalQueries.chronology()) {
                    return (R) chrono;
                } else if (query == TemporalQueries.zoneId()) {
                    return (R) zone;
                } else if (query == TemporalQueries.precision()) {
                    return temporal.query(query);
                }
                return query.queryFrom(this);
            }

            @Override
            public String toString() {
                return temporal + (chrono != null ? " with chronology " + chrono : "") + (zone != null ? " with zone " + zone : "");
            }
        };
    }

    Locale locale() {
        return formatter.getLocale();
    }

    DecimalStyle decimals() {
        return formatter.getDecimalStyle();
    }

    void startOptional() {
        optional++;
    }

    void endOptional() {
        optional--;
    }

    /** The answer to a query; in an optional part null where there is none. */
    <R> R value(TemporalQuery<R> query) {
        R result = temporal.query(query);
        if (result == null && optional == 0) {
            throw new DateTimeException("Unable to extract " + query + " from temporal " + temporal);
        }
        return result;
    }

    /** The value of a field; in an optional part null where there is none. */
    Long value(TemporalField field) {
        if (optional > 0 && !temporal.isSupported(field)) {
            return null;
        }
        return temporal.getLong(field);
    }

    @Override
    public String toString() {
        return temporal.toString();
    }
}
