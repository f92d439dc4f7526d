package java.time.format;

import java.time.ZoneId;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.time.temporal.TemporalField;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/** The state of parsing. */
final class ParseContext {
    final DateTimeFormatter formatter;
    boolean caseSensitive = true;
    boolean strict = true;
    private final ArrayList<Parsed> parsed = new ArrayList<>();

    ParseContext(DateTimeFormatter formatter) {
        this.formatter = formatter;
        parsed.add(new Parsed());
    }

    Locale locale() {
        return formatter.getLocale();
    }

    DecimalStyle decimals() {
        return formatter.getDecimalStyle();
    }

    Chronology chronology() {
        Chronology c = current().chrono;
        if (c == null) {
            c = formatter.getChronology();
        }
        return c == null ? IsoChronology.INSTANCE : c;
    }

    Parsed current() {
        return parsed.get(parsed.size() - 1);
    }

    void startOptional() {
        parsed.add(current().copy());
    }

    void endOptional(boolean successful) {
        parsed.remove(successful ? parsed.size() - 2 : parsed.size() - 1);
    }

    boolean same(CharSequence a, int aFrom, CharSequence b, int bFrom, int length) {
        if (aFrom + length > a.length() || bFrom + length > b.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!same(a.charAt(aFrom + i), b.charAt(bFrom + i))) {
                return false;
            }
        }
        return true;
    }

    boolean same(char a, char b) {
        return a == b || !caseSensitive
                && (Character.toUpperCase(a) == Character.toUpperCase(b) || Character.toLowerCase(a) == Character.toLowerCase(b));
    }

    /** Stores a value: the next position, or where it contradicts one before, the complement of the position. */
    int set(TemporalField field, long value, int errorPos, int successPos) {
        Long old = current().values.put(field, value);
        return old != null && old.longValue() != value ? ~errorPos : successPos;
    }

    void setZone(ZoneId zone) {
        current().zone = zone;
    }

    Parsed resolved(ResolverStyle style, Set<TemporalField> fields) {
        Parsed p = current();
        p.chrono = chronology();
        if (p.zone == null) {
            p.zone = formatter.getZone();
        }
        return p.resolve(style, fields);
    }
}
