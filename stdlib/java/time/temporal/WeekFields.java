package java.time.temporal;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.DAY_OF_YEAR;
import static java.time.temporal.ChronoField.EPOCH_DAY;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.FOREVER;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Weeks by their first day and by how many days of the first week must lie in the year. */
public final class WeekFields implements Serializable {
    private static final long serialVersionUID = -1177360819670808121L;
    private static final ConcurrentHashMap<String, WeekFields> CACHE = new ConcurrentHashMap<>(4, 0.75f, 2);

    public static final WeekFields ISO = new WeekFields(DayOfWeek.MONDAY, 4);
    public static final WeekFields SUNDAY_START = WeekFields.of(DayOfWeek.SUNDAY, 1);
    public static final TemporalUnit WEEK_BASED_YEARS = IsoFields.WEEK_BASED_YEARS;

    private final DayOfWeek firstDayOfWeek;
    private final int minimalDays;
    private final transient TemporalField dayOfWeek = new Field(this, "DayOfWeek", DAYS, WEEKS, ValueRange.of(1, 7));
    private final transient TemporalField weekOfMonth = new Field(this, "WeekOfMonth", WEEKS, MONTHS, ValueRange.of(0, 1, 4, 6));
    private final transient TemporalField weekOfYear = new Field(this, "WeekOfYear", WEEKS, YEARS, ValueRange.of(0, 1, 52, 54));
    private final transient TemporalField weekOfWeekBasedYear =
            new Field(this, "WeekOfWeekBasedYear", WEEKS, IsoFields.WEEK_BASED_YEARS, ValueRange.of(1, 52, 53));
    private final transient TemporalField weekBasedYear =
            new Field(this, "WeekBasedYear", IsoFields.WEEK_BASED_YEARS, FOREVER, YEAR.range());

    private WeekFields(DayOfWeek firstDayOfWeek, int minimalDaysInFirstWeek) {
        Objects.requireNonNull(firstDayOfWeek, "firstDayOfWeek");
        if (minimalDaysInFirstWeek < 1 || minimalDaysInFirstWeek > 7) {
            throw new IllegalArgumentException("Minimal number of days is invalid");
        }
        this.firstDayOfWeek = firstDayOfWeek;
        this.minimalDays = minimalDaysInFirstWeek;
    }

    // Countries whose weeks begin on another day than Monday (CLDR's weekData).
    private static final String SUNDAY = " AG AS AU BD BR BS BT BW BZ CA CN CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ"
            + " NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW ";
    private static final String SATURDAY = " AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY ";
    private static final String FOUR_DAYS = " AD AN AT AX BE BG CH CZ DE DK EE ES FI FJ FO FR GB GF GG GI GP GR HU IE IM IS IT JE LI LT LU MC MQ NL NO"
            + " PL PT RE RU SE SJ SK SM VA ";

    public static WeekFields of(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        String country = " " + locale.getCountry() + " ";
        if (country.length() != 4) {
            // Without a country CLDR takes the world's default, except for languages of one country.
            String language = locale.getLanguage();
            if (language.equals("en") || language.equals("ja") || language.equals("ko") || language.equals("zh") || language.equals("pt")
                    || language.equals("hi") || language.equals("th") || language.equals("he")) {
                return of(DayOfWeek.SUNDAY, 1);
            }
            if (" de fr it es nl sv da fi pl cs sk hu el ru no nb ".contains(" " + language + " ")) {
                return of(DayOfWeek.MONDAY, 4);
            }
            return of(DayOfWeek.MONDAY, 1);
        }
        DayOfWeek first = SUNDAY.contains(country) ? DayOfWeek.SUNDAY
                : SATURDAY.contains(country) ? DayOfWeek.SATURDAY : country.equals(" MV ") ? DayOfWeek.FRIDAY : DayOfWeek.MONDAY;
        return of(first, FOUR_DAYS.contains(country) ? 4 : 1);
    }

    public static WeekFields of(DayOfWeek firstDayOfWeek, int minimalDaysInFirstWeek) {
        String key = firstDayOfWeek.toString() + minimalDaysInFirstWeek;
        WeekFields rules = CACHE.get(key);
        if (rules == null) {
            rules = new WeekFields(firstDayOfWeek, minimalDaysInFirstWeek);
            CACHE.putIfAbsent(key, rules);
            rules = CACHE.get(key);
        }
        return rules;
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            return of(firstDayOfWeek, minimalDays);
        } catch (IllegalArgumentException e) {
            throw new InvalidObjectException("Invalid serialized WeekFields: " + e.getMessage());
        }
    }

    public DayOfWeek getFirstDayOfWeek() {
        return firstDayOfWeek;
    }

    public int getMinimalDaysInFirstWeek() {
        return minimalDays;
    }

    public TemporalField dayOfWeek() {
        return dayOfWeek;
    }

    public TemporalField weekOfMonth() {
        return weekOfMonth;
    }

    public TemporalField weekOfYear() {
        return weekOfYear;
    }

    public TemporalField weekOfWeekBasedYear() {
        return weekOfWeekBasedYear;
    }

    public TemporalField weekBasedYear() {
        return weekBasedYear;
    }

    @Override
    public boolean equals(Object object) {
        return this == object || object instanceof WeekFields && hashCode() == object.hashCode();
    }

    @Override
    public int hashCode() {
        return firstDayOfWeek.ordinal() * 7 + minimalDays;
    }

    @Override
    public String toString() {
        return "WeekFields[" + firstDayOfWeek + ',' + minimalDays + ']';
    }

    private static final class Field implements TemporalField {
        private final String name;
        private final WeekFields weeks;
        private final TemporalUnit baseUnit;
        private final TemporalUnit rangeUnit;
        private final ValueRange range;

        Field(WeekFields weeks, String name, TemporalUnit baseUnit, TemporalUnit rangeUnit, ValueRange range) {
            this.name = name;
            this.weeks = weeks;
            this.baseUnit = baseUnit;
            this.rangeUnit = rangeUnit;
            this.range = range;
        }

        @Override
        public long getFrom(TemporalAccessor t) {
            if (rangeUnit == WEEKS) {
                return localDay(t);
            }
            if (rangeUnit == MONTHS) {
                return week(t, t.get(DAY_OF_MONTH));
            }
            if (rangeUnit == YEARS) {
                return week(t, t.get(DAY_OF_YEAR));
            }
            return rangeUnit == IsoFields.WEEK_BASED_YEARS ? weekOfWeekYear(t) : weekYear(t);
        }

        private long week(TemporalAccessor t, int day) {
            return weekOf(startOffset(day, localDay(t)), day);
        }

        private int localDay(TemporalAccessor t) {
            return Math.floorMod(t.get(DAY_OF_WEEK) - weeks.firstDayOfWeek.getValue(), 7) + 1;
        }

        private int localDay(int isoDow) {
            return Math.floorMod(isoDow - weeks.firstDayOfWeek.getValue(), 7) + 1;
        }

        /** Where the first full week begins, seen from the first day of the period. */
        private int startOffset(int day, int dow) {
            int start = Math.floorMod(day - dow, 7);
            return start + 1 > weeks.minimalDays ? 7 - start : -start;
        }

        private static int weekOf(int offset, int day) {
            return (7 + offset + (day - 1)) / 7;
        }

        private int weekYear(TemporalAccessor t) {
            int year = t.get(YEAR);
            int doy = t.get(DAY_OF_YEAR);
            int offset = startOffset(doy, localDay(t));
            int week = weekOf(offset, doy);
            if (week == 0) {
                return year - 1;
            }
            int length = (int) t.range(DAY_OF_YEAR).getMaximum();
            return week >= weekOf(offset, length + weeks.minimalDays) ? year + 1 : year;
        }

        private int weekOfWeekYear(TemporalAccessor t) {
            int doy = t.get(DAY_OF_YEAR);
            int offset = startOffset(doy, localDay(t));
            int week = weekOf(offset, doy);
            if (week == 0) {
                ChronoLocalDate date = Chronology.from(t).date(t);
                return weekOfWeekYear(date.minus(doy, DAYS));
            }
            if (week > 50) {
                int length = (int) t.range(DAY_OF_YEAR).getMaximum();
                int next = weekOf(offset, length + weeks.minimalDays);
                if (week >= next) {
                    week = week - next + 1;
                }
            }
            return week;
        }

        @SuppressWarnings("unchecked")
        @Override
        public <R extends Temporal> R adjustInto(R temporal, long newValue) {
            int value = range.checkValidIntValue(newValue, this);
            int now = temporal.get(this);
            if (value == now) {
                return temporal;
            }
            if (rangeUnit == FOREVER) {
                int dow = temporal.get(weeks.dayOfWeek);
                int week = temporal.get(weeks.weekOfWeekBasedYear);
                return (R) ofWeekYear(Chronology.from(temporal), (int) newValue, week, dow);
            }
            return (R) temporal.plus(value - now, baseUnit);
        }

        private ChronoLocalDate ofWeekYear(Chronology chrono, int year, int week, int dow) {
            ChronoLocalDate date = chrono.date(year, 1, 1);
            int offset = startOffset(1, localDay(date));
            int w = Math.min(week, weekOf(offset, date.lengthOfYear() + weeks.minimalDays) - 1);
            return date.plus(-offset + (dow - 1) + (w - 1) * 7, DAYS);
        }

        @Override
        public ChronoLocalDate resolve(Map<TemporalField, Long> values, TemporalAccessor partial, ResolverStyle style) {
            long value = values.get(this);
            int intValue = Math.toIntExact(value);
            if (rangeUnit == WEEKS) {
                int checked = range.checkValidIntValue(value, this);
                long iso = Math.floorMod(weeks.firstDayOfWeek.getValue() - 1 + (checked - 1), 7) + 1;
                values.remove(this);
                values.put(DAY_OF_WEEK, iso);
                return null;
            }
            if (!values.containsKey(DAY_OF_WEEK)) {
                return null;
            }
            int dow = localDay(DAY_OF_WEEK.checkValidIntValue(values.get(DAY_OF_WEEK)));
            Chronology chrono = Chronology.from(partial);
            if (values.containsKey(YEAR)) {
                int year = YEAR.checkValidIntValue(values.get(YEAR));
                if (rangeUnit == MONTHS && values.containsKey(MONTH_OF_YEAR)) {
                    long month = values.get(MONTH_OF_YEAR);
                    return inMonth(values, chrono, year, month, intValue, dow, style);
                }
                if (rangeUnit == YEARS) {
                    return inYear(values, chrono, year, intValue, dow, style);
                }
            } else if ((rangeUnit == IsoFields.WEEK_BASED_YEARS || rangeUnit == FOREVER) && values.containsKey(weeks.weekBasedYear)
                    && values.containsKey(weeks.weekOfWeekBasedYear)) {
                return inWeekYear(values, chrono, dow, style);
            }
            return null;
        }

        private ChronoLocalDate inMonth(Map<TemporalField, Long> values, Chronology chrono, int year, long month, long week, int dow,
                ResolverStyle style) {
            ChronoLocalDate date;
            if (style == ResolverStyle.LENIENT) {
                date = chrono.date(year, 1, 1).plus(Math.subtractExact(month, 1), MONTHS);
                long w = Math.subtractExact(week, week(date, date.get(DAY_OF_MONTH)));
                date = date.plus(Math.addExact(Math.multiplyExact(w, 7L), dow - localDay(date)), DAYS);
            } else {
                date = chrono.date(year, MONTH_OF_YEAR.checkValidIntValue(month), 1);
                long w = range.checkValidIntValue(week, this) - week(date, date.get(DAY_OF_MONTH));
                date = date.plus(w * 7 + (dow - localDay(date)), DAYS);
                if (style == ResolverStyle.STRICT && date.getLong(MONTH_OF_YEAR) != month) {
                    throw new DateTimeException("Strict mode rejected resolved date as it is in a different month");
                }
            }
            values.remove(this);
            values.remove(YEAR);
            values.remove(MONTH_OF_YEAR);
            values.remove(DAY_OF_WEEK);
            return date;
        }

        private ChronoLocalDate inYear(Map<TemporalField, Long> values, Chronology chrono, int year, long week, int dow, ResolverStyle style) {
            ChronoLocalDate date = chrono.date(year, 1, 1);
            if (style == ResolverStyle.LENIENT) {
                long w = Math.subtractExact(week, week(date, date.get(DAY_OF_YEAR)));
                date = date.plus(Math.addExact(Math.multiplyExact(w, 7L), dow - localDay(date)), DAYS);
            } else {
                long w = range.checkValidIntValue(week, this) - week(date, date.get(DAY_OF_YEAR));
                date = date.plus(w * 7 + (dow - localDay(date)), DAYS);
                if (style == ResolverStyle.STRICT && date.getLong(YEAR) != year) {
                    throw new DateTimeException("Strict mode rejected resolved date as it is in a different year");
                }
            }
            values.remove(this);
            values.remove(YEAR);
            values.remove(DAY_OF_WEEK);
            return date;
        }

        private ChronoLocalDate inWeekYear(Map<TemporalField, Long> values, Chronology chrono, int dow, ResolverStyle style) {
            int year = weeks.weekBasedYear.range().checkValidIntValue(values.get(weeks.weekBasedYear), weeks.weekBasedYear);
            ChronoLocalDate date;
            if (style == ResolverStyle.LENIENT) {
                date = ofWeekYear(chrono, year, 1, dow);
                date = date.plus(Math.subtractExact(values.get(weeks.weekOfWeekBasedYear), 1), WEEKS);
            } else {
                int week = weeks.weekOfWeekBasedYear.range().checkValidIntValue(values.get(weeks.weekOfWeekBasedYear), weeks.weekOfWeekBasedYear);
                date = ofWeekYear(chrono, year, week, dow);
                if (style == ResolverStyle.STRICT && weekYear(date) != year) {
                    throw new DateTimeException("Strict mode rejected resolved date as it is in a different week-based-year");
                }
            }
            values.remove(this);
            values.remove(weeks.weekBasedYear);
            values.remove(weeks.weekOfWeekBasedYear);
            values.remove(DAY_OF_WEEK);
            return date;
        }

        @Override
        public String getDisplayName(Locale locale) {
            Objects.requireNonNull(locale, "locale");
            return rangeUnit == YEARS ? "week" : name;
        }

        @Override
        public TemporalUnit getBaseUnit() {
            return baseUnit;
        }

        @Override
        public TemporalUnit getRangeUnit() {
            return rangeUnit;
        }

        @Override
        public boolean isDateBased() {
            return true;
        }

        @Override
        public boolean isTimeBased() {
            return false;
        }

        @Override
        public ValueRange range() {
            return range;
        }

        @Override
        public boolean isSupportedBy(TemporalAccessor t) {
            if (!t.isSupported(DAY_OF_WEEK)) {
                return false;
            }
            return rangeUnit == WEEKS || (rangeUnit == MONTHS ? t.isSupported(DAY_OF_MONTH)
                    : rangeUnit == FOREVER ? t.isSupported(YEAR) : t.isSupported(DAY_OF_YEAR));
        }

        @Override
        public ValueRange rangeRefinedBy(TemporalAccessor t) {
            if (rangeUnit == WEEKS) {
                return range;
            }
            if (rangeUnit == MONTHS || rangeUnit == YEARS) {
                TemporalField field = rangeUnit == MONTHS ? DAY_OF_MONTH : DAY_OF_YEAR;
                int offset = startOffset(t.get(field), localDay(t));
                ValueRange days = t.range(field);
                return ValueRange.of(weekOf(offset, (int) days.getMinimum()), weekOf(offset, (int) days.getMaximum()));
            }
            return rangeUnit == IsoFields.WEEK_BASED_YEARS ? weekRange(t) : YEAR.range();
        }

        private ValueRange weekRange(TemporalAccessor t) {
            if (!t.isSupported(DAY_OF_YEAR)) {
                return range;
            }
            int doy = t.get(DAY_OF_YEAR);
            int offset = startOffset(doy, localDay(t));
            int week = weekOf(offset, doy);
            if (week == 0) {
                return weekRange(Chronology.from(t).date(t).minus(doy + 7L, DAYS));
            }
            int length = (int) t.range(DAY_OF_YEAR).getMaximum();
            int next = weekOf(offset, length + weeks.minimalDays);
            if (week >= next) {
                return weekRange(Chronology.from(t).date(t).plus(length - doy + 1 + 7L, DAYS));
            }
            return ValueRange.of(1, next - 1);
        }

        @Override
        public String toString() {
            return name + "[" + weeks + "]";
        }
    }
}
