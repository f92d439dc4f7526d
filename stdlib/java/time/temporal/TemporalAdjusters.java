package java.time.temporal;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.DAY_OF_YEAR;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The common changes. */
public final class TemporalAdjusters {
    private TemporalAdjusters() {
    }

    public static TemporalAdjuster ofDateAdjuster(UnaryOperator<LocalDate> dateBasedAdjuster) {
        Objects.requireNonNull(dateBasedAdjuster, "dateBasedAdjuster");
        return t -> t.with(dateBasedAdjuster.apply(LocalDate.from(t)));
    }

    public static TemporalAdjuster firstDayOfMonth() {
        return t -> t.with(DAY_OF_MONTH, 1);
    }

    public static TemporalAdjuster lastDayOfMonth() {
        return t -> t.with(DAY_OF_MONTH, t.range(DAY_OF_MONTH).getMaximum());
    }

    public static TemporalAdjuster firstDayOfNextMonth() {
        return t -> t.with(DAY_OF_MONTH, 1).plus(1, MONTHS);
    }

    public static TemporalAdjuster firstDayOfYear() {
        return t -> t.with(DAY_OF_YEAR, 1);
    }

    public static TemporalAdjuster lastDayOfYear() {
        return t -> t.with(DAY_OF_YEAR, t.range(DAY_OF_YEAR).getMaximum());
    }

    public static TemporalAdjuster firstDayOfNextYear() {
        return t -> t.with(DAY_OF_YEAR, 1).plus(1, YEARS);
    }

    public static TemporalAdjuster firstInMonth(DayOfWeek dayOfWeek) {
        return dayOfWeekInMonth(1, dayOfWeek);
    }

    public static TemporalAdjuster lastInMonth(DayOfWeek dayOfWeek) {
        return dayOfWeekInMonth(-1, dayOfWeek);
    }

    public static TemporalAdjuster dayOfWeekInMonth(int ordinal, DayOfWeek dayOfWeek) {
        Objects.requireNonNull(dayOfWeek, "dayOfWeek");
        int wanted = dayOfWeek.getValue();
        if (ordinal >= 0) {
            return t -> {
                Temporal first = t.with(DAY_OF_MONTH, 1);
                int days = (wanted - first.get(DAY_OF_WEEK) + 7) % 7;
                return first.plus((int) (days + (ordinal - 1L) * 7L), DAYS);
            };
        }
        return t -> {
            Temporal last = t.with(DAY_OF_MONTH, t.range(DAY_OF_MONTH).getMaximum());
            int days = wanted - last.get(DAY_OF_WEEK);
            days = days > 0 ? days - 7 : days;
            return last.plus((int) (days - (-ordinal - 1L) * 7L), DAYS);
        };
    }

    public static TemporalAdjuster next(DayOfWeek dayOfWeek) {
        int wanted = dayOfWeek.getValue();
        return t -> {
            int ahead = t.get(DAY_OF_WEEK) - wanted;
            return t.plus(ahead >= 0 ? 7 - ahead : -ahead, DAYS);
        };
    }

    public static TemporalAdjuster nextOrSame(DayOfWeek dayOfWeek) {
        int wanted = dayOfWeek.getValue();
        return t -> {
            int ahead = t.get(DAY_OF_WEEK) - wanted;
            return ahead == 0 ? t : t.plus(ahead >= 0 ? 7 - ahead : -ahead, DAYS);
        };
    }

    public static TemporalAdjuster previous(DayOfWeek dayOfWeek) {
        int wanted = dayOfWeek.getValue();
        return t -> {
            int behind = wanted - t.get(DAY_OF_WEEK);
            return t.minus(behind >= 0 ? 7 - behind : -behind, DAYS);
        };
    }

    public static TemporalAdjuster previousOrSame(DayOfWeek dayOfWeek) {
        int wanted = dayOfWeek.getValue();
        return t -> {
            int behind = wanted - t.get(DAY_OF_WEEK);
            return behind == 0 ? t : t.minus(behind >= 0 ? 7 - behind : -behind, DAYS);
        };
    }
}
