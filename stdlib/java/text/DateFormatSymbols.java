package java.text;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import rvm.internal.LocaleData;

/** The words that dates are written with; by locale. */
public class DateFormatSymbols implements Serializable, Cloneable {
    private String[] eras;
    private String[] months;
    private String[] shortMonths;
    private String[] weekdays;
    private String[] shortWeekdays;
    private String[] ampms;
    private String[][] zoneStrings;
    private String localPatternChars;

    public DateFormatSymbols() {
        this(Locale.getDefault(Locale.Category.FORMAT));
    }

    public DateFormatSymbols(Locale locale) {
        Objects.requireNonNull(locale);
        localPatternChars = "GyMdkHmsSEDFwWahKzZ";
        eras = LocaleData.eras(locale, 1).clone();
        months = Arrays.copyOf(LocaleData.months(locale, 0), 13);
        months[12] = "";
        shortMonths = Arrays.copyOf(LocaleData.months(locale, 1), 13);
        shortMonths[12] = "";
        weekdays = fromSunday(LocaleData.days(locale, 0));
        shortWeekdays = fromSunday(LocaleData.days(locale, 1));
        ampms = LocaleData.halves(locale).clone();
    }

    private static String[] fromSunday(String[] days) {
        String[] all = new String[8];
        all[0] = "";
        all[1] = days[6];
        System.arraycopy(days, 0, all, 2, 6);
        return all;
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
