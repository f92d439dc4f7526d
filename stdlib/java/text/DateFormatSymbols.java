package java.text;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;

/** The words that dates are written with; those of English for every locale. */
public class DateFormatSymbols implements Serializable, Cloneable {
    private static final String[] ERAS = {"BC", "AD"};
    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December", ""};
    private static final String[] WEEKDAYS = {"", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

    private String[] eras = ERAS.clone();
    private String[] months = MONTHS.clone();
    private String[] shortMonths = shortened(MONTHS);
    private String[] weekdays = WEEKDAYS.clone();
    private String[] shortWeekdays = shortened(WEEKDAYS);
    private String[] ampms = {"AM", "PM"};
    private String[][] zoneStrings;
    private String localPatternChars;

    public DateFormatSymbols() {
        this(Locale.getDefault(Locale.Category.FORMAT));
    }

    public DateFormatSymbols(Locale locale) {
        Objects.requireNonNull(locale);
        localPatternChars = "GyMdkHmsSEDFwWahKzZ";
        if (locale.getLanguage().isEmpty()) {
            months = shortMonths.clone();
            weekdays = shortWeekdays.clone();
        } else if (locale.getLanguage().equals("en") && (locale.getCountry().equals("GB") || locale.getCountry().equals("AU"))) {
            ampms = new String[] {"am", "pm"};
            if (locale.getCountry().equals("GB")) {
                shortMonths[8] = "Sept";
            }
        }
    }

    private static String[] shortened(String[] words) {
        String[] s = new String[words.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = words[i].isEmpty() ? "" : words[i].substring(0, 3);
        }
        return s;
    }

    public static Locale[] getAvailableLocales() {
        return Locale.getAvailableLocales();
    }

    public static final DateFormatSymbols getInstance() {
        return new DateFormatSymbols();
    }

    public static final DateFormatSymbols getInstance(Locale locale) {
        return new DateFormatSymbols(locale);
    }

    public String[] getEras() {
        return eras.clone();
    }

    public void setEras(String[] newEras) {
        eras = newEras.clone();
    }

    public String[] getMonths() {
        return months.clone();
    }

    public void setMonths(String[] newMonths) {
        months = newMonths.clone();
    }

    public String[] getShortMonths() {
        return shortMonths.clone();
    }

    public void setShortMonths(String[] newShortMonths) {
        shortMonths = newShortMonths.clone();
    }

    public String[] getWeekdays() {
        return weekdays.clone();
    }

    public void setWeekdays(String[] newWeekdays) {
        weekdays = newWeekdays.clone();
    }

    public String[] getShortWeekdays() {
        return shortWeekdays.clone();
    }

    public void setShortWeekdays(String[] newShortWeekdays) {
        shortWeekdays = newShortWeekdays.clone();
    }

    public String[] getAmPmStrings() {
        return ampms.clone();
    }

    public void setAmPmStrings(String[] newAmpms) {
        ampms = newAmpms.clone();
    }

    /** Zone names that were set; null if they are the usual ones. */
    String[][] ownZones() {
        return zoneStrings;
    }

    public String[][] getZoneStrings() {
        if (zoneStrings == null) {
            String[] ids = TimeZone.getAvailableIDs();
            String[][] all = new String[ids.length][];
            for (int i = 0; i < ids.length; i++) {
                TimeZone z = TimeZone.getTimeZone(ids[i]);
                all[i] = new String[] {ids[i], z.getDisplayName(false, TimeZone.LONG, Locale.US),
                    z.getDisplayName(false, TimeZone.SHORT, Locale.US), z.getDisplayName(true, TimeZone.LONG, Locale.US),
                    z.getDisplayName(true, TimeZone.SHORT, Locale.US)};
            }
            return all;
        }
        String[][] copy = new String[zoneStrings.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = zoneStrings[i].clone();
        }
        return copy;
    }

    public void setZoneStrings(String[][] newZoneStrings) {
        String[][] copy = new String[newZoneStrings.length][];
        for (int i = 0; i < copy.length; i++) {
            if (newZoneStrings[i].length < 5) {
                throw new IllegalArgumentException();
            }
            copy[i] = newZoneStrings[i].clone();
        }
        zoneStrings = copy;
    }

    public String getLocalPatternChars() {
        return localPatternChars;
    }

    public void setLocalPatternChars(String newLocalPatternChars) {
        localPatternChars = newLocalPatternChars.toString();
    }

    @Override
    public Object clone() {
        try {
            DateFormatSymbols other = (DateFormatSymbols) super.clone();
            other.eras = eras.clone();
            other.months = months.clone();
            other.shortMonths = shortMonths.clone();
            other.weekdays = weekdays.clone();
            other.shortWeekdays = shortWeekdays.clone();
            other.ampms = ampms.clone();
            return other;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(eras) * 31 + Arrays.hashCode(months) + Arrays.hashCode(weekdays) + localPatternChars.hashCode();
    }

    @Override
    public boolean equals(Object obj) {
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        DateFormatSymbols o = (DateFormatSymbols) obj;
        return Arrays.equals(eras, o.eras) && Arrays.equals(months, o.months) && Arrays.equals(shortMonths, o.shortMonths)
                && Arrays.equals(weekdays, o.weekdays) && Arrays.equals(shortWeekdays, o.shortWeekdays)
                && Arrays.equals(ampms, o.ampms) && Arrays.deepEquals(zoneStrings, o.zoneStrings)
                && localPatternChars.equals(o.localPatternChars);
    }
}
