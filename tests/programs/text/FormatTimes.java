import java.util.*;

public class FormatTimes {
    public static void main(String[] args) {
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        Date d = new Date(1234567890123L);
        Calendar c = new GregorianCalendar(2021, Calendar.JULY, 4, 0, 5, 9);
        Object[] values = {d, 1234567890123L, c, java.time.ZonedDateTime.of(2020, 2, 29, 13, 4, 5, 6007008, java.time.ZoneId.of("Europe/Paris"))};
        for (Object v : values) {
            for (char k : "HIklMSLNpzZsQBbhAaCYyjmdeRTrDFc".toCharArray()) {
                System.out.print(k + "=" + String.format("%t" + k + "|%<T" + k, v) + " ");
            }
            System.out.println();
        }
        System.out.println(String.format("%1$tY-%1$tm-%1$td %2$s %1$tH:%1$tM [%1$20tB] [%1$-10ta]", c, "x"));
        System.out.println(String.format("%tF %<tT", java.time.LocalDateTime.of(2001, 2, 3, 4, 5, 6)) + " " + String.format("%tR", (Object) null));
        for (Object[] bad : new Object[][] {{"%tH", java.time.LocalDate.of(2000, 1, 1)}, {"%tY", "text"}, {"%tq", d}, {"%t", d}, {"%#tY", d}, {"%-tY", d}, {"%tY", 5}}) {
            try {
                System.out.println(String.format((String) bad[0], bad[1]));
            } catch (RuntimeException e) {
                System.out.println(e);
            }
        }
        System.out.println(d.toInstant() + " " + Date.from(java.time.Instant.ofEpochMilli(5)).getTime() + " " + ((GregorianCalendar) c).toZonedDateTime()
                + " " + GregorianCalendar.from(java.time.ZonedDateTime.parse("2000-01-02T03:04:05Z")).getTimeInMillis()
                + " " + TimeZone.getTimeZone(java.time.ZoneId.of("+02:00")).getID() + " " + TimeZone.getDefault().toZoneId());
    }
}
