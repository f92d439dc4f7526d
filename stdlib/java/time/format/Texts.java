package java.time.format;

import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import rvm.internal.LocaleData;

/** Names of fields, and English ones of zones. */
final class Texts {
    private static final String[][] ZONES = {
        {"UTC", "Coordinated Universal Time"}, {"GMT", "Greenwich Mean Time"}, {"WET", "Western European Standard Time"},
        {"WEST", "Western European Summer Time"}, {"CET", "Central European Standard Time"}, {"CEST", "Central European Summer Time"},
        {"EET", "Eastern European Standard Time"}, {"EEST", "Eastern European Summer Time"}, {"MSK", "Moscow Standard Time"},
        {"EST", "Eastern Standard Time"}, {"EDT", "Eastern Daylight Time"}, {"CST", "Central Standard Time"},
        {"CDT", "Central Daylight Time"}, {"MST", "Mountain Standard Time"}, {"MDT", "Mountain Daylight Time"},
        {"PST", "Pacific Standard Time"}, {"PDT", "Pacific Daylight Time"}, {"AKST", "Alaska Standard Time"},
        {"AKDT", "Alaska Daylight Time"}, {"HST", "Hawaii-Aleutian Standard Time"}, {"HDT", "Hawaii-Aleutian Daylight Time"},
        {"AST", "Atlantic Standard Time"}, {"ADT", "Atlantic Daylight Time"}, {"NST", "Newfoundland Standard Time"},
        {"NDT", "Newfoundland Daylight Time"}, {"JST", "Japan Standard Time"}, {"KST", "Korean Standard Time"},
        {"AEST", "Australian Eastern Standard Time"}, {"AEDT", "Australian Eastern Daylight Time"},
        {"ACST", "Australian Central Standard Time"}, {"ACDT", "Australian Central Daylight Time"},
        {"AWST", "Australian Western Standard Time"}, {"NZST", "New Zealand Standard Time"}, {"NZDT", "New Zealand Daylight Time"},
        {"SAST", "South Africa Standard Time"}, {"EAT", "East Africa Time"}, {"CAT", "Central Africa Time"},
        {"WAT", "West Africa Standard Time"}, {"HKT", "Hong Kong Standard Time"}, {"PKT", "Pakistan Standard Time"},
        {"BST", "British Summer Time"}, {"IDT", "Israel Daylight Time"}, {"ChST", "Chamorro Standard Time"},
        {"WIB", "Western Indonesia Time"}, {"WITA", "Central Indonesia Time"}, {"WIT", "Eastern Indonesia Time"},
        {"SST", "Samoa Standard Time"},
    };

    private Texts() {
    }

    /** The text of a field's value, or null if it has none. */
    static String text(TemporalField field, long value, TextStyle style, Locale locale) {
        TextStyle normal = style.asNormal();
        int s = normal == TextStyle.FULL ? 0 : normal == TextStyle.SHORT ? 1 : 2;
        int alone = style.isStandalone() ? 3 : 0;
        if (field == ChronoField.MONTH_OF_YEAR) {
            return of(LocaleData.months(locale, s + alone), value - 1);
        }
        if (field == ChronoField.DAY_OF_WEEK) {
            return of(LocaleData.days(locale, s + alone), value - 1);
        }
        if (field == ChronoField.AMPM_OF_DAY) {
            String[] halves = LocaleData.halves(locale);
            boolean english = s == 2 && locale.getLanguage().equals("en");
            return english ? of(new String[] {"a", "p"}, value) : of(halves, value);
        }
        if (field == ChronoField.ERA) {
            return of(LocaleData.eras(locale, s), value);
        }
        if (field == IsoFields.QUARTER_OF_YEAR) {
            return s == 2 ? of(new String[] {"1", "2", "3", "4"}, value - 1) : of(LocaleData.quarters(locale, s), value - 1);
        }
        return null;
    }

    private static String of(String[] words, long index) {
        return index >= 0 && index < words.length ? words[(int) index] : null;
    }

    /** All texts of a field with their values, or null if it has none. */
    static Map<String, Long> all(TemporalField field, TextStyle style, Locale locale) {
        LinkedHashMap<String, Long> map = new LinkedHashMap<>();
        TextStyle[] styles = style == null ? new TextStyle[] {TextStyle.FULL, TextStyle.SHORT, TextStyle.NARROW} : new TextStyle[] {style};
        for (TextStyle s : styles) {
            for (long v = 0; v <= 12; v++) {
                String t = text(field, v, s, locale);
                if (t != null) {
                    Long before = map.put(t, v);
                    if (before != null && before != v) {
                        // Two values of one text (narrow names) cannot be read.
                        map.put(t, -1L);
                    }
                }
            }
        }
        map.values().removeIf(v -> v < 0);
        return map.isEmpty() ? null : map;
    }

    /** The name of a zone by its abbreviation. */
    static String zone(ZoneId zone, String abbreviation, boolean full) {
        if (zone.getId().equals("Asia/Kolkata") || zone.getId().equals("Asia/Calcutta")) {
            return full ? "India Standard Time" : "IST";
        }
        if (zone.getId().equals("Asia/Shanghai")) {
            return full ? "China Standard Time" : "CST";
        }
        if (abbreviation.isEmpty() || abbreviation.charAt(0) == '+' || abbreviation.charAt(0) == '-') {
            return zone.getId();
        }
        if (!full) {
            return abbreviation;
        }
        for (String[] row : ZONES) {
            if (row[0].equals(abbreviation)) {
                return row[1];
            }
        }
        return abbreviation;
    }

    /** The generic name: Pacific Time for PST and PDT. */
    static String generic(String name) {
        return name.replace(" Standard", "").replace(" Daylight", "").replace(" Summer", "");
    }

    /** The pattern of a localised format. */
    static String pattern(FormatStyle date, FormatStyle time, Locale locale) {
        return LocaleData.datePattern(locale, date == null ? -1 : date.ordinal(), time == null ? -1 : time.ordinal());
    }
}
