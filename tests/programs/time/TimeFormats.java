import java.time.*;
import java.time.format.*;
import java.time.temporal.*;
import java.util.*;

/** Formatters: patterns, ISO forms, styles, parsing in its three modes, errors. */
public class TimeFormats {
    interface Body { Object run(); }

    static void show(String name, Body body) {
        try {
            System.out.println(name + " = " + body.run());
        } catch (RuntimeException e) {
            System.out.println(name + " ! " + e.getClass().getName() + ": " + e.getMessage().replaceAll("\\{.*\\}", "{}"));
        }
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.US);
        ZonedDateTime z = ZonedDateTime.of(2024, 3, 5, 14, 7, 9, 45_600_000, ZoneId.of("Europe/Paris"));
        LocalDateTime l = z.toLocalDateTime();
        for (String p : new String[] {"yyyy-MM-dd HH:mm:ss", "dd/MM/yy", "d MMM uuuu", "EEEE, d MMMM yyyy", "EEE MMM dd", "h:mm a", "hh:mm:ss.SSS a", "HH:mm:ss.SSSSSS",
            "yyyyMMddHHmmssSSS", "D", "DDD", "w Y", "ww YYYY e", "Q QQ QQQ QQQQ", "G yyyy", "k K", "n N A", "VV", "z", "zzzz", "O", "OOOO", "X XX XXX XXXX XXXXX", "x xx xxx", "Z ZZZZ ZZZZZ",
            "''yyyy''", "'o''clock' H", "[yyyy]['Q'q]", "ppppH|ppd", "L LL LLL LLLL LLLLL", "EEEEE", "MMMMM", "c ccc cccc", "F", "W", "g", "GGGG GGGGG", "B BBBB"}) {
            show(p, () -> DateTimeFormatter.ofPattern(p).format(z));
        }
        for (String p : new String[] {"b", "yyyy'", "{", "MMMMMM", "HHH", "]", "p", "VVV", "aa", "ddd", "OO", "XXXXXX", "#", "cc"}) {
            show("bad " + p, () -> DateTimeFormatter.ofPattern(p));
        }
        show("unsupported", () -> DateTimeFormatter.ofPattern("HH:mm").format(LocalDate.EPOCH));
        show("zoneless", () -> DateTimeFormatter.ofPattern("yyyy VV").format(l));
        DateTimeFormatter[] iso = {DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_OFFSET_DATE, DateTimeFormatter.ISO_DATE, DateTimeFormatter.ISO_LOCAL_TIME,
            DateTimeFormatter.ISO_OFFSET_TIME, DateTimeFormatter.ISO_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ISO_ZONED_DATE_TIME, DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.ISO_ORDINAL_DATE, DateTimeFormatter.ISO_WEEK_DATE,
            DateTimeFormatter.ISO_INSTANT, DateTimeFormatter.BASIC_ISO_DATE, DateTimeFormatter.RFC_1123_DATE_TIME};
        for (DateTimeFormatter f : iso) {
            show(f.toString(), () -> f.format(z));
            show("  parsed", () -> f.parse(f.format(z)).isSupported(ChronoField.INSTANT_SECONDS));
        }
        for (FormatStyle a : FormatStyle.values()) {
            show("date " + a, () -> DateTimeFormatter.ofLocalizedDate(a).format(z));
            show("time " + a, () -> DateTimeFormatter.ofLocalizedTime(a).format(z));
            show("both " + a, () -> DateTimeFormatter.ofLocalizedDateTime(a).format(z));
        }
        show("toString", () -> DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss] a EEE z XXX S uu"));
        String[][] parses = {{"dd/MM/yyyy", "05/03/2024"}, {"d/M/yyyy", "5/3/2024"}, {"dd/MM/yy", "05/03/24"}, {"MMM d, yyyy", "Mar 5, 2024"}, {"MMM d, yyyy", "mar 5, 2024"},
            {"yyyyMMdd", "20240305"}, {"yyyy-MM-dd", "2024-02-30"}, {"uuuu-MM-dd", "2024-02-31"}, {"yyyy-MM-dd", "2024-2-30"}, {"dd-MMMM-yyyy", "05-March-2024"},
            {"yyyy-DDD", "2024-061"}, {"YYYY-'W'ww-e", "2024-W10-3"}, {"yyyy-MM-dd", "24-01-01"}, {"yyyy-MM-dd", "x"}, {"yyyy-MM-dd", ""}, {"EEE d MMM yyyy", "Tue 5 Mar 2024"}, {"EEE d MMM yyyy", "Wed 5 Mar 2024"}};
        for (String[] p : parses) {
            show("date " + p[0] + " " + p[1], () -> LocalDate.parse(p[1], DateTimeFormatter.ofPattern(p[0])));
            show("  strict", () -> LocalDate.parse(p[1], DateTimeFormatter.ofPattern(p[0]).withResolverStyle(ResolverStyle.STRICT)));
            show("  lenient", () -> LocalDate.parse(p[1], DateTimeFormatter.ofPattern(p[0]).withResolverStyle(ResolverStyle.LENIENT)));
        }
        String[][] times = {{"h:mm a", "3:07 PM"}, {"hh:mm a", "12:30 AM"}, {"HH:mm", "24:00"}, {"HH:mm", "23:60"}, {"H:m:s", "1:2:3"}, {"HHmmss", "010203"}, {"HH:mm:ss.SSS", "10:20:30.045"}, {"K:mm a", "0:10 PM"}, {"hh:mm", "10:20"}, {"HH:mm[:ss]", "10:20"}};
        for (String[] p : times) {
            show("time " + p[0] + " " + p[1], () -> LocalTime.parse(p[1], DateTimeFormatter.ofPattern(p[0])));
        }
        show("zdt", () -> ZonedDateTime.parse("2024-03-05T14:07:09.0456+01:00[Europe/Paris]"));
        show("zdt2", () -> ZonedDateTime.parse("2024-03-05T14:07Z"));
        show("zdt3", () -> ZonedDateTime.parse("2024-03-05 14:07 America/New_York", DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV")));
        show("zdt4", () -> ZonedDateTime.parse("2024-07-05T14:07+05:00[Europe/Paris]"));
        show("zdt5", () -> ZonedDateTime.parse("2024-07-05T14:07+05:00[Europe/Nowhere]"));
        show("odt", () -> OffsetDateTime.parse("05.03.2024 01:02 +0530", DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm Z")));
        show("rfc", () -> ZonedDateTime.parse("Tue, 3 Jun 2008 11:05:30 GMT", DateTimeFormatter.RFC_1123_DATE_TIME));
        show("withZone", () -> DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV").withZone(ZoneId.of("Asia/Tokyo")).format(Instant.ofEpochSecond(1_700_000_000)));
        show("best", () -> DateTimeFormatter.ofPattern("yyyy-MM-dd[ HH:mm]").parseBest("2024-03-05", LocalDateTime::from, LocalDate::from).getClass());
        show("builder", () -> new DateTimeFormatterBuilder().appendPattern("yyyy").parseDefaulting(ChronoField.MONTH_OF_YEAR, 1).parseDefaulting(ChronoField.DAY_OF_MONTH, 1).toFormatter().parse("2020", LocalDate::from));
        show("insens", () -> new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("d-MMM-yyyy").toFormatter(Locale.US).parse("3-jAN-2020", LocalDate::from));
        show("fraction", () -> new DateTimeFormatterBuilder().appendPattern("HH:mm:ss").appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true).toFormatter().format(l));
        show("own", () -> new DateTimeFormatterBuilder().appendText(ChronoField.DAY_OF_WEEK, Map.of(2L, "Dienstag")).toFormatter().format(l));
        show("pad", () -> new DateTimeFormatterBuilder().padNext(6, '*').appendValue(ChronoField.DAY_OF_MONTH).appendLiteral("|").toFormatter().format(l));
        show("reduced", () -> new DateTimeFormatterBuilder().appendValueReduced(ChronoField.YEAR, 2, 2, 1950).toFormatter().parse("49").get(ChronoField.YEAR));
        show("instant", () -> new DateTimeFormatterBuilder().appendInstant(3).toFormatter().format(Instant.ofEpochSecond(0, 123456789)));
        show("instant-1", () -> new DateTimeFormatterBuilder().appendInstant(-1).toFormatter().format(Instant.ofEpochSecond(0, 120000000)));
        show("fields", () -> DateTimeFormatter.ofPattern("yyyy-MM-dd").parse("2024-03-05").getLong(ChronoField.EPOCH_DAY));
        show("pattern", () -> DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, FormatStyle.SHORT, java.time.chrono.IsoChronology.INSTANCE, Locale.US));
        show("excess", () -> DateTimeFormatter.ofPattern("HH:mm").parse("24:00").query(DateTimeFormatter.parsedExcessDays()));
        show("appendable", () -> { StringBuffer sb = new StringBuffer("<"); DateTimeFormatter.ISO_DATE.formatTo(z, sb); return sb; });
        show("neg", () -> DateTimeFormatter.ofPattern("yyyy G").format(LocalDate.of(-44, 3, 15)) + DateTimeFormatter.ofPattern(" uuuu").format(LocalDate.of(-44, 3, 15)));
        show("big", () -> LocalDate.of(12345, 1, 2) + " " + LocalDate.parse("+12345-01-02"));
    }
}
