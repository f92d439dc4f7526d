package java.time.format;

import static java.time.temporal.ChronoField.AMPM_OF_DAY;
import static java.time.temporal.ChronoField.CLOCK_HOUR_OF_AMPM;
import static java.time.temporal.ChronoField.CLOCK_HOUR_OF_DAY;
import static java.time.temporal.ChronoField.HOUR_OF_AMPM;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.INSTANT_SECONDS;
import static java.time.temporal.ChronoField.MICRO_OF_DAY;
import static java.time.temporal.ChronoField.MICRO_OF_SECOND;
import static java.time.temporal.ChronoField.MILLI_OF_DAY;
import static java.time.temporal.ChronoField.MILLI_OF_SECOND;
import static java.time.temporal.ChronoField.MINUTE_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_DAY;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.OFFSET_SECONDS;
import static java.time.temporal.ChronoField.SECOND_OF_DAY;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoZonedDateTime;
import java.time.chrono.Chronology;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields that were read, and what they amount to. */
final class Parsed implements TemporalAccessor {
    final HashMap<TemporalField, Long> values = new HashMap<>();
    ZoneId zone;
    Chronology chrono;
    boolean leapSecond;
    /** Hours of the day period that was read, from and to; null if none. */
    int[] dayPeriod;
    Period excessDays = Period.ZERO;
    private ChronoLocalDate date;
    private LocalTime time;
    private ResolverStyle style;

    Parsed copy() {
        Parsed p = new Parsed();
        p.values.putAll(values);
        p.zone = zone;
        p.chrono = chrono;
        p.leapSecond = leapSecond;
        p.dayPeriod = dayPeriod;
        return p;
    }

    @Override
    public boolean isSupported(TemporalField field) {
        return values.containsKey(field) || date != null && date.isSupported(field) || time != null && time.isSupported(field)
                || field != null && !(field instanceof ChronoField) && field.isSupportedBy(this);
    }

    @Override
    public long getLong(TemporalField field) {
        Objects.requireNonNull(field, "field");
        Long value = values.get(field);
        if (value != null) {
            return value;
        }
        if (date != null && date.isSupported(field)) {
            return date.getLong(field);
        }
        if (time != null && time.isSupported(field)) {
            return time.getLong(field);
        }
        if (field instanceof ChronoField) {
            throw new UnsupportedTemporalTypeException("Unsupported field: " + field);
        }
        return field.getFrom(this);
    }

    @SuppressWarnings("unchecked")
    @Override
    public <R> R query(TemporalQuery<R> query) {
        if (query == TemporalQueries.zoneId()) {
            return (R) zone;
        } else if (query == TemporalQueries.chronology()) {
            return (R) chrono;
        } else if (query == TemporalQueries.localDate()) {
            return (R) (date != null ? LocalDate.from(date) : null);
        } else if (query == TemporalQueries.localTime()) {
            return (R) time;
        } else if (query == TemporalQueries.offset()) {
            Long seconds = values.get(OFFSET_SECONDS);
            if (seconds != null) {
                return (R) ZoneOffset.ofTotalSeconds(seconds.intValue());
            }
            return zone instanceof ZoneOffset ? (R) zone : query.queryFrom(this);
        } else if (query == TemporalQueries.zone()) {
            return query.queryFrom(this);
        } else if (query == TemporalQueries.precision()) {
            return null;
        }
        return query.queryFrom(this);
    }

    Parsed resolve(ResolverStyle resolverStyle, Set<TemporalField> fields) {
        if (fields != null) {
            values.keySet().retainAll(fields);
        }
        style = resolverStyle;
        resolveFields();
        resolveTimeLenient();
        crossCheck();
        if (date != null && time != null && !excessDays.isZero()) {
            date = date.plus(excessDays);
            excessDays = Period.ZERO;
        }
        resolveFractional();
        resolveInstant();
        return this;
    }

    private void resolveFields() {
        resolveInstantFields();
        resolveDateFields();
        resolveTimeFields();
        if (values.isEmpty()) {
            return;
        }
        int changed = 0;
        outer:
        while (changed < 50) {
            for (TemporalField field : values.keySet().toArray(new TemporalField[0])) {
                if (!values.containsKey(field)) {
                    continue;
                }
                TemporalAccessor resolved = field.resolve(values, this, style);
                if (resolved != null) {
                    if (resolved instanceof ChronoZonedDateTime) {
                        ChronoZonedDateTime<?> z = (ChronoZonedDateTime<?>) resolved;
                        if (zone == null) {
                            zone = z.getZone();
                        } else if (!zone.equals(z.getZone())) {
                            throw new DateTimeException("ChronoZonedDateTime must use the effective parsed zone: " + zone);
                        }
                        resolved = z.toLocalDateTime();
                    }
                    if (resolved instanceof ChronoLocalDateTime) {
                        ChronoLocalDateTime<?> dt = (ChronoLocalDateTime<?>) resolved;
                        update(dt.toLocalTime(), Period.ZERO);
                        update(dt.toLocalDate());
                    } else if (resolved instanceof ChronoLocalDate) {
                        update((ChronoLocalDate) resolved);
                    } else if (resolved instanceof LocalTime) {
                        update((LocalTime) resolved, Period.ZERO);
                    } else {
                        throw new DateTimeException("Method resolve() can only return ChronoZonedDateTime, ChronoLocalDateTime, "
                                + "ChronoLocalDate or LocalTime");
                    }
                    changed++;
                    continue outer;
                } else if (!values.containsKey(field)) {
                    changed++;
                    continue outer;
                }
            }
            break;
        }
        if (changed == 50) {
            throw new DateTimeException("One of the parsed fields has an incorrectly implemented resolve method");
        }
        if (changed > 0) {
            resolveInstantFields();
            resolveDateFields();
            resolveTimeFields();
        }
    }

    private void put(TemporalField target, ChronoField from, long value) {
        Long old = values.put(from, value);
        if (old != null && old != value) {
            throw new DateTimeException("Conflict found: " + from + " " + old + " differs from " + from + " " + value
                    + " while resolving  " + target);
        }
    }

    private void resolveInstantFields() {
        if (values.containsKey(INSTANT_SECONDS)) {
            if (zone != null) {
                resolveInstantFields(zone);
            } else {
                Long offset = values.get(OFFSET_SECONDS);
                if (offset != null) {
                    resolveInstantFields(ZoneOffset.ofTotalSeconds(offset.intValue()));
                }
            }
        }
    }

    private void resolveInstantFields(ZoneId selected) {
        Instant instant = Instant.ofEpochSecond(values.get(INSTANT_SECONDS));
        ChronoZonedDateTime<?> z = chrono.zonedDateTime(instant, selected);
        update(z.toLocalDate());
        put(INSTANT_SECONDS, SECOND_OF_DAY, z.toLocalTime().toSecondOfDay());
        put(INSTANT_SECONDS, OFFSET_SECONDS, z.getOffset().getTotalSeconds());
    }

    private void resolveDateFields() {
        update(chrono.resolveDate(values, style));
    }

    private void update(ChronoLocalDate newDate) {
        if (date != null) {
            if (newDate != null && !date.equals(newDate)) {
                throw new DateTimeException("Conflict found: Fields resolved to two different dates: " + date + " " + newDate);
            }
        } else if (newDate != null) {
            if (!chrono.equals(newDate.getChronology())) {
                throw new DateTimeException("ChronoLocalDate must use the effective parsed chronology: " + chrono);
            }
            date = newDate;
        }
    }

    private boolean has(ChronoField field) {
        return values.containsKey(field);
    }

    private void check(ChronoField field, long value) {
        if (style != ResolverStyle.LENIENT) {
            field.checkValidValue(value);
        }
    }

    private void resolveTimeFields() {
        if (has(CLOCK_HOUR_OF_DAY)) {
            long ch = values.remove(CLOCK_HOUR_OF_DAY);
            if (style == ResolverStyle.STRICT || style == ResolverStyle.SMART && ch != 0) {
                CLOCK_HOUR_OF_DAY.checkValidValue(ch);
            }
            put(CLOCK_HOUR_OF_DAY, HOUR_OF_DAY, ch == 24 ? 0 : ch);
        }
        if (has(CLOCK_HOUR_OF_AMPM)) {
            long ch = values.remove(CLOCK_HOUR_OF_AMPM);
            if (style == ResolverStyle.STRICT || style == ResolverStyle.SMART && ch != 0) {
                CLOCK_HOUR_OF_AMPM.checkValidValue(ch);
            }
            put(CLOCK_HOUR_OF_AMPM, HOUR_OF_AMPM, ch == 12 ? 0 : ch);
        }
        if (dayPeriod != null && has(HOUR_OF_AMPM) && !has(AMPM_OF_DAY)) {
            long h = values.get(HOUR_OF_AMPM);
            put(AMPM_OF_DAY, AMPM_OF_DAY, inPeriod((int) h * 60) ? 0 : 1);
        }
        if (has(AMPM_OF_DAY) && has(HOUR_OF_AMPM)) {
            long ap = values.remove(AMPM_OF_DAY);
            long hap = values.remove(HOUR_OF_AMPM);
            if (style == ResolverStyle.LENIENT) {
                put(AMPM_OF_DAY, HOUR_OF_DAY, Math.addExact(Math.multiplyExact(ap, 12L), hap));
            } else {
                AMPM_OF_DAY.checkValidValue(ap);
                HOUR_OF_AMPM.checkValidValue(hap);
                put(AMPM_OF_DAY, HOUR_OF_DAY, ap * 12 + hap);
            }
        }
        if (has(NANO_OF_DAY)) {
            long nod = values.remove(NANO_OF_DAY);
            check(NANO_OF_DAY, nod);
            put(NANO_OF_DAY, HOUR_OF_DAY, nod / 3600_000_000_000L);
            put(NANO_OF_DAY, MINUTE_OF_HOUR, nod / 60_000_000_000L % 60);
            put(NANO_OF_DAY, SECOND_OF_MINUTE, nod / 1_000_000_000L % 60);
            put(NANO_OF_DAY, NANO_OF_SECOND, nod % 1_000_000_000L);
        }
        if (has(MICRO_OF_DAY)) {
            long cod = values.remove(MICRO_OF_DAY);
            check(MICRO_OF_DAY, cod);
            put(MICRO_OF_DAY, SECOND_OF_DAY, cod / 1_000_000L);
            put(MICRO_OF_DAY, MICRO_OF_SECOND, cod % 1_000_000L);
        }
        if (has(MILLI_OF_DAY)) {
            long lod = values.remove(MILLI_OF_DAY);
            check(MILLI_OF_DAY, lod);
            put(MILLI_OF_DAY, SECOND_OF_DAY, lod / 1000);
            put(MILLI_OF_DAY, MILLI_OF_SECOND, lod % 1000);
        }
        if (has(SECOND_OF_DAY)) {
            long sod = values.remove(SECOND_OF_DAY);
            check(SECOND_OF_DAY, sod);
            put(SECOND_OF_DAY, HOUR_OF_DAY, sod / 3600);
            put(SECOND_OF_DAY, MINUTE_OF_HOUR, sod / 60 % 60);
            put(SECOND_OF_DAY, SECOND_OF_MINUTE, sod % 60);
        }
        if (has(MINUTE_OF_DAY)) {
            long mod = values.remove(MINUTE_OF_DAY);
            check(MINUTE_OF_DAY, mod);
            put(MINUTE_OF_DAY, HOUR_OF_DAY, mod / 60);
            put(MINUTE_OF_DAY, MINUTE_OF_HOUR, mod % 60);
        }
        if (has(NANO_OF_SECOND)) {
            long nos = values.get(NANO_OF_SECOND);
            check(NANO_OF_SECOND, nos);
            if (has(MICRO_OF_SECOND)) {
                long cos = values.remove(MICRO_OF_SECOND);
                check(MICRO_OF_SECOND, cos);
                nos = cos * 1000 + nos % 1000;
                put(MICRO_OF_SECOND, NANO_OF_SECOND, nos);
            }
            if (has(MILLI_OF_SECOND)) {
                long los = values.remove(MILLI_OF_SECOND);
                check(MILLI_OF_SECOND, los);
                put(MILLI_OF_SECOND, NANO_OF_SECOND, los * 1_000_000L + nos % 1_000_000L);
            }
        }
        if (dayPeriod != null && !has(HOUR_OF_DAY) && !has(MINUTE_OF_HOUR) && !has(SECOND_OF_MINUTE) && !has(NANO_OF_SECOND)
                && style != ResolverStyle.STRICT) {
            // The middle of the period.
            int from = dayPeriod[0];
            int to = dayPeriod[1] < from ? dayPeriod[1] + 1440 : dayPeriod[1];
            int mid = (from + to) / 2 % 1440;
            values.put(HOUR_OF_DAY, (long) (mid / 60));
            values.put(MINUTE_OF_HOUR, (long) (mid % 60));
        }
        if (has(HOUR_OF_DAY) && has(MINUTE_OF_HOUR) && has(SECOND_OF_MINUTE) && has(NANO_OF_SECOND)) {
            resolveTime(values.remove(HOUR_OF_DAY), values.remove(MINUTE_OF_HOUR), values.remove(SECOND_OF_MINUTE),
                    values.remove(NANO_OF_SECOND));
        }
    }

    private boolean inPeriod(int minuteOfDay) {
        int from = dayPeriod[0];
        int to = dayPeriod[1];
        if (from == to) {
            return minuteOfDay == from;
        }
        return from < to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to;
    }

    private void resolveTimeLenient() {
        if (time == null) {
            if (has(MILLI_OF_SECOND)) {
                long los = values.remove(MILLI_OF_SECOND);
                if (has(MICRO_OF_SECOND)) {
                    long cos = los * 1000 + values.get(MICRO_OF_SECOND) % 1000;
                    put(MILLI_OF_SECOND, MICRO_OF_SECOND, cos);
                    values.remove(MICRO_OF_SECOND);
                    values.put(NANO_OF_SECOND, cos * 1000L);
                } else {
                    values.put(NANO_OF_SECOND, los * 1_000_000L);
                }
            } else if (has(MICRO_OF_SECOND)) {
                values.put(NANO_OF_SECOND, values.remove(MICRO_OF_SECOND) * 1000L);
            }
            Long hod = values.get(HOUR_OF_DAY);
            if (hod != null) {
                Long moh = values.get(MINUTE_OF_HOUR);
                Long som = values.get(SECOND_OF_MINUTE);
                Long nos = values.get(NANO_OF_SECOND);
                if (moh == null && (som != null || nos != null) || moh != null && som == null && nos != null) {
                    return;
                }
                resolveTime(hod, moh != null ? moh : 0, som != null ? som : 0, nos != null ? nos : 0);
                values.remove(HOUR_OF_DAY);
                values.remove(MINUTE_OF_HOUR);
                values.remove(SECOND_OF_MINUTE);
                values.remove(NANO_OF_SECOND);
            }
        }
        if (style != ResolverStyle.LENIENT) {
            for (Map.Entry<TemporalField, Long> entry : values.entrySet()) {
                TemporalField field = entry.getKey();
                if (field instanceof ChronoField && field.isTimeBased()) {
                    ((ChronoField) field).checkValidValue(entry.getValue());
                }
            }
        }
    }

    private void resolveTime(long hod, long moh, long som, long nos) {
        if (style == ResolverStyle.LENIENT) {
            long total = Math.multiplyExact(hod, 3600_000_000_000L);
            total = Math.addExact(total, Math.multiplyExact(moh, 60_000_000_000L));
            total = Math.addExact(total, Math.multiplyExact(som, 1_000_000_000L));
            total = Math.addExact(total, nos);
            int excess = (int) Math.floorDiv(total, 86400_000_000_000L);
            update(LocalTime.ofNanoOfDay(Math.floorMod(total, 86400_000_000_000L)), Period.ofDays(excess));
            return;
        }
        int m = MINUTE_OF_HOUR.checkValidIntValue(moh);
        int n = NANO_OF_SECOND.checkValidIntValue(nos);
        if (style == ResolverStyle.SMART && hod == 24 && m == 0 && som == 0 && n == 0) {
            update(LocalTime.MIDNIGHT, Period.ofDays(1));
            return;
        }
        int h = HOUR_OF_DAY.checkValidIntValue(hod);
        int s = SECOND_OF_MINUTE.checkValidIntValue(som);
        if (dayPeriod != null && !inPeriod(h * 60 + m) && !(dayPeriod[0] == dayPeriod[1])) {
            throw new DateTimeException("Conflict found: Resolved time " + LocalTime.of(h, m, s, n) + " conflicts with the day period");
        }
        update(LocalTime.of(h, m, s, n), Period.ZERO);
    }

    private void update(LocalTime newTime, Period newExcess) {
        if (time != null) {
            if (!time.equals(newTime)) {
                throw new DateTimeException("Conflict found: Fields resolved to different times: " + time + " " + newTime);
            }
            if (!excessDays.isZero() && !newExcess.isZero() && !excessDays.equals(newExcess)) {
                throw new DateTimeException("Conflict found: Fields resolved to different excess periods: " + excessDays + " " + newExcess);
            }
            excessDays = newExcess;
        } else {
            time = newTime;
            excessDays = newExcess;
        }
    }

    private void resolveFractional() {
        if (time == null && (has(INSTANT_SECONDS) || has(SECOND_OF_DAY) || has(SECOND_OF_MINUTE))) {
            if (has(NANO_OF_SECOND)) {
                long nos = values.get(NANO_OF_SECOND);
                values.put(MICRO_OF_SECOND, nos / 1000);
                values.put(MILLI_OF_SECOND, nos / 1000000);
            } else {
                values.put(NANO_OF_SECOND, 0L);
                values.put(MICRO_OF_SECOND, 0L);
                values.put(MILLI_OF_SECOND, 0L);
            }
        }
    }

    private void resolveInstant() {
        if (date != null && time != null) {
            Long offset = values.get(OFFSET_SECONDS);
            if (offset != null) {
                values.put(INSTANT_SECONDS, date.atTime(time).toEpochSecond(ZoneOffset.ofTotalSeconds(offset.intValue())));
            } else if (zone != null) {
                values.put(INSTANT_SECONDS, date.atTime(time).atZone(zone).toEpochSecond());
            }
        }
    }

    private void crossCheck() {
        if (date != null) {
            crossCheck(date);
        }
        if (time != null) {
            crossCheck(time);
            if (date != null && !values.isEmpty()) {
                crossCheck(date.atTime(time));
            }
        }
    }

    private void crossCheck(TemporalAccessor target) {
        for (Iterator<Map.Entry<TemporalField, Long>> it = values.entrySet().iterator(); it.hasNext();) {
            Map.Entry<TemporalField, Long> entry = it.next();
            TemporalField field = entry.getKey();
            if (target.isSupported(field)) {
                long found;
                try {
                    found = target.getLong(field);
                } catch (RuntimeException e) {
                    continue;
                }
                long wanted = entry.getValue();
                if (found != wanted) {
                    throw new DateTimeException("Conflict found: Field " + field + " " + found + " differs from " + field + " " + wanted
                            + " derived from " + target);
                }
                it.remove();
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder(64);
        sb.append(values).append(',').append(chrono);
        if (zone != null) {
            sb.append(',').append(zone);
        }
        if (date != null || time != null) {
            sb.append(" resolved to ");
            if (date != null) {
                sb.append(date);
                if (time != null) {
                    sb.append('T').append(time);
                }
            } else {
                sb.append(time);
            }
        }
        return sb.toString();
    }
}
