import java.time.*;
import java.time.chrono.*;
import java.time.format.*;
import java.time.temporal.*;
import java.util.*;

/** Dates, times, durations, periods: arithmetic, fields, texts, errors. */
public class TimeBasics {
    interface Body { Object run(); }

    static void show(String name, Body body) {
        try {
            System.out.println(name + " = " + body.run());
        } catch (RuntimeException e) {
            System.out.println(name + " ! " + e.getClass().getName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        LocalDate d = LocalDate.of(2024, 2, 29);
        show("d", () -> d);
        show("plusYears", () -> d.plusYears(1));
        show("plusMonths", () -> d.plusMonths(12).plusMonths(-25));
        show("minusDays", () -> d.minusDays(60));
        show("dow", () -> d.getDayOfWeek() + " " + d.getDayOfYear() + " " + d.lengthOfMonth() + " " + d.isLeapYear());
        show("bad", () -> LocalDate.of(2023, 2, 29));
        show("bad2", () -> LocalDate.of(2023, 13, 1));
        show("bad3", () -> LocalDate.of(2023, 4, 31));
        show("bad4", () -> LocalDate.ofYearDay(2023, 366));
        show("max", () -> LocalDate.MAX + " " + LocalDate.MIN + " " + LocalDateTime.MAX + " " + Instant.MIN + " " + Instant.MAX);
        show("overflow", () -> LocalDate.MAX.plusDays(1));
        show("until", () -> LocalDate.of(2000, 1, 31).until(LocalDate.of(2023, 3, 1)));
        show("between", () -> ChronoUnit.DAYS.between(LocalDate.of(1999, 12, 31), d) + " " + ChronoUnit.WEEKS.between(d, LocalDate.EPOCH));
        show("parse", () -> LocalDate.parse("2011-12-03").getMonth());
        show("parseBad", () -> LocalDate.parse("2011-2-03"));
        show("parseBad2", () -> LocalDate.parse("2011-02-30"));
        show("parseBad3", () -> LocalDate.parse("2011-02-03x"));
        show("timeBad", () -> LocalTime.parse("25:00"));
        LocalTime t = LocalTime.of(13, 5, 9, 120_000_000);
        show("t", () -> t + " " + t.plusHours(12) + " " + t.truncatedTo(ChronoUnit.MINUTES) + " " + t.withNano(1));
        show("tf", () -> t.get(ChronoField.CLOCK_HOUR_OF_AMPM) + " " + t.get(ChronoField.MILLI_OF_DAY) + " " + t.getLong(ChronoField.NANO_OF_DAY));
        show("tu", () -> t.isSupported(ChronoField.DAY_OF_MONTH) + " " + t.get(ChronoField.DAY_OF_MONTH));
        show("nano", () -> t.get(ChronoField.NANO_OF_DAY));
        LocalDateTime dt = d.atTime(t);
        show("dt", () -> dt + " " + dt.plusSeconds(86400 * 3 + 61) + " " + dt.minusNanos(1) + " " + dt.plus(1, ChronoUnit.HALF_DAYS));
        show("dtu", () -> dt.until(dt.plusDays(5).minusHours(1), ChronoUnit.DAYS) + " " + dt.until(dt.plusMonths(5).minusSeconds(1), ChronoUnit.MONTHS));
        for (String s : new String[] {"PT0S", "PT8H6M12.345S", "P2DT3H4M", "PT-6H+3M", "-PT6H", "PT-0.5S", "PT1000000H", "P1Y", "PT", "-P-1DT-1.5S"}) {
            show("dur " + s, () -> Duration.parse(s) + " " + Duration.parse(s).toMillis() + " " + Duration.parse(s).getNano());
        }
        for (String s : new String[] {"P2Y", "P3M", "P4W", "P1Y2M3W4D", "P-1Y2M", "-P1Y2M", "P", "P1.5Y", "P0D"}) {
            show("per " + s, () -> Period.parse(s) + " " + Period.parse(s).normalized() + " " + Period.parse(s).toTotalMonths());
        }
        Duration du = Duration.ofSeconds(-3725, 500_000_000);
        show("du", () -> du + " " + du.abs() + " " + du.negated() + " " + du.toHoursPart() + " " + du.toMinutesPart() + " " + du.toSecondsPart()
                + " " + du.multipliedBy(7) + " " + du.dividedBy(3) + " " + Duration.ofDays(3).dividedBy(Duration.ofHours(5)));
        show("duo", () -> Duration.ofSeconds(Long.MAX_VALUE).plusSeconds(1));
        show("duz", () -> Duration.ofDays(1).dividedBy(0));
        show("due", () -> Duration.of(2, ChronoUnit.MONTHS));
        show("trunc", () -> Duration.ofSeconds(3725, 77).truncatedTo(ChronoUnit.HOURS) + " " + du.truncatedTo(ChronoUnit.SECONDS));
        Instant i = Instant.ofEpochSecond(1_700_000_000L, 123_456_789);
        show("i", () -> i + " " + i.plusMillis(-1) + " " + i.truncatedTo(ChronoUnit.DAYS) + " " + i.toEpochMilli() + " " + Instant.EPOCH);
        show("iparse", () -> Instant.parse("2007-12-03T10:15:30.00Z") + " " + Instant.parse("2007-12-03T24:00:00Z") + " " + Instant.parse("+12007-12-03T10:15:30Z"));
        show("iparse2", () -> Instant.parse("2007-12-03T10:15:30+02:00"));
        show("iparse3", () -> Instant.parse("2007-12-03T10:15"));
        show("ilow", () -> Instant.ofEpochSecond(-62167219201L) + " " + Instant.ofEpochSecond(-99999999999999L, 5) + " " + Instant.ofEpochSecond(999999999999999L));
        show("iunit", () -> i.plus(1, ChronoUnit.MONTHS));
        OffsetDateTime o = OffsetDateTime.of(dt, ZoneOffset.ofHoursMinutes(5, 30));
        show("o", () -> o + " " + o.toInstant() + " " + o.withOffsetSameInstant(ZoneOffset.UTC) + " " + o.toEpochSecond() + " " + OffsetDateTime.MAX);
        show("oparse", () -> OffsetDateTime.parse("2007-12-03T10:15:30+01:00") + " " + OffsetTime.parse("10:15+01") + " " + OffsetDateTime.parse("2007-12-03T10:15Z"));
        show("ot", () -> OffsetTime.of(1, 2, 3, 4, ZoneOffset.MIN) + " " + OffsetTime.of(1, 2, 3, 4, ZoneOffset.UTC).compareTo(OffsetTime.MAX));
        for (String z : new String[] {"Z", "+1", "+01", "-0130", "+01:30:15", "+18:00", "+18:01", "x", "+1:30", "-00:00", "+013"}) {
            show("off " + z, () -> ZoneOffset.of(z) + " " + ZoneOffset.of(z).getTotalSeconds());
        }
        show("year", () -> Year.of(2024).isLeap() + " " + Year.of(-5) + " " + Year.parse("2020").atDay(60) + " " + Year.of(1999).atMonthDay(MonthDay.of(2, 29)));
        show("ym", () -> YearMonth.of(2024, 2).atEndOfMonth() + " " + YearMonth.parse("1999-11").plusMonths(14) + " " + YearMonth.of(-12, 1) + " " + YearMonth.of(12345, 6));
        show("md", () -> MonthDay.parse("--02-29").atYear(2023) + " " + MonthDay.of(12, 3).compareTo(MonthDay.of(11, 4)));
        show("mdbad", () -> MonthDay.of(4, 31));
        show("enum", () -> DayOfWeek.MONDAY.plus(8) + " " + Month.JANUARY.minus(14) + " " + Month.MARCH.firstDayOfYear(true) + " " + Month.of(2).maxLength());
        show("names", () -> DayOfWeek.FRIDAY.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + Month.MAY.getDisplayName(TextStyle.FULL, Locale.US) + Month.JUNE.getDisplayName(TextStyle.NARROW, Locale.US));
        show("enumbad", () -> DayOfWeek.of(8));
        show("adj", () -> d.with(TemporalAdjusters.firstDayOfNextMonth()) + " " + d.with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY)) + " "
                + d.with(TemporalAdjusters.next(DayOfWeek.THURSDAY)) + " " + d.with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY)) + " "
                + d.with(TemporalAdjusters.dayOfWeekInMonth(-2, DayOfWeek.MONDAY)) + " " + d.with(TemporalAdjusters.lastDayOfYear()));
        show("iso", () -> d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + d.get(IsoFields.QUARTER_OF_YEAR) + " " + d.get(IsoFields.DAY_OF_QUARTER)
                + " " + LocalDate.of(2021, 1, 1).get(IsoFields.WEEK_BASED_YEAR) + " " + d.with(IsoFields.QUARTER_OF_YEAR, 4) + " " + d.getLong(JulianFields.JULIAN_DAY));
        show("weeks", () -> {
            StringBuilder sb = new StringBuilder();
            for (WeekFields w : new WeekFields[] {WeekFields.ISO, WeekFields.SUNDAY_START, WeekFields.of(DayOfWeek.SATURDAY, 3)}) {
                for (int y = 2018; y < 2024; y++) {
                    LocalDate x = LocalDate.of(y, 12, 28);
                    for (int k = 0; k < 10; k++) {
                        sb.append(x.get(w.weekOfWeekBasedYear())).append('/').append(x.get(w.weekBasedYear()) % 100).append('/')
                                .append(x.get(w.weekOfMonth())).append('/').append(x.get(w.dayOfWeek())).append(' ');
                        x = x.plusDays(1);
                    }
                }
            }
            return sb.toString().hashCode() + sb.substring(0, 60);
        });
        show("wf", () -> WeekFields.of(Locale.US) + " " + WeekFields.of(Locale.GERMANY) + " " + WeekFields.ISO.weekOfYear() + " " + WeekFields.of(Locale.FRANCE).weekOfMonth().range());
        show("ranges", () -> d.range(ChronoField.DAY_OF_MONTH) + " " + ChronoField.DAY_OF_MONTH.range() + " " + LocalDate.of(2023, 2, 1).range(ChronoField.ALIGNED_WEEK_OF_MONTH) + ChronoField.YEAR_OF_ERA.range());
        show("stream", () -> d.datesUntil(LocalDate.of(2024, 6, 1), Period.ofMonths(1)).toList());
        show("stream2", () -> LocalDate.of(2024, 1, 31).datesUntil(LocalDate.of(2024, 6, 30), Period.of(0, 1, 1)).toList());
        show("clock", () -> Clock.fixed(i, ZoneOffset.UTC) + " " + Clock.offset(Clock.fixed(i, ZoneOffset.UTC), du).instant() + " " + Clock.tick(Clock.fixed(i, ZoneOffset.UTC), Duration.ofMinutes(5)).instant());
        show("hash", () -> d.hashCode() + " " + t.hashCode() + " " + dt.hashCode() + " " + i.hashCode() + " " + o.hashCode() + " " + du.hashCode() + " " + Period.of(1, 2, 3).hashCode()
                + " " + YearMonth.of(2, 3).hashCode() + " " + MonthDay.of(2, 3).hashCode() + " " + ZoneOffset.ofHours(3).hashCode());
        show("chrono", () -> IsoChronology.INSTANCE + " " + Chronology.of("ISO") + " " + d.getEra() + " " + IsoChronology.INSTANCE.dateYearDay(2020, 61) + " " + d.getChronology().getCalendarType());
        show("fromx", () -> LocalDate.from(LocalTime.NOON));
        show("fromy", () -> Month.from(DayOfWeek.FRIDAY));
        show("cmp", () -> d.compareTo(LocalDate.EPOCH) + " " + d.isAfter(LocalDate.EPOCH) + " " + dt.isBefore(dt) + " " + o.isEqual(o));
        long h = 0;
        Random r = new Random(5);
        for (int k = 0; k < 20000; k++) {
            LocalDate x = LocalDate.ofEpochDay(r.nextInt(2_000_000) - 1_000_000);
            LocalDate y = x.plusMonths(r.nextInt(4000) - 2000).plusDays(r.nextInt(100));
            h = h * 31 + x.toString().hashCode() + y.until(x).toString().hashCode() + x.until(y, ChronoUnit.MONTHS) + y.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                    + y.getDayOfYear() * 7 + y.getDayOfWeek().ordinal();
            LocalDateTime a = x.atTime(LocalTime.ofNanoOfDay((r.nextLong() >>> 1) % 86400000000000L));
            h += a.plusNanos(r.nextLong()).hashCode() ^ a.plusMinutes(r.nextInt()).toString().hashCode();
            Duration z = Duration.ofSeconds(r.nextInt() * 100L, r.nextLong());
            h = h * 17 + z.toString().hashCode() + z.dividedBy(r.nextInt(99) + 1).hashCode() + Instant.EPOCH.plus(z).toString().hashCode();
        }
        System.out.println(h);
    }
}
