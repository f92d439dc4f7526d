import java.time.*;
import java.time.format.*;
import java.time.temporal.*;
import java.time.zone.*;
import java.util.*;

/** Zones: offsets through history, gaps, overlaps, rules. */
public class TimeZones {
    public static void main(String[] args) {
        String[] ids = {"Europe/Paris", "America/New_York", "Asia/Tokyo", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo", "Europe/London", "UTC", "Etc/GMT+5", "Africa/Cairo", "Pacific/Auckland", "Europe/Dublin"};
        for (String id : ids) {
            ZoneId z = ZoneId.of(id);
            ZoneRules r = z.getRules();
            long h = 0;
            for (long s = Instant.parse("1972-01-01T00:00:00Z").getEpochSecond(); s < Instant.parse("2036-01-01T00:00:00Z").getEpochSecond(); s += 86400 * 9 + 3600 * 5) {
                Instant i = Instant.ofEpochSecond(s);
                h = h * 31 + r.getOffset(i).getTotalSeconds() + LocalDateTime.ofInstant(i, z).hashCode() + (r.isDaylightSavings(i) ? 7 : 0);
            }
            System.out.println(id + " " + h + " " + r.isFixedOffset() + " " + r.getStandardOffset(Instant.EPOCH.plusSeconds(1_600_000_000L)) + " " + r.getTransitionRules().size());
            System.out.println("  " + r.nextTransition(Instant.parse("2024-01-15T00:00:00Z")) + " " + r.previousTransition(Instant.parse("2024-01-15T00:00:00Z")));
            System.out.println("  " + r.nextTransition(Instant.parse("2034-07-15T00:00:00Z")) + " " + r.previousTransition(Instant.parse("2034-07-15T00:00:00Z")));
        }
        ZoneId p = ZoneId.of("Europe/Paris");
        System.out.println(ZonedDateTime.of(2024, 3, 31, 2, 30, 0, 0, p));
        ZonedDateTime overlap = ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 0, p);
        System.out.println(overlap + " " + overlap.withLaterOffsetAtOverlap() + " " + overlap.withLaterOffsetAtOverlap().withEarlierOffsetAtOverlap());
        System.out.println(overlap.plusHours(1) + " " + overlap.plusDays(1) + " " + overlap.plusHours(24));
        System.out.println(p.getRules().getValidOffsets(LocalDateTime.of(2024, 3, 31, 2, 30)) + " " + p.getRules().getValidOffsets(LocalDateTime.of(2024, 10, 27, 2, 30)));
        System.out.println(p.getRules().getTransition(LocalDateTime.of(2024, 3, 31, 2, 30)) + " " + p.getRules().getTransition(LocalDateTime.of(2050, 3, 27, 2, 30)));
        for (ZoneOffsetTransitionRule r : p.getRules().getTransitionRules()) {
            System.out.println(r);
        }
        for (ZoneOffsetTransitionRule r : ZoneId.of("America/New_York").getRules().getTransitionRules()) {
            System.out.println(r.getMonth() + " " + r.getDayOfMonthIndicator() + " " + r.getDayOfWeek() + " " + r.getLocalTime() + " " + r.createTransition(2030));
        }
        ZonedDateTime ny = ZonedDateTime.of(2024, 11, 2, 12, 0, 0, 0, ZoneId.of("America/New_York"));
        System.out.println(ny.plusDays(1) + " " + ny.plusHours(24) + " " + ny.withZoneSameInstant(ZoneId.of("Asia/Tokyo")) + " " + ny.withZoneSameLocal(p));
        System.out.println(Duration.between(ny, ny.plusDays(1)) + " " + ChronoUnit.DAYS.between(ny, ny.plusDays(1)) + " " + ny.until(ny.plusMonths(3), ChronoUnit.HOURS));
        System.out.println(ny.toInstant() + " " + ny.toOffsetDateTime() + " " + ny.toEpochSecond() + " " + ny.truncatedTo(ChronoUnit.DAYS) + " " + ny.getOffset());
        System.out.println(ZoneId.of("UTC+3") + " " + ZoneId.of("GMT-02:30").getRules().getOffset(Instant.EPOCH) + " " + ZoneId.of("+09:00") + " " + ZoneId.of("EST", ZoneId.SHORT_IDS) + " " + ZoneId.of("UT") + " " + ZoneId.ofOffset("UTC", ZoneOffset.ofHours(2)) + " " + ZoneId.of("UTC").normalized());
        for (String bad : new String[] {"Europe/Nowhere", "?", "UTC+99", "A", "", "GMT+x", "Mars"}) {
            try {
                System.out.println(ZoneId.of(bad));
            } catch (DateTimeException e) {
                System.out.println(e.getClass().getName() + ": " + e.getMessage());
            }
        }
        System.out.println(LocalDate.of(2018, 11, 4).atStartOfDay(ZoneId.of("America/Sao_Paulo")));
        System.out.println(ZoneId.getAvailableZoneIds().containsAll(Arrays.asList(ids)) + " " + ZoneId.getAvailableZoneIds().contains("Nowhere"));
        System.out.println(p.hashCode() + " " + p.equals(ZoneId.of("Europe/Paris")) + " " + ny.hashCode() + " " + ny.compareTo(overlap) + " " + p.getRules());
        System.out.println(p.getDisplayName(TextStyle.FULL, Locale.US));
        try {
            ZonedDateTime.ofStrict(LocalDateTime.of(2024, 3, 31, 2, 30), ZoneOffset.ofHours(1), p);
        } catch (DateTimeException e) {
            System.out.println(e.getMessage());
        }
    }
}
