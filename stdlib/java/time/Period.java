package java.time;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;

import java.io.Serializable;
import java.time.chrono.ChronoPeriod;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalUnit;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of years, months and days. */
public final class Period implements ChronoPeriod, Serializable {
    private static final long serialVersionUID = -3587258372562876L;

    public static final Period ZERO = new Period(0, 0, 0);

    private static final class Lazy {
        static final Pattern PATTERN = Pattern.compile(
                "([-+]?)P(?:([-+]?[0-9]+)Y)?(?:([-+]?[0-9]+)M)?(?:([-+]?[0-9]+)W)?(?:([-+]?[0-9]+)D)?", Pattern.CASE_INSENSITIVE);
    }

    private final int years;
    private final int months;
    private final int days;

    private Period(int years, int months, int days) {
        this.years = years;
        this.months = months;
        this.days = days;
    }

    private static Period create(int years, int months, int days) {
        return (years | months | days) == 0 ? ZERO : new Period(years, months, days);
    }

    public static Period ofYears(int years) {
        return create(years, 0, 0);
    }

    public static Period ofMonths(int months) {
        return create(0, months, 0);
    }

    public static Period ofWeeks(int weeks) {
        return create(0, 0, Math.multiplyExact(weeks, 7));
    }

    public static Period ofDays(int days) {
        return create(0, 0, days);
    }

    public static Period of(int years, int months, int days) {
        return create(years, months, days);
    }

    public static Period from(TemporalAmount amount) {
        if (amount instanceof Period) {
            return (Period) amount;
        }
        if (amount instanceof ChronoPeriod && !IsoChronology.INSTANCE.equals(((ChronoPeriod) amount).getChronology())) {
            throw new DateTimeException("Period requires ISO chronology: " + amount);
        }
        Objects.requireNonNull(amount, "amount");
        int years = 0;
        int months = 0;
        int days = 0;
        for (TemporalUnit unit : amount.getUnits()) {
            long n = amount.get(unit);
            if (unit == YEARS) {
                years = Math.toIntExact(n);
            } else if (unit == MONTHS) {
                months = Math.toIntExact(n);
            } else if (unit == DAYS) {
                days = Math.toIntExact(n);
            } else {
                throw new DateTimeException("Unit must be Years, Months or Days, but was " + unit);
            }
        }
        return create(years, months, days);
    }

    public static Period parse(CharSequence text) {
        Objects.requireNonNull(text, "text");
        Matcher m = Lazy.PATTERN.matcher(text);
        if (m.matches()) {
            int sign = "-".equals(m.group(1)) ? -1 : 1;
            String y = m.group(2);
            String mo = m.group(3);
            String w = m.group(4);
            String d = m.group(5);
            if (y != null || mo != null || w != null || d != null) {
                try {
                    int dd = Math.addExact(number(d, sign), Math.multiplyExact(number(w, sign), 7));
                    return create(number(y, sign), number(mo, sign), dd);
                } catch (NumberFormatException | ArithmeticException e) {
                    throw new DateTimeParseException("Text cannot be parsed to a Period", text, 0, e);
                }
            }
        }
        throw new DateTimeParseException("Text cannot be parsed to a Period", text, 0);
    }

    private static int number(String text, int sign) {
        return text == null ? 0 : Math.multiplyExact(Integer.parseInt(text), sign);
    }

    public static Period between(LocalDate startDateInclusive, LocalDate endDateExclusive) {
        return startDateInclusive.until(endDateExclusive);
    }

    @Override
    public long get(TemporalUnit unit) {
        if (unit == YEARS) {
            return years;
        } else if (unit == MONTHS) {
            return months;
        } else if (unit == DAYS) {
            return days;
        }
        throw new UnsupportedTemporalTypeException("Unsupported unit: " + unit);
    }

    @Override
    public List<TemporalUnit> getUnits() {
        return List.of(YEARS, MONTHS, DAYS);
    }

    @Override
    public IsoChronology getChronology() {
        return IsoChronology.INSTANCE;
    }

    @Override
    public boolean isZero() {
        return (years | months | days) == 0;
    }

    @Override
    public boolean isNegative() {
        return years < 0 || months < 0 || days < 0;
    }

    public int getYears() {
        return years;
    }

    public int getMonths() {
        return months;
    }

    public int getDays() {
        return days;
    }

    public Period withYears(int years) {
        return years == this.years ? this : create(years, months, days);
    }

    public Period withMonths(int months) {
        return months == this.months ? this : create(years, months, days);
    }

    public Period withDays(int days) {
        return days == this.days ? this : create(years, months, days);
    }

    @Override
    public Period plus(TemporalAmount amountToAdd) {
        Period o = from(amountToAdd);
        return create(Math.addExact(years, o.years), Math.addExact(months, o.months), Math.addExact(days, o.days));
    }

    public Period plusYears(long yearsToAdd) {
        return yearsToAdd == 0 ? this : create(Math.toIntExact(Math.addExact(years, yearsToAdd)), months, days);
    }

    public Period plusMonths(long monthsToAdd) {
        return monthsToAdd == 0 ? this : create(years, Math.toIntExact(Math.addExact(months, monthsToAdd)), days);
    }

    public Period plusDays(long daysToAdd) {
        return daysToAdd == 0 ? this : create(years, months, Math.toIntExact(Math.addExact(days, daysToAdd)));
    }

    @Override
    public Period minus(TemporalAmount amountToSubtract) {
        Period o = from(amountToSubtract);
        return create(Math.subtractExact(years, o.years), Math.subtractExact(months, o.months), Math.subtractExact(days, o.days));
    }

    public Period minusYears(long n) {
        return n == Long.MIN_VALUE ? plusYears(Long.MAX_VALUE).plusYears(1) : plusYears(-n);
    }

    public Period minusMonths(long n) {
        return n == Long.MIN_VALUE ? plusMonths(Long.MAX_VALUE).plusMonths(1) : plusMonths(-n);
    }

    public Period minusDays(long n) {
        return n == Long.MIN_VALUE ? plusDays(Long.MAX_VALUE).plusDays(1) : plusDays(-n);
    }

    @Override
    public Period multipliedBy(int scalar) {
        if (this == ZERO || scalar == 1) {
            return this;
        }
        return create(Math.multiplyExact(years, scalar), Math.multiplyExact(months, scalar), Math.multiplyExact(days, scalar));
    }

    @Override
    public Period negated() {
        return multipliedBy(-1);
    }

    @Override
    public Period normalized() {
        long total = toTotalMonths();
        long y = total / 12;
        int m = (int) (total % 12);
        return y == years && m == months ? this : create(Math.toIntExact(y), m, days);
    }

    public long toTotalMonths() {
        return years * 12L + months;
    }

    @Override
    public Temporal addTo(Temporal temporal) {
        checkChronology(temporal);
        Temporal t = temporal;
        if (months == 0) {
            t = years != 0 ? t.plus(years, YEARS) : t;
        } else if (toTotalMonths() != 0) {
            t = t.plus(toTotalMonths(), MONTHS);
        }
        return days != 0 ? t.plus(days, DAYS) : t;
    }

    @Override
    public Temporal subtractFrom(Temporal temporal) {
        checkChronology(temporal);
        Temporal t = temporal;
        if (months == 0) {
            t = years != 0 ? t.minus(years, YEARS) : t;
        } else if (toTotalMonths() != 0) {
            t = t.minus(toTotalMonths(), MONTHS);
        }
        return days != 0 ? t.minus(days, DAYS) : t;
    }

    private static void checkChronology(TemporalAccessor temporal) {
        Objects.requireNonNull(temporal, "temporal");
        Chronology chrono = temporal.query(TemporalQueries.chronology());
        if (chrono != null && !IsoChronology.INSTANCE.equals(chrono)) {
            throw new DateTimeException("Chronology mismatch, expected: ISO, actual: " + chrono.getId());
        }
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof Period)) {
            return false;
        }
        Period o = (Period) obj;
        return years == o.years && months == o.months && days == o.days;
    }

    @Override
    public int hashCode() {
        return years + Integer.rotateLeft(months, 8) + Integer.rotateLeft(days, 16);
    }

    @Override
    public String toString() {
        if (isZero()) {
            return "P0D";
        }
        StringBuilder buf = new StringBuilder().append('P');
        if (years != 0) {
            buf.append(years).append('Y');
        }
        if (months != 0) {
            buf.append(months).append('M');
        }
        if (days != 0) {
            buf.append(days).append('D');
        }
        return buf.toString();
    }
}
