import java.text.*;
import java.util.*;

public class DateFormats {
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        Date d = new Date(1234567890123L);
        for (String p : new String[] {"yyyy-MM-dd'T'HH:mm:ss.SSSZ", "EEE, d MMM yyyy HH:mm:ss Z", "yy/M/d h:mm a", "EEEE MMMM dd G yyyy", "D F w W E k K",
            "''yyyy''", "z zzzz X XX XXX", "YYYY-'W'ww-u", "yyyyy.MMMMM.dd GGG hh:mm aaa", "LLL LLLL L", "HHmmss", "y", "S SS SSSS", "'at' hh 'o''clock'"}) {
            SimpleDateFormat f = new SimpleDateFormat(p);
            System.out.println(p + " -> " + f.format(d) + " | " + f.toPattern() + " " + f.format(new Date(-99999999999999L)));
        }
        for (int s = 0; s < 4; s++) {
            System.out.println(DateFormat.getDateInstance(s).format(d) + " | " + DateFormat.getTimeInstance(s).format(d) + " | "
                    + DateFormat.getDateTimeInstance(s, 3 - s).format(d) + " | " + DateFormat.getDateInstance(s, Locale.UK).format(d));
        }
        System.out.println(DateFormat.getInstance().format(d) + " " + DateFormat.getDateTimeInstance().format(d));
        String[][] parses = {{"yyyy-MM-dd", "2020-02-30"}, {"yyyy-MM-dd HH:mm:ss", "2021-03-14 02:30:00"}, {"yyyyMMddHHmmss", "20200102030405"},
            {"MM/dd/yy", "1/2/99"}, {"MM/dd/yy", "1/2/5"}, {"MM/dd/yy", "01/02/05"}, {"d MMM yyyy", "5 march 2001"}, {"EEE, d MMM yyyy HH:mm:ss Z", "Fri, 13 Feb 2009 23:31:30 +0100"},
            {"yyyy-MM-dd'T'HH:mm:ssX", "2009-02-13T23:31:30Z"}, {"yyyy-MM-dd'T'HH:mm:ssXXX", "2009-02-13T23:31:30-05:30"}, {"h:mm a", "12:05 AM"}, {"h:mm a", "11:05 pm"},
            {"yyyy-MM-dd", "2020-1-2 trailing"}, {"yyyy-MM-dd", "not a date"}, {"HH:mm", "25:61"}, {"dd.MM.yyyy G", "01.01.0044 BC"}, {"yyyy-DDD", "2021-045"},
            {"HH:mm z", "10:00 PST"}, {"HH:mm z", "10:00 GMT+3"}, {"HH:mm zzzz", "10:00 Eastern Daylight Time"}, {"YYYY-ww-u", "2009-07-5"}, {"yyyy", "-5"}, {"SSS", "7"},
            {"hh:mm", "ab"}, {"yyyy-MM-dd", "2020-13-01"}, {"MMM d, yyyy", "Sep 9, 2010"}, {"H:m:s", " 1: 2:3"}, {"dd/MM/yyyy", "31/12/"}};
        for (String[] x : parses) {
            SimpleDateFormat f = new SimpleDateFormat(x[0]);
            ParsePosition pos = new ParsePosition(0);
            Date r = f.parse(x[1], pos);
            System.out.println(x[0] + " " + x[1] + " -> " + (r == null ? "null" : r.getTime() + "") + " " + pos.getIndex() + " " + pos.getErrorIndex());
            f = new SimpleDateFormat(x[0]);
            f.setLenient(false);
            try {
                System.out.println("  strict " + f.parse(x[1]).getTime());
            } catch (ParseException e) {
                System.out.println("  " + e.getMessage() + " " + e.getErrorOffset());
            }
        }
        for (String bad : new String[] {"yyyy-qq", "'open", "b"}) {
            try {
                new SimpleDateFormat(bad);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        FieldPosition fp = new FieldPosition(DateFormat.MONTH_FIELD);
        System.out.println(new SimpleDateFormat("dd MMMM yyyy").format(d, new StringBuffer("> "), fp) + " " + fp.getBeginIndex() + " " + fp.getEndIndex());
        System.out.println(new SimpleDateFormat("yyyy").equals(new SimpleDateFormat("yyyy")) + " " + new SimpleDateFormat("yyyy").hashCode());
        DateFormatSymbols s = new DateFormatSymbols(Locale.US);
        s.setShortMonths(new String[] {"J1", "F2", "M3", "A4", "M5", "J6", "J7", "A8", "S9", "O10", "N11", "D12", ""});
        System.out.println(new SimpleDateFormat("d MMM", s).format(d) + " " + Arrays.toString(s.getWeekdays()) + s.getLocalPatternChars());

        Object[] a = {7, d, "a 'disturbance' in the Force", 1234567.891, null};
        for (String p : new String[] {"At {1,time} on {1,date}, there was {2} on planet {0,number,integer}.", "{3} {3,number,#.#} {3,number,currency} {3,number,percent}",
            "{1,date,short} {1,time,long} {1,date,yyyy-MM}", "it''s '{0}' {0} '{'x'}'", "{0,choice,0#none|1#one|1<many {0}}", "{4} {9} {0}{2}", "", "plain", "{1}"}) {
            MessageFormat m = new MessageFormat(p);
            System.out.println(m.format(a) + " | " + m.toPattern() + " " + m.getFormats().length);
        }
        System.out.println(MessageFormat.format("{0} + {1} = {2}", 1, 2.5, "x"));
        for (String bad : new String[] {"{", "{a}", "{0,foo}", "{-1}", "{0,number"}) {
            try {
                new MessageFormat(bad);
                System.out.println("fine " + bad);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        Object[] r = new MessageFormat("{0,number} of {1}: {2}").parse("12 of many: rest");
        System.out.println(Arrays.toString(r));
        System.out.println(Arrays.toString(new MessageFormat("{1} {0}").parse("x y")) + Arrays.toString(new MessageFormat("a{0}b").parse("axxb")));
        try {
            new MessageFormat("a{0}b").parse("zzz");
        } catch (ParseException e) {
            System.out.println(e.getMessage() + e.getErrorOffset());
        }
    }
}
