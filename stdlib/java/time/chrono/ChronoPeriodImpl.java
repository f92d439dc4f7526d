package java.time.chrono;

import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalUnit;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Objects;

/** Years, months and days of calendars other than ISO's. */
final class ChronoPeriodImpl implements ChronoPeriod, Serializable {
    private static final long serialVersionUID = 57387258289L;

    private final Chronology chrono;
    private final int years;
    private final int months;
    private final int days;

    ChronoPeriodImpl(Chronology chrono, int years, int months, int days) {
        this.chrono = Objects.requireNonNull(chrono, "chrono");
        this.years = years;
        this.months = months;
        this.days = days;
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
    public Chronology getChronology() {
        return chrono;
    }

    private ChronoPeriodImpl valid(TemporalAmount amount) {
        Objects.requireNonNull(amount, "amount");
        if (!(amount instanceof ChronoPeriodImpl)) {
            throw new DateTimeException("Unable to obtain ChronoPeriod from TemporalAmount: " + amount.getClass());
        }
        ChronoPeriodImpl p = (ChronoPeriodImpl) amount;
        if (!chrono.equals(p.chrono)) {
            throw new ClassCastException("Chronology mismatch, expected: " + chrono.getId() + ", actual: " + p.chrono.getId());
        }
        return p;
    }

    @Override
    public ChronoPeriod plus(TemporalAmount amountToAdd) {
        ChronoPeriodImpl o = valid(amountToAdd);
        return new ChronoPeriodImpl(chrono, Math.addExact(years, o.years), Math.addExact(months, o.months), Math.addExact(days, o.days));
    }

    @Override
    public ChronoPeriod minus(TemporalAmount amountToSubtract) {
        ChronoPeriodImpl o = valid(amountToSubtract);
        return new ChronoPeriodImpl(chrono, Math.subtractExact(years, o.years), Math.subtractExact(months, o.months),
                Math.subtractExact(days, o.days));
    }

    @Override
    public ChronoPeriod multipliedBy(int scalar) {
        return new ChronoPeriodImpl(chrono, Math.multiplyExact(years, scalar), Math.multiplyExact(months, scalar),
                Math.multiplyExact(days, scalar));
    }

    /** Months in a year, or -1 where years differ. */
    private long monthRange() {
        ValueRange range = chrono.range(MONTH_OF_YEAR);
        return range.isFixed() && range.isIntValue() ? range.getMaximum() - range.getMinimum() + 1 : -1;
    }

    @Override
    public ChronoPeriod normalized() {
        long range = monthRange();
        if (range <= 0) {
            return this;
        }
        long total = years * range + months;
        return new ChronoPeriodImpl(chrono, Math.toIntExact(total / range), (int) (total % range), days);
    }

    private void check(Temporal temporal) {
        Objects.requireNonNull(temporal, "temporal");
        Chronology other = temporal.query(TemporalQueries.chronology());
        if (other != null && !chrono.equals(other)) {
            throw new DateTimeException("Chronology mismatch, expected: " + chrono.getId() + ", actual: " + other.getId());
        }
    }

    private Temporal add(Temporal temporal, int sign) {
        check(temporal);
        Temporal t = temporal;
        long range = monthRange();
        if (range > 0 && months != 0) {
            t = t.plus(sign * (years * range + months), MONTHS);
        } else {
            t = years != 0 ? t.plus((long) sign * years, YEARS) : t;
            t = months != 0 ? t.plus((long) sign * months, MONTHS) : t;
        }
        return days != 0 ? t.plus((long) sign * days, DAYS) : t;
    }

    @Override
    public Temporal addTo(Temporal temporal) {
        return add(temporal, 1);
    }

    @Override
    public Temporal subtractFrom(Temporal temporal) {
        return add(temporal, -1);
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof ChronoPeriodImpl)) {
            return false;
        }
        ChronoPeriodImpl o = (ChronoPeriodImpl) obj;
        return years == o.years && months == o.months && days == o.days && chrono.equals(o.chrono);
    }

    @Override
    public int hashCode() {
        return years + Integer.rotateLeft(months, 8) + Integer.rotateLeft(days, 16) ^ chrono.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder().append(chrono).append(" P");
        if (isZero()) {
            return sb.append("0D").toString();
        }
        if (years != 0) {
            sb.append(years).append('Y');
        }
        if (months != 0) {
            sb.append(months).append('M');
        }
        if (days != 0) {
            sb.append(days).append('D');
        }
        return sb.toString();
    }
}
