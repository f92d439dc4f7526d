package java.time.chrono;

import static java.time.temporal.ChronoField.ALIGNED_DAY_OF_WEEK_IN_MONTH;
import static java.time.temporal.ChronoField.ALIGNED_DAY_OF_WEEK_IN_YEAR;
import static java.time.temporal.ChronoField.ALIGNED_WEEK_OF_MONTH;
import static java.time.temporal.ChronoField.ALIGNED_WEEK_OF_YEAR;
import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.DAY_OF_YEAR;
import static java.time.temporal.ChronoField.EPOCH_DAY;
import static java.time.temporal.ChronoField.ERA;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.PROLEPTIC_MONTH;
import static java.time.temporal.ChronoField.YEAR;
import static java.time.temporal.ChronoField.YEAR_OF_ERA;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalField;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What calendars have in common: above all, how fields become a date. */
public abstract class AbstractChronology implements Chronology {
    private static final class Known {
        static final Map<String, Chronology> BY_ID = new LinkedHashMap<>();

        static {
            for (Chronology c : new Chronology[] {IsoChronology.INSTANCE}) {
                BY_ID.put(c.getId(), c);
            }
        }
    }

    protected AbstractChronology() {
    }

    static Chronology of(String id) {
        Objects.requireNonNull(id, "id");
        for (Chronology c : Known.BY_ID.values()) {
            if (c.getId().equals(id) || id.equals(c.getCalendarType())) {
                return c;
            }
        }
        throw new DateTimeException("Unknown chronology: " + id);
    }

    static Chronology ofLocale(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        String type = locale.getUnicodeLocaleType("ca");
        if (type == null || "iso".equals(type) || "iso8601".equals(type)) {
            return IsoChronology.INSTANCE;
        }
        return of(type);
    }

    static Set<Chronology> getAvailableChronologies() {
        return new HashSet<>(Known.BY_ID.values());
    }

    static void add(Map<TemporalField, Long> values, ChronoField field, long value) {
        Long old = values.get(field);
        if (old != null && old.longValue() != value) {
            throw new DateTimeException("Conflict found: " + field + " " + old + " differs from " + field + " " + value);
        }
        values.put(field, value);
    }

    @Override
    public ChronoLocalDate resolveDate(Map<TemporalField, Long> values, ResolverStyle style) {
        if (values.containsKey(EPOCH_DAY)) {
            return dateEpochDay(values.remove(EPOCH_DAY));
        }
        resolveProlepticMonth(values, style);
        ChronoLocalDate resolved = resolveYearOfEra(values, style);
        if (resolved != null) {
            return resolved;
        }
        if (values.containsKey(YEAR)) {
            if (values.containsKey(MONTH_OF_YEAR)) {
                if (values.containsKey(DAY_OF_MONTH)) {
                    return resolveYmd(values, style);
                }
                if (values.containsKey(ALIGNED_WEEK_OF_MONTH)) {
                    if (values.containsKey(ALIGNED_DAY_OF_WEEK_IN_MONTH)) {
                        return resolveAligned(values, style, ALIGNED_WEEK_OF_MONTH, ALIGNED_DAY_OF_WEEK_IN_MONTH);
                    }
                    if (values.containsKey(DAY_OF_WEEK)) {
                        return resolveAligned(values, style, ALIGNED_WEEK_OF_MONTH, DAY_OF_WEEK);
                    }
                }
            }
            if (values.containsKey(DAY_OF_YEAR)) {
                int y = range(YEAR).checkValidIntValue(values.remove(YEAR), YEAR);
                if (style == ResolverStyle.LENIENT) {
                    long days = Math.subtractExact(values.remove(DAY_OF_YEAR), 1);
                    return dateYearDay(y, 1).plus(days, DAYS);
                }
                return dateYearDay(y, range(DAY_OF_YEAR).checkValidIntValue(values.remove(DAY_OF_YEAR), DAY_OF_YEAR));
            }
            if (values.containsKey(ALIGNED_WEEK_OF_YEAR)) {
                if (values.containsKey(ALIGNED_DAY_OF_WEEK_IN_YEAR)) {
                    return resolveAligned(values, style, ALIGNED_WEEK_OF_YEAR, ALIGNED_DAY_OF_WEEK_IN_YEAR);
                }
                if (values.containsKey(DAY_OF_WEEK)) {
                    return resolveAligned(values, style, ALIGNED_WEEK_OF_YEAR, DAY_OF_WEEK);
                }
            }
        }
        return null;
    }

    void resolveProlepticMonth(Map<TemporalField, Long> values, ResolverStyle style) {
        Long pMonth = values.remove(PROLEPTIC_MONTH);
        if (pMonth != null) {
            if (style != ResolverStyle.LENIENT) {
                PROLEPTIC_MONTH.checkValidValue(pMonth);
            }
            ChronoLocalDate date = dateEpochDay(0).with(DAY_OF_MONTH, 1).with(PROLEPTIC_MONTH, pMonth);
            add(values, MONTH_OF_YEAR, date.get(MONTH_OF_YEAR));
            add(values, YEAR, date.get(YEAR));
        }
    }

    ChronoLocalDate resolveYearOfEra(Map<TemporalField, Long> values, ResolverStyle style) {
        Long yoeValue = values.remove(YEAR_OF_ERA);
        if (yoeValue != null) {
            Long era = values.remove(ERA);
            int yoe = style != ResolverStyle.LENIENT ? range(YEAR_OF_ERA).checkValidIntValue(yoeValue, YEAR_OF_ERA) : Math.toIntExact(yoeValue);
            if (era != null) {
                Era e = eraOf(range(ERA).checkValidIntValue(era, ERA));
                add(values, YEAR, prolepticYear(e, yoe));
            } else if (values.containsKey(YEAR)) {
                int year = range(YEAR).checkValidIntValue(values.get(YEAR), YEAR);
                add(values, YEAR, prolepticYear(dateYearDay(year, 1).getEra(), yoe));
            } else if (style == ResolverStyle.STRICT) {
                values.put(YEAR_OF_ERA, yoeValue);
            } else {
                List<Era> eras = eras();
                add(values, YEAR, eras.isEmpty() ? yoe : prolepticYear(eras.get(eras.size() - 1), yoe));
            }
        } else if (values.containsKey(ERA)) {
            range(ERA).checkValidValue(values.get(ERA), ERA);
        }
        return null;
    }

    ChronoLocalDate resolveYmd(Map<TemporalField, Long> values, ResolverStyle style) {
        int y = range(YEAR).checkValidIntValue(values.remove(YEAR), YEAR);
        if (style == ResolverStyle.LENIENT) {
            long months = Math.subtractExact(values.remove(MONTH_OF_YEAR), 1);
            long days = Math.subtractExact(values.remove(DAY_OF_MONTH), 1);
            return date(y, 1, 1).plus(months, MONTHS).plus(days, DAYS);
        }
        int m = range(MONTH_OF_YEAR).checkValidIntValue(values.remove(MONTH_OF_YEAR), MONTH_OF_YEAR);
        int d = range(DAY_OF_MONTH).checkValidIntValue(values.remove(DAY_OF_MONTH), DAY_OF_MONTH);
        if (style == ResolverStyle.SMART) {
            try {
                return date(y, m, d);
            } catch (DateTimeException e) {
                return date(y, m, 1).with(TemporalAdjusters.lastDayOfMonth());
            }
        }
        return date(y, m, d);
    }

    /** A week counted from the start of the month or year, and a day in it (by number, or the day of the week on or after). */
    private ChronoLocalDate resolveAligned(Map<TemporalField, Long> values, ResolverStyle style, ChronoField week, ChronoField day) {
        boolean ofMonth = week == ALIGNED_WEEK_OF_MONTH;
        boolean byName = day == DAY_OF_WEEK;
        int y = range(YEAR).checkValidIntValue(values.remove(YEAR), YEAR);
        if (style == ResolverStyle.LENIENT) {
            long months = ofMonth ? Math.subtractExact(values.remove(MONTH_OF_YEAR), 1) : 0;
            long weeks = Math.subtractExact(values.remove(week), 1);
            long d = Math.subtractExact(values.remove(day), 1);
            ChronoLocalDate start = ofMonth ? date(y, 1, 1).plus(months, MONTHS) : dateYearDay(y, 1);
            start = start.plus(weeks, WEEKS);
            if (!byName) {
                return start.plus(d, DAYS);
            }
            start = start.plus(Math.floorDiv(d, 7L), WEEKS);
            return start.with(TemporalAdjusters.nextOrSame(DayOfWeek.of((int) Math.floorMod(d, 7L) + 1)));
        }
        int m = ofMonth ? range(MONTH_OF_YEAR).checkValidIntValue(values.remove(MONTH_OF_YEAR), MONTH_OF_YEAR) : 1;
        int w = range(week).checkValidIntValue(values.remove(week), week);
        int d = range(day).checkValidIntValue(values.remove(day), day);
        ChronoLocalDate start = (ofMonth ? date(y, m, 1) : dateYearDay(y, 1)).plus((w - 1) * 7L, DAYS);
        ChronoLocalDate date = byName ? start.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(d))) : start.plus(d - 1L, DAYS);
        if (style == ResolverStyle.STRICT && (ofMonth ? date.get(MONTH_OF_YEAR) != m : date.get(YEAR) != y)) {
            throw new DateTimeException("Strict mode rejected resolved date as it is in a different " + (ofMonth ? "month" : "year"));
        }
        return date;
    }

    @Override
    public int compareTo(Chronology other) {
        return getId().compareTo(other.getId());
    }

    @Override
    public boolean equals(Object obj) {
        return this == obj || obj instanceof AbstractChronology && compareTo((AbstractChronology) obj) == 0;
    }

    @Override
    public int hashCode() {
        return getClass().hashCode() ^ getId().hashCode();
    }

    @Override
    public String toString() {
        return getId();
    }
}
