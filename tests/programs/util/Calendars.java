import java.text.*;
import java.util.*;

public class Calendars {
    static String show(Calendar c) {
        StringBuilder sb = new StringBuilder();
        for (int f = 0; f < Calendar.FIELD_COUNT; f++) {
            sb.append(c.get(f)).append(' ');
        }
        return sb.append(c.getTimeInMillis()).toString();
    }

    static void actual(Calendar c) {
        StringBuilder sb = new StringBuilder("  max");
        for (int f = 0; f < Calendar.ZONE_OFFSET; f++) {
            sb.append(' ').append(c.getActualMaximum(f));
        }
        System.out.println(sb);
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        long[] times = {0, -1, 1583020800000L, 1604210400000L, -12219292800000L, -12219292800001L, -62135769600000L, -70000000000000L,
            4102444800000L, 1700000000123L, 951782400000L, 1615705200000L, 1615708800000L, 1636264800000L, 1636268400000L};
        for (String zone : new String[] {"UTC", "America/New_York", "Europe/Paris", "Asia/Kolkata", "Australia/Sydney"}) {
            for (long t : times) {
                GregorianCalendar c = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.US);
                c.setTimeInMillis(t);
                System.out.println(zone + " " + show(c) + " " + c.getWeekYear() + " " + c.isLeapYear(c.get(Calendar.YEAR)));
                if (c.get(Calendar.YEAR) != 1582 && c.get(Calendar.ERA) == 1) {
                    actual(c);
                }
            }
        }
        GregorianCalendar g = new GregorianCalendar(2020, Calendar.JANUARY, 31, 13, 14, 15);
        System.out.println(g.getTime() + " " + g.get(Calendar.AM_PM));
        int[] fields = {Calendar.YEAR, Calendar.MONTH, Calendar.WEEK_OF_YEAR, Calendar.WEEK_OF_MONTH, Calendar.DATE, Calendar.DAY_OF_YEAR,
            Calendar.DAY_OF_WEEK, Calendar.DAY_OF_WEEK_IN_MONTH, Calendar.AM_PM, Calendar.HOUR, Calendar.HOUR_OF_DAY, Calendar.MINUTE,
            Calendar.SECOND, Calendar.MILLISECOND};
        for (int f : fields) {
            for (int n : new int[] {1, -1, 5, -13, 40}) {
                Calendar a = (Calendar) g.clone();
                a.add(f, n);
                Calendar r = (Calendar) g.clone();
                r.roll(f, n);
                System.out.println(f + " " + n + " " + a.getTimeInMillis() + " " + r.getTimeInMillis());
            }
        }
        Calendar gap = new GregorianCalendar(2021, Calendar.MARCH, 14, 2, 30);
        System.out.println(gap.getTime());
        Calendar twice = new GregorianCalendar(2021, Calendar.NOVEMBER, 7, 1, 30);
        System.out.println(twice.getTime());
        gap.add(Calendar.DATE, -1);
        System.out.println(gap.getTime());
        gap.add(Calendar.DATE, 1);
        System.out.println(gap.getTime());
        Calendar c = new GregorianCalendar(2021, 1, 31);
        System.out.println(c.getTime());
        c.clear();
        c.set(Calendar.YEAR, 2021);
        c.set(Calendar.WEEK_OF_YEAR, 10);
        c.set(Calendar.DAY_OF_WEEK, Calendar.WEDNESDAY);
        System.out.println(c.getTime());
        c.clear();
        c.set(Calendar.YEAR, 2021);
        c.set(Calendar.MONTH, Calendar.MAY);
        c.set(Calendar.DAY_OF_WEEK, Calendar.MONDAY);
        c.set(Calendar.DAY_OF_WEEK_IN_MONTH, -1);
        System.out.println(c.getTime());
        c.set(Calendar.DAY_OF_YEAR, 100);
        System.out.println(c.getTime());
        c.set(Calendar.HOUR, 11);
        c.set(Calendar.AM_PM, Calendar.PM);
        System.out.println(c.getTime() + " " + c.get(Calendar.HOUR_OF_DAY));
        c.setLenient(false);
        c.set(Calendar.MONTH, 13);
        try {
            c.getTime();
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        c.clear();
        c.set(2021, Calendar.FEBRUARY, 30);
        try {
            c.getTime();
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Calendar iso = new Calendar.Builder().setCalendarType("iso8601").setWeekDate(2020, 53, Calendar.SUNDAY).setTimeZone(TimeZone.getTimeZone("UTC")).build();
        System.out.println(iso.getTimeInMillis() + " " + iso.getFirstDayOfWeek() + " " + iso.getWeeksInWeekYear());
        System.out.println(new Calendar.Builder().setDate(2000, 1, 29).setTimeOfDay(1, 2, 3).build().getTime());
        GregorianCalendar uk = new GregorianCalendar(Locale.UK);
        uk.set(2021, 0, 3);
        System.out.println(uk.get(Calendar.WEEK_OF_YEAR) + " " + uk.getFirstDayOfWeek() + " " + uk.getMinimalDaysInFirstWeek());
        System.out.println(g.getDisplayName(Calendar.MONTH, Calendar.LONG, Locale.US) + g.getDisplayName(Calendar.DAY_OF_WEEK, Calendar.SHORT, Locale.US)
                + new TreeMap<>(g.getDisplayNames(Calendar.AM_PM, Calendar.ALL_STYLES, Locale.US)));
        System.out.println(new GregorianCalendar(2020, 1, 29).toString().replaceAll("zone=.*,firstDay", "firstDay"));
        System.out.println(g.before(gap) + " " + g.compareTo(gap) + " " + g.equals(g.clone()));
        TimeZone ny = TimeZone.getTimeZone("America/New_York");
        System.out.println(ny.getDisplayName() + " " + ny.getDisplayName(true, TimeZone.SHORT) + " " + ny.getRawOffset() + " " + ny.getDSTSavings() + " "
                + ny.useDaylightTime() + " " + ny.inDaylightTime(new Date(1625097600000L)) + " " + ny.getOffset(1625097600000L));
        for (String id : new String[] {"GMT+5", "GMT-03:30", "GMT+0530", "GMT+25", "nonsense", "PST", "GMT", "Etc/GMT+5", "GMT+1:5"}) {
            TimeZone z = TimeZone.getTimeZone(id);
            System.out.println(id + " " + z.getID() + " " + z.getRawOffset() + " " + z.getDisplayName());
        }
        SimpleTimeZone s = new SimpleTimeZone(-28800000, "Test/Zone", Calendar.APRIL, 1, -Calendar.SUNDAY, 7200000, Calendar.OCTOBER, -1, Calendar.SUNDAY, 7200000);
        for (long t = 954000000000L; t < 985000000000L; t += 5000000000L) {
            System.out.print(s.getOffset(t) + " ");
        }
        System.out.println(s);
        System.out.println(s.getOffset(1, 2000, 3, 2, 1, 7200000) + " " + s.getOffset(1, 2000, 3, 2, 1, 7199999));
        Date d = new Date(1234567890123L);
        System.out.println(d + " " + d.toGMTString() + " " + d.getYear() + " " + d.getMonth() + " " + d.getDate() + " " + d.getDay() + " " + d.getHours()
                + " " + d.getTimezoneOffset());
        d.setMonth(11);
        d.setHours(25);
        System.out.println(d + " " + new Date(99, 0, 1) + " " + Date.UTC(70, 0, 1, 0, 0, 0));
        for (String t : new String[] {"Sat, 12 Aug 1995 13:30:00 GMT", "Jan 5 2001 3:04 pm", "12/25/1995 10:20:30", "Mon Jan 1 00:00:00 EST 2001",
            "1 Feb 99", "Sat, 12 Aug 1995 13:30:00 GMT+0430"}) {
            System.out.println(Date.parse(t));
        }
        try {
            Date.parse("gibberish");
        } catch (IllegalArgumentException e) {
            System.out.println("bad date");
        }
    }
}
