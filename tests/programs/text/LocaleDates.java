import java.text.DateFormat;
import java.text.DateFormatSymbols;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** Dates in the words of many locales, by java.time, java.text and String.format. */
public class LocaleDates {
    private static final String[] LOCALES = ("en-US en-GB en-CA en-AU en-IN en-ZA de-DE de-AT de-CH fr-FR fr-CA it-IT es-ES es-MX pt-BR pt-PT nl-NL sv-SE da-DK"
            + " nb-NO fi-FI pl-PL cs-CZ sk-SK hu-HU ro-RO bg-BG hr-HR uk-UA ru-RU el-GR tr-TR ja-JP ko-KR zh-CN zh-TW ar-EG he-IL hi-IN th vi-VN id-ID"
            + " et-EE lv-LV lt-LT ca-ES").split(" ");

    public static void main(String[] args) {
        LocalDateTime t = LocalDateTime.of(2024, 9, 5, 14, 7, 9);
        GregorianCalendar c = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        c.clear();
        c.set(2024, 8, 5, 14, 7, 9);
        for (String tag : LOCALES) {
            Locale l = Locale.forLanguageTag(tag);
            System.out.println("--- " + tag);
            for (FormatStyle s : FormatStyle.values()) {
                System.out.println(DateTimeFormatter.ofLocalizedDate(s).withLocale(l).format(t));
            }
            System.out.println(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(l).format(t));
            System.out.println(DateTimeFormatter.ofPattern("EEEE d MMMM, EEE MMM LLLL ccc QQQ QQQQ a", l).format(t));
            DateFormat f = DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.MEDIUM, l);
            f.setTimeZone(c.getTimeZone());
            System.out.println(f.format(c.getTime()));
            System.out.println(new SimpleDateFormat("EEE, d MMM yyyy", l).format(c.getTime()));
            System.out.println(String.format(l, "%tA %<ta %<tB %<tb %<td %<tY|%,d|%.2f", c, 1234567, -0.5));
            System.out.println(Arrays.toString(DateFormatSymbols.getInstance(l).getShortWeekdays()) + DecimalFormatSymbols.getInstance(l).getZeroDigit());
            System.out.println(Month.MAY.getDisplayName(TextStyle.FULL_STANDALONE, l) + " " + DayOfWeek.SUNDAY.getDisplayName(TextStyle.NARROW, l));
            DateTimeFormatter medium = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(l);
            System.out.println(LocalDate.parse(medium.format(t), medium));
        }
    }
}
