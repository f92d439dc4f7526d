package java.time.format;

import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.LinkedHashMap;
import java.util.Map;

/** English names of fields and zones. */
final class Texts {
    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December"};
    private static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    private static final String[] QUARTERS = {"1st quarter", "2nd quarter", "3rd quarter", "4th quarter"};

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
    static String text(TemporalField field, long value, TextStyle style) {
        int i = (int) value;
        TextStyle s = style.asNormal();
        if (field == ChronoField.MONTH_OF_YEAR) {
            return value >= 1 && value <= 12 ? cut(MONTHS[i - 1], s) : null;
        }
        if (field == ChronoField.DAY_OF_WEEK) {
            return value >= 1 && value <= 7 ? cut(DAYS[i - 1], s) : null;
        }
        if (field == ChronoField.AMPM_OF_DAY) {
            return value == 0 ? s == TextStyle.NARROW ? "a" : "AM" : value == 1 ? s == TextStyle.NARROW ? "p" : "PM" : null;
        }
        if (field == ChronoField.ERA) {
            if (value != 0 && value != 1) {
                return null;
            }
            return s == TextStyle.FULL ? value == 0 ? "Before Christ" : "Anno Domini"
                    : s == TextStyle.SHORT ? value == 0 ? "BC" : "AD" : value == 0 ? "B" : "A";
        }
        if (field == IsoFields.QUARTER_OF_YEAR) {
            if (value < 1 || value > 4) {
                return null;
            }
            return s == TextStyle.FULL ? QUARTERS[i - 1] : s == TextStyle.SHORT ? "Q" + i : Integer.toString(i);
        }
        return null;
    }

    private static String cut(String name, TextStyle style) {
        return style == TextStyle.FULL ? name : name.substring(0, style == TextStyle.SHORT ? 3 : 1);
    }

    /** All texts of a field with their values, or null if it has none. */
    static Map<String, Long> all(TemporalField field, TextStyle style) {
        LinkedHashMap<String, Long> map = new LinkedHashMap<>();
        TextStyle[] styles = style == null ? new TextStyle[] {TextStyle.FULL, TextStyle.SHORT, TextStyle.NARROW} : new TextStyle[] {style};
        for (TextStyle s : styles) {
            for (long v = 0; v <= 12; v++) {
                String t = text(field, v, s);
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

    /** The English pattern of a localised format. */
    static String pattern(FormatStyle date, FormatStyle time) {
        String d = date == null ? "" : date == FormatStyle.SHORT ? "M/d/yy"
                : date == FormatStyle.MEDIUM ? "MMM d, y" : date == FormatStyle.LONG ? "MMMM d, y" : "EEEE, MMMM d, y";
        String t = time == null ? "" : time == FormatStyle.SHORT ? "h:mm a"
                : time == FormatStyle.MEDIUM ? "h:mm:ss a" : time == FormatStyle.LONG ? "h:mm:ss a z" : "h:mm:ss a zzzz";
        if (date == null || time == null) {
            return d + t;
        }
        return d + (date == FormatStyle.FULL || date == FormatStyle.LONG ? " 'at' " : ", ") + t;
    }
}
