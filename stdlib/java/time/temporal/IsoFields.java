package java.time.temporal;

import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.DAY_OF_YEAR;
import static java.time.temporal.ChronoField.EPOCH_DAY;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Quarters of a year and ISO 8601's weeks. */
public final class IsoFields {
    public static final TemporalField DAY_OF_QUARTER = Field.DAY_OF_QUARTER;
    public static final TemporalField QUARTER_OF_YEAR = Field.QUARTER_OF_YEAR;
    public static final TemporalField WEEK_OF_WEEK_BASED_YEAR = Field.WEEK_OF_WEEK_BASED_YEAR;
    public static final TemporalField WEEK_BASED_YEAR = Field.WEEK_BASED_YEAR;
    public static final TemporalUnit WEEK_BASED_YEARS = Unit.WEEK_BASED_YEARS;
    public static final TemporalUnit QUARTER_YEARS = Unit.QUARTER_YEARS;

    private IsoFields() {
    }

    // Days of the year before each quarter, for common and leap years.
    private static final int[] QUARTER_DAYS = {0, 90, 181, 273, 0, 91, 182, 274};

    private static boolean isIso(TemporalAccessor temporal) {
        return Chronology.from(temporal).equals(IsoChronology.INSTANCE);
    }

    private static void ensureIso(TemporalAccessor temporal) {
        if (!isIso(temporal)) {
            throw new DateTimeException("Resolve requires IsoChronology");
        }
    }

    private enum Field implements TemporalField {
        DAY_OF_QUARTER {
            @Override
            public TemporalUnit getBaseUnit() {
                return ChronoUnit.DAYS;
            }

            @Override
            public TemporalUnit getRangeUnit() {
                return QUARTER_YEARS;
            }

            @Override
            public ValueRange range() {
                return ValueRange.of(1, 90, 92);
            }

            @Override
            public boolean isSupportedBy(TemporalAccessor temporal) {
                return temporal.isSupported(DAY_OF_YEAR) && temporal.isSupported(MONTH_OF_YEAR) && temporal.isSupported(YEAR) && isIso(temporal);
            }

            @Override
            public ValueRange rangeRefinedBy(TemporalAccessor temporal) {
                check(temporal);
                long quarter = temporal.getLong(QUARTER_OF_YEAR);
                if (quarter == 1) {
                    return ValueRange.of(1, IsoChronology.INSTANCE.isLeapYear(temporal.getLong(YEAR)) ? 91 : 90);
                }
                return quarter == 2 ? ValueRange.of(1, 91) : ValueRange.of(1, 92);
            }

            @Override
            public long getFrom(TemporalAccessor temporal) {
                check(temporal);
                int leap = IsoChronology.INSTANCE.isLeapYear(temporal.getLong(YEAR)) ? 4 : 0;
                return temporal.get(DAY_OF_YEAR) - QUARTER_DAYS[(temporal.get(MONTH_OF_YEAR) - 1) / 3 + leap];
            }

            @SuppressWarnings("unchecked")
            @Override
            public <R extends Temporal> R adjustInto(R temporal, long newValue) {
                long now = getFrom(temporal);
                range().checkValidValue(newValue, this);
                return (R) temporal.with(DAY_OF_YEAR, temporal.getLong(DAY_OF_YEAR) + (newValue - now));
            }

            @Override
            public ChronoLocalDate resolve(Map<TemporalField, Long> fieldValues, TemporalAccessor partialTemporal, ResolverStyle style) {
                Long yearValue = fieldValues.get(YEAR);
                Long quarterValue = fieldValues.get(QUARTER_OF_YEAR);
                if (yearValue == null || quarterValue == null) {
                    return null;
                }
                int y = YEAR.checkValidIntValue(yearValue);
                long doq = fieldValues.get(DAY_OF_QUARTER);
                ensureIso(partialTemporal);
                LocalDate date;
                if (style == ResolverStyle.LENIENT) {
                    date = LocalDate.of(y, 1, 1).plusMonths(Math.multiplyExact(Math.subtractExact(quarterValue, 1), 3));
                    doq = Math.subtractExact(doq, 1);
                } else {
                    int quarter = QUARTER_OF_YEAR.range().checkValidIntValue(quarterValue, QUARTER_OF_YEAR);
                    date = LocalDate.of(y, (quarter - 1) * 3 + 1, 1);
                    if (doq < 1 || doq > 90) {
                        if (style == ResolverStyle.STRICT) {
                            rangeRefinedBy(date).checkValidValue(doq, this);
                        } else {
                            range().checkValidValue(doq, this);
                        }
                    }
                    doq--;
                }
                fieldValues.remove(this);
                fieldValues.remove(YEAR);
                fieldValues.remove(QUARTER_OF_YEAR);
                return date.plusDays(doq);
            }

            @Override
            public String toString() {
                return "DayOfQuarter";
            }
        },
        QUARTER_OF_YEAR {
            @Override
            public TemporalUnit getBaseUnit() {
                return QUARTER_YEARS;
            }

            @Override
            public TemporalUnit getRangeUnit() {
                return ChronoUnit.YEARS;
            }

            @Override
            public ValueRange range() {
                return ValueRange.of(1, 4);
            }

            @Override
            public boolean isSupportedBy(TemporalAccessor temporal) {
                return temporal.isSupported(MONTH_OF_YEAR) && isIso(temporal);
            }

            @Override
            public ValueRange rangeRefinedBy(TemporalAccessor temporal) {
                check(temporal);
                return range();
            }

            @Override
            public long getFrom(TemporalAccessor temporal) {
                check(temporal);
                return (temporal.getLong(MONTH_OF_YEAR) + 2) / 3;
            }

            @SuppressWarnings("unchecked")
            @Override
            public <R extends Temporal> R adjustInto(R temporal, long newValue) {
                long now = getFrom(temporal);
                range().checkValidValue(newValue, this);
                return (R) temporal.with(MONTH_OF_YEAR, temporal.getLong(MONTH_OF_YEAR) + (newValue - now) * 3);
            }

            @Override
            public String toString() {
                return "QuarterOfYear";
            }
        },
        WEEK_OF_WEEK_BASED_YEAR {
            @Override
            public String getDisplayName(Locale locale) {
                Objects.requireNonNull(locale, "locale");
                return "week";
            }

            @Override
            public TemporalUnit getBaseUnit() {
                return ChronoUnit.WEEKS;
            }

            @Override
            public TemporalUnit getRangeUnit() {
                return WEEK_BASED_YEARS;
            }

            @Override
            public ValueRange range() {
                return ValueRange.of(1, 52, 53);
            }

            @Override
            public boolean isSupportedBy(TemporalAccessor temporal) {
                return temporal.isSupported(EPOCH_DAY) && isIso(temporal);
            }

            @Override
            public ValueRange rangeRefinedBy(TemporalAccessor temporal) {
                check(temporal);
                return ValueRange.of(1, weeksOf(weekYear(LocalDate.from(temporal))));
            }

            @Override
            public long getFrom(TemporalAccessor temporal) {
                check(temporal);
                return week(LocalDate.from(temporal));
            }

            @SuppressWarnings("unchecked")
            @Override
            public <R extends Temporal> R adjustInto(R temporal, long newValue) {
                range().checkValidValue(newValue, this);
                return (R) temporal.plus(Math.subtractExact(newValue, getFrom(temporal)), ChronoUnit.WEEKS);
            }

            @Override
            public ChronoLocalDate resolve(Map<TemporalField, Long> fieldValues, TemporalAccessor partialTemporal, ResolverStyle style) {
                Long yearValue = fieldValues.get(WEEK_BASED_YEAR);
                Long dayValue = fieldValues.get(DAY_OF_WEEK);
                if (yearValue == null || dayValue == null) {
                    return null;
                }
                int year = WEEK_BASED_YEAR.range().checkValidIntValue(yearValue, WEEK_BASED_YEAR);
                long week = fieldValues.get(WEEK_OF_WEEK_BASED_YEAR);
                ensureIso(partialTemporal);
                LocalDate date = LocalDate.of(year, 1, 4);
                if (style == ResolverStyle.LENIENT) {
                    long day = dayValue;
                    if (day > 7) {
                        date = date.plusWeeks((day - 1) / 7);
                        day = (day - 1) % 7 + 1;
                    } else if (day < 1) {
                        date = date.plusWeeks(Math.subtractExact(day, 7) / 7);
                        day = (day + 6) % 7 + 1;
                    }
                    date = date.plusWeeks(Math.subtractExact(week, 1)).with(DAY_OF_WEEK, day);
                } else {
                    int day = DAY_OF_WEEK.checkValidIntValue(dayValue);
                    if (week < 1 || week > 52) {
                        if (style == ResolverStyle.STRICT) {
                            ValueRange.of(1, weeksOf(year)).checkValidValue(week, this);
                        } else {
                            range().checkValidValue(week, this);
                        }
                    }
                    date = date.plusWeeks(week - 1).with(DAY_OF_WEEK, day);
                }
                fieldValues.remove(this);
                fieldValues.remove(WEEK_BASED_YEAR);
                fieldValues.remove(DAY_OF_WEEK);
                return date;
            }

            @Override
            public String toString() {
                return "WeekOfWeekBasedYear";
            }
        },
        WEEK_BASED_YEAR {
            @Override
            public TemporalUnit getBaseUnit() {
                return WEEK_BASED_YEARS;
            }

            @Override
            public TemporalUnit getRangeUnit() {
                return ChronoUnit.FOREVER;
            }

            @Override
            public ValueRange range() {
                return YEAR.range();
            }

            @Override
            public boolean isSupportedBy(TemporalAccessor temporal) {
                return temporal.isSupported(EPOCH_DAY) && isIso(temporal);
            }

            @Override
            public ValueRange rangeRefinedBy(TemporalAccessor temporal) {
                check(temporal);
                return range();
            }

            @Override
            public long getFrom(TemporalAccessor temporal) {
                check(temporal);
                return weekYear(LocalDate.from(temporal));
            }

            @SuppressWarnings("unchecked")
            @Override
            public <R extends Temporal> R adjustInto(R temporal, long newValue) {
                check(temporal);
                int year = range().checkValidIntValue(newValue, WEEK_BASED_YEAR);
                LocalDate date = LocalDate.from(temporal);
                int day = date.get(DAY_OF_WEEK);
                int week = week(date);
                if (week == 53 && weeksOf(year) == 52) {
                    week = 52;
                }
                LocalDate start = LocalDate.of(year, 1, 4);
                return (R) temporal.with(start.plusDays(day - start.get(DAY_OF_WEEK) + (week - 1) * 7));
            }

            @Override
            public String toString() {
                return "WeekBasedYear";
            }
        };

        void check(TemporalAccessor temporal) {
            if (!isSupportedBy(temporal)) {
                throw new UnsupportedTemporalTypeException("Unsupported field: " + this);
            }
        }

        @Override
        public boolean isDateBased() {
            return true;
        }

        @Override
        public boolean isTimeBased() {
            return false;
        }
    }

    /** The Thursday of a date's week decides the year that the week belongs to. */
    private static LocalDate thursday(LocalDate date) {
        return date.plusDays(4 - date.getDayOfWeek().getValue());
    }

    private static int week(LocalDate date) {
        return (thursday(date).getDayOfYear() - 1) / 7 + 1;
    }

    private static int weekYear(LocalDate date) {
        // At the ends of time there may be no Thursday.
        int doy = date.getDayOfYear();
        int t = doy + 4 - date.getDayOfWeek().getValue();
        return t < 1 ? date.getYear() - 1 : t > date.lengthOfYear() ? date.getYear() + 1 : date.getYear();
    }

    private static int weeksOf(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        DayOfWeek d = first.getDayOfWeek();
        return d == DayOfWeek.THURSDAY || d == DayOfWeek.WEDNESDAY && first.isLeapYear() ? 53 : 52;
    }

    private enum Unit implements TemporalUnit {
        WEEK_BASED_YEARS("WeekBasedYears", Duration.ofSeconds(31556952L)),
        QUARTER_YEARS("QuarterYears", Duration.ofSeconds(31556952L / 4));

        private final String name;
        private final Duration duration;

        Unit(String name, Duration duration) {
            this.name = name;
            this.duration = duration;
        }

        @Override
        public Duration getDuration() {
            return duration;
        }

        @Override
        public boolean isDurationEstimated() {
            return true;
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
        public boolean isSupportedBy(Temporal temporal) {
            return temporal.isSupported(EPOCH_DAY) && isIso(temporal);
        }

        @SuppressWarnings("unchecked")
        @Override
        public <R extends Temporal> R addTo(R temporal, long amount) {
            if (this == WEEK_BASED_YEARS) {
                return (R) temporal.with(WEEK_BASED_YEAR, Math.addExact(temporal.get(WEEK_BASED_YEAR), amount));
            }
            return (R) temporal.plus(amount / 4, ChronoUnit.YEARS).plus(amount % 4 * 3, ChronoUnit.MONTHS);
        }

        @Override
        public long between(Temporal temporal1, Temporal temporal2) {
            if (temporal1.getClass() != temporal2.getClass()) {
                return temporal1.until(temporal2, this);
            }
            if (this == WEEK_BASED_YEARS) {
                return Math.subtractExact(temporal2.getLong(WEEK_BASED_YEAR), temporal1.getLong(WEEK_BASED_YEAR));
            }
            return temporal1.until(temporal2, ChronoUnit.MONTHS) / 3;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
