package java.time.format;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.INSTANT_SECONDS;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.OFFSET_SECONDS;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.Chronology;
import java.time.chrono.Era;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import rvm.internal.time.TzData;

/** Parts of a formatter that are texts. */
final class TextElements {
    private TextElements() {
    }

    /** The name of a field's value. */
    static final class Text extends Element {
        private final TemporalField field;
        private final TextStyle style;
        private final Map<Long, String> own;

        Text(TemporalField field, TextStyle style, Map<Long, String> own) {
            this.field = field;
            this.style = style;
            this.own = own;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Long value = context.value(field);
            if (value == null) {
                return false;
            }
            String text = own != null ? own.get(value) : named(context, value);
            if (text == null) {
                return new NumberElements.Value(field, 1, 19, SignStyle.NORMAL, 0).print(context, out);
            }
            out.append(text);
            return true;
        }

        private String named(PrintContext context, long value) {
            Chronology chrono = context.temporal.query(TemporalQueries.chronology());
            if (field == ChronoField.ERA && chrono != null && !chrono.getId().equals("ISO")) {
                return chrono.eraOf((int) value).toString();
            }
            return Texts.text(field, value, style, context.locale());
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            int length = text.length();
            if (at < 0 || at > length) {
                throw new IndexOutOfBoundsException();
            }
            String best = null;
            long value = 0;
            if (own != null) {
                for (Map.Entry<Long, String> e : own.entrySet()) {
                    String t = e.getValue();
                    if ((best == null || t.length() > best.length()) && context.same(t, 0, text, at, t.length())) {
                        best = t;
                        value = e.getKey();
                    }
                }
            } else {
                Map<String, Long> all = Texts.all(field, context.strict ? style : null, context.locale());
                if (all != null) {
                    for (Map.Entry<String, Long> e : all.entrySet()) {
                        String t = e.getKey();
                        if ((best == null || t.length() > best.length()) && context.same(t, 0, text, at, t.length())) {
                            best = t;
                            value = e.getValue();
                        }
                    }
                    if (best == null && field == ChronoField.ERA && !context.strict) {
                        for (Era era : context.chronology().eras()) {
                            String t = era.toString();
                            if (context.same(t, 0, text, at, t.length())) {
                                return context.set(field, era.getValue(), at, at + t.length());
                            }
                        }
                    }
                }
            }
            if (best != null) {
                return context.set(field, value, at, at + best.length());
            }
            boolean hasTexts = own != null || Texts.all(field, null, context.locale()) != null;
            if (hasTexts && context.strict) {
                return ~at;
            }
            return new NumberElements.Value(field, 1, 19, SignStyle.NORMAL, 0).parse(context, text, at);
        }

        @Override
        public String toString() {
            return style == TextStyle.FULL ? "Text(" + field + ")" : "Text(" + field + "," + style + ")";
        }
    }

    /** An offset by one of the known patterns. */
    static final class Offset extends Element {
        static final String[] PATTERNS = {"+HH", "+HHmm", "+HH:mm", "+HHMM", "+HH:MM", "+HHMMss", "+HH:MM:ss", "+HHMMSS", "+HH:MM:SS",
            "+HHmmss", "+HH:mm:ss", "+H", "+Hmm", "+H:mm", "+HMM", "+H:MM", "+HMMss", "+H:MM:ss", "+HMMSS", "+H:MM:SS", "+Hmmss", "+H:mm:ss"};
        static final Offset ID_Z = new Offset("+HH:MM:ss", "Z");
        static final Offset ID_ZERO = new Offset("+HH:MM:ss", "0");

        private final String noOffset;
        private final int type;

        Offset(String pattern, String noOffset) {
            int found = -1;
            for (int i = 0; i < PATTERNS.length; i++) {
                if (PATTERNS[i].equals(pattern)) {
                    found = i;
                }
            }
            if (found < 0) {
                throw new IllegalArgumentException("Invalid zone offset pattern: " + pattern);
            }
            this.type = found;
            this.noOffset = noOffset;
        }

        private boolean colon() {
            int k = type % 11;
            return k > 0 && k % 2 == 0;
        }

        private boolean paddedHour() {
            return type < 11;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Long value = context.value(OFFSET_SECONDS);
            if (value == null) {
                return false;
            }
            int total = Math.toIntExact(value);
            if (total == 0) {
                out.append(noOffset);
                return true;
            }
            int h = Math.abs(total / 3600 % 100);
            int m = Math.abs(total / 60 % 60);
            int s = Math.abs(total % 60);
            int from = out.length();
            int output = h;
            out.append(total < 0 ? '-' : '+');
            if (paddedHour() || h >= 10) {
                two(out, false, h);
            } else {
                out.append((char) (h + '0'));
            }
            int k = type % 11;
            if (k >= 3 && k <= 8 || k >= 9 && s > 0 || k >= 1 && m > 0) {
                two(out, colon(), m);
                output += m;
                if (k == 7 || k == 8 || k >= 5 && s > 0) {
                    two(out, colon(), s);
                    output += s;
                }
            }
            if (output == 0) {
                out.setLength(from);
                out.append(noOffset);
            }
            return true;
        }

        static void two(StringBuilder out, boolean colon, int value) {
            out.append(colon ? ":" : "").append((char) (value / 10 + '0')).append((char) (value % 10 + '0'));
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            int length = text.length();
            int none = noOffset.length();
            if (none == 0) {
                if (at == length) {
                    return context.set(OFFSET_SECONDS, 0, at, at);
                }
            } else {
                if (at == length) {
                    return ~at;
                }
                if (context.same(text, at, noOffset, 0, none)) {
                    return context.set(OFFSET_SECONDS, 0, at, at + none);
                }
            }
            char sign = text.charAt(at);
            if (sign == '+' || sign == '-') {
                int[] parts = new int[3];
                int end = context.strict ? strict(text, at + 1, parts) : lenient(text, at + 1, parts);
                if (end >= 0) {
                    if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) {
                        throw new DateTimeException("Value out of range: Hour[0-23], Minute[0-59], Second[0-59]");
                    }
                    long total = parts[0] * 3600L + parts[1] * 60L + parts[2];
                    return context.set(OFFSET_SECONDS, sign == '-' ? -total : total, at, end);
                }
            }
            return none == 0 ? context.set(OFFSET_SECONDS, 0, at, at) : ~at;
        }

        private static int digits(CharSequence t, int at) {
            if (at + 2 > t.length()) {
                return -1;
            }
            char a = t.charAt(at);
            char b = t.charAt(at + 1);
            return a < '0' || a > '9' || b < '0' || b > '9' ? -1 : (a - '0') * 10 + b - '0';
        }

        /** One more pair of digits, with its colon; -1 if there is none. */
        private static int pair(CharSequence t, int at, boolean colon, int[] parts, int i) {
            int p = at;
            if (colon) {
                if (p + 1 > t.length() || t.charAt(p) != ':') {
                    return -1;
                }
                p++;
            }
            int v = digits(t, p);
            if (v < 0 || v > 59 && i > 0) {
                return -1;
            }
            parts[i] = v;
            return p + 2;
        }

        private int strict(CharSequence t, int at, int[] parts) {
            int k = type % 11;
            int p = at;
            if (paddedHour()) {
                p = pair(t, p, false, parts, 0);
                if (p < 0) {
                    return -1;
                }
            } else {
                int run = 0;
                while (p + run < t.length() && t.charAt(p + run) >= '0' && t.charAt(p + run) <= '9') {
                    run++;
                }
                // Without a colon the number of digits tells how many belong to the hour.
                int hourDigits = colon() || k == 0 ? Math.min(run, 2) : run % 2 == 0 ? 2 : 1;
                if (run == 0 || hourDigits > run) {
                    return -1;
                }
                parts[0] = Integer.parseInt(t.subSequence(p, p + hourDigits).toString());
                p += hourDigits;
            }
            boolean needMinute = k >= 3 && k <= 8;
            boolean needSecond = k == 7 || k == 8;
            if (k == 0) {
                return p;
            }
            int q = pair(t, p, colon(), parts, 1);
            if (q < 0) {
                return needMinute ? -1 : p;
            }
            p = q;
            if (k >= 5) {
                q = pair(t, p, colon(), parts, 2);
                if (q < 0) {
                    return needSecond ? -1 : p;
                }
                p = q;
            }
            return p;
        }

        private int lenient(CharSequence t, int at, int[] parts) {
            int p = at;
            int run = 0;
            while (p + run < t.length() && t.charAt(p + run) >= '0' && t.charAt(p + run) <= '9') {
                run++;
            }
            if (run == 0) {
                return -1;
            }
            int hourDigits = run <= 2 ? run : run % 2 == 0 ? 2 : 1;
            parts[0] = Integer.parseInt(t.subSequence(p, p + hourDigits).toString());
            p += hourDigits;
            for (int i = 1; i <= 2; i++) {
                int q = pair(t, p, p < t.length() && t.charAt(p) == ':', parts, i);
                if (q < 0) {
                    return p;
                }
                p = q;
            }
            return p;
        }

        @Override
        public String toString() {
            return "Offset(" + PATTERNS[type] + ",'" + noOffset.replace("'", "''") + "')";
        }
    }

    /** GMT+8:00. */
    static final class LocalizedOffset extends Element {
        private final TextStyle style;

        LocalizedOffset(TextStyle style) {
            this.style = style;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Long value = context.value(OFFSET_SECONDS);
            if (value == null) {
                return false;
            }
            out.append("GMT");
            int total = Math.toIntExact(value);
            if (total != 0) {
                int h = Math.abs(total / 3600 % 100);
                int m = Math.abs(total / 60 % 60);
                int s = Math.abs(total % 60);
                out.append(total < 0 ? '-' : '+');
                if (style == TextStyle.FULL) {
                    Offset.two(out, false, h);
                    Offset.two(out, true, m);
                    if (s != 0) {
                        Offset.two(out, true, s);
                    }
                } else {
                    out.append(h);
                    if (m != 0 || s != 0) {
                        Offset.two(out, true, m);
                        if (s != 0) {
                            Offset.two(out, true, s);
                        }
                    }
                }
            }
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            if (!context.same(text, at, "GMT", 0, 3)) {
                return ~at;
            }
            int p = at + 3;
            int length = text.length();
            if (p == length || text.charAt(p) != '+' && text.charAt(p) != '-') {
                return context.set(OFFSET_SECONDS, 0, at, p);
            }
            int sign = text.charAt(p++) == '-' ? -1 : 1;
            int from = p;
            int h = 0;
            while (p < length && p < from + 2 && text.charAt(p) >= '0' && text.charAt(p) <= '9') {
                h = h * 10 + text.charAt(p++) - '0';
            }
            if (p == from || style == TextStyle.FULL && p != from + 2) {
                return ~at;
            }
            int total = h * 3600;
            for (int unit = 60; unit >= 1; unit /= 60) {
                if (p + 2 < length && text.charAt(p) == ':' && Offset.digits(text, p + 1) >= 0) {
                    total += Offset.digits(text, p + 1) * unit;
                    p += 3;
                } else {
                    if (unit == 60 && style == TextStyle.FULL) {
                        return ~at;
                    }
                    break;
                }
            }
            return context.set(OFFSET_SECONDS, (long) sign * total, at, p);
        }

        @Override
        public String toString() {
            return "LocalizedOffset(" + style + ")";
        }
    }

    /** A zone's identifier. */
    static class Zone extends Element {
        private final TemporalQuery<ZoneId> query;
        private final String description;

        Zone(TemporalQuery<ZoneId> query, String description) {
            this.query = query;
            this.description = description;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            ZoneId zone = context.value(query);
            if (zone == null) {
                return false;
            }
            out.append(zone.getId());
            return true;
        }

        /** Another reading of a name; null if there is none. */
        ZoneId named(String name) {
            return null;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            int length = text.length();
            if (at > length) {
                throw new IndexOutOfBoundsException();
            }
            if (at == length) {
                return ~at;
            }
            char next = text.charAt(at);
            if (next == '+' || next == '-') {
                return offset(context, text, at, at, Offset.ID_Z);
            }
            if (length >= at + 2) {
                char second = text.charAt(at + 1);
                if (context.same(next, 'U') && context.same(second, 'T')) {
                    if (length >= at + 3 && context.same(text.charAt(at + 2), 'C')) {
                        return offset(context, text, at, at + 3, length == at + 3 ? null : Offset.ID_ZERO);
                    }
                    return offset(context, text, at, at + 2, Offset.ID_ZERO);
                }
                if (context.same(next, 'G') && length >= at + 3 && context.same(second, 'M') && context.same(text.charAt(at + 2), 'T')) {
                    if (length >= at + 4 && context.same(text.charAt(at + 3), '0')) {
                        context.setZone(ZoneId.of("GMT0"));
                        return at + 4;
                    }
                    return offset(context, text, at, at + 3, Offset.ID_ZERO);
                }
            }
            int end = at;
            while (end < length && (Character.isLetterOrDigit(text.charAt(end)) || "/_-+~. ".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            for (int e = end; e > at + 1; e--) {
                String name = text.subSequence(at, e).toString();
                ZoneId zone = named(name);
                if (zone == null && name.indexOf(' ') < 0) {
                    if (TzData.of(name) != null) {
                        zone = ZoneId.of(name);
                    } else if (!context.caseSensitive) {
                        for (String id : TzData.ids()) {
                            if (id.equalsIgnoreCase(name)) {
                                zone = ZoneId.of(id);
                                break;
                            }
                        }
                    }
                }
                if (zone != null) {
                    context.setZone(zone);
                    return e;
                }
            }
            if (context.same(next, 'Z')) {
                context.setZone(ZoneOffset.UTC);
                return at + 1;
            }
            return ~at;
        }

        private static int offset(ParseContext context, CharSequence text, int prefix, int at, Offset parser) {
            String name = text.subSequence(prefix, at).toString().toUpperCase(Locale.ROOT);
            if (parser == null || at >= text.length() || text.charAt(at) == '0' || context.same(text.charAt(at), 'Z')
                    || text.charAt(at) != '+' && text.charAt(at) != '-') {
                context.setZone(ZoneId.of(name.isEmpty() ? "Z" : name));
                return at;
            }
            ParseContext inner = new ParseContext(context.formatter);
            int end = parser.parse(inner, text, at);
            try {
                if (end < 0) {
                    if (parser == Offset.ID_Z) {
                        return ~prefix;
                    }
                    context.setZone(ZoneId.of(name));
                    return at;
                }
                int seconds = inner.current().values.get(OFFSET_SECONDS).intValue();
                ZoneOffset offset = ZoneOffset.ofTotalSeconds(seconds);
                context.setZone(name.isEmpty() ? offset : ZoneId.ofOffset(name, offset));
                return end;
            } catch (DateTimeException e) {
                return ~prefix;
            }
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** A zone's name. */
    static final class ZoneText extends Zone {
        private final TextStyle style;
        private final Set<ZoneId> preferred;
        private final boolean generic;

        ZoneText(TextStyle style, Set<ZoneId> preferred, boolean generic) {
            super(TemporalQueries.zone(), "ZoneText(" + style + ")");
            this.style = Objects.requireNonNull(style, "textStyle");
            this.preferred = preferred;
            this.generic = generic;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            ZoneId zone = context.value(TemporalQueries.zoneId());
            if (zone == null) {
                return false;
            }
            TzData data = zone instanceof ZoneOffset ? null : TzData.of(zone.getId());
            boolean full = style.asNormal() == TextStyle.FULL;
            if (data == null) {
                out.append(zone.getId());
                return true;
            }
            boolean any = generic;
            long instant = 0;
            if (context.temporal.isSupported(INSTANT_SECONDS)) {
                instant = context.temporal.getLong(INSTANT_SECONDS);
            } else if (context.temporal.isSupported(ChronoField.EPOCH_DAY)
                    && context.temporal.isSupported(ChronoField.NANO_OF_DAY)) {
                LocalDateTime local = LocalDateTime.of(LocalDate.ofEpochDay(context.temporal.getLong(
                        ChronoField.EPOCH_DAY)),
                        LocalTime.ofNanoOfDay(context.temporal.getLong(ChronoField.NANO_OF_DAY)));
                instant = local.toEpochSecond(zone.getRules().getOffset(local));
            } else {
                any = true;
                instant = data.rule != null ? 1577836800L : Instant.now().getEpochSecond();
            }
            String name = Texts.zone(zone, data.nameAt(instant), full);
            if (any && full) {
                name = Texts.generic(name);
            } else if (any && name.length() == 3 && (name.endsWith("ST") || name.endsWith("DT")) && data.rule != null && data.rule.hasSummerTime()) {
                name = name.charAt(0) + "T";
            }
            out.append(name);
            return true;
        }

        private static final String[][] COMMON = {{"EST", "America/New_York"}, {"EDT", "America/New_York"}, {"CST", "America/Chicago"},
            {"CDT", "America/Chicago"}, {"MST", "America/Denver"}, {"MDT", "America/Denver"}, {"PST", "America/Los_Angeles"},
            {"PDT", "America/Los_Angeles"}, {"CET", "Europe/Paris"}, {"CEST", "Europe/Paris"}, {"EET", "Europe/Athens"},
            {"EEST", "Europe/Athens"}, {"BST", "Europe/London"}, {"JST", "Asia/Tokyo"}, {"IST", "Asia/Kolkata"}, {"MSK", "Europe/Moscow"},
            {"KST", "Asia/Seoul"}, {"AEST", "Australia/Sydney"}, {"AEDT", "Australia/Sydney"}, {"NZST", "Pacific/Auckland"},
            {"NZDT", "Pacific/Auckland"}, {"HST", "Pacific/Honolulu"}, {"AKST", "America/Anchorage"}, {"AKDT", "America/Anchorage"}};

        @Override
        ZoneId named(String name) {
            for (String[] row : COMMON) {
                ZoneId common = null;
                if (name.equals(row[0]) || name.equals(Texts.zone(ZoneOffset.UTC, row[0], true))) {
                    if (TzData.of(row[1]) == null) {
                        return null;
                    }
                    common = ZoneId.of(row[1]);
                }
                if (common != null) {
                    if (preferred != null) {
                        for (ZoneId zone : preferred) {
                            TzData data = TzData.of(zone.getId());
                            if (data != null && (data.nameAt(1577836800L).equals(row[0]) || data.nameAt(1593561600L).equals(row[0]))) {
                                return zone;
                            }
                        }
                    }
                    return common;
                }
            }
            return null;
        }
    }

    /** The name of a calendar. */
    static final class ChronologyElement extends Element {
        private final TextStyle style;

        ChronologyElement(TextStyle style) {
            this.style = style;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Chronology chrono = context.value(TemporalQueries.chronology());
            if (chrono == null) {
                return false;
            }
            out.append(text(chrono));
            return true;
        }

        private String text(Chronology chrono) {
            return style == null ? chrono.getId() : chrono.getId().equals("ISO") ? "ISO" : chrono.getId();
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            if (at < 0 || at > text.length()) {
                throw new IndexOutOfBoundsException();
            }
            Chronology best = null;
            int length = -1;
            for (Chronology chrono : Chronology.getAvailableChronologies()) {
                String name = text(chrono);
                if (name.length() > length && context.same(text, at, name, 0, name.length())) {
                    best = chrono;
                    length = name.length();
                }
            }
            if (best == null) {
                return ~at;
            }
            context.current().chrono = best;
            return at + length;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /** A format by style, known when the locale is. */
    static final class Localized extends Element {
        private final FormatStyle date;
        private final FormatStyle time;

        Localized(FormatStyle date, FormatStyle time) {
            this.date = date;
            this.time = time;
        }

        private Composite element(Locale locale) {
            return new DateTimeFormatterBuilder().appendPattern(Texts.pattern(date, time, locale)).toFormatter(locale).element(false);
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            return element(context.locale()).print(context, out);
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            return element(context.locale()).parse(context, text, at);
        }

        @Override
        public String toString() {
            return "Localized(" + (date != null ? date : "") + "," + (time != null ? time : "") + ")";
        }
    }

    /** In the morning, at night. */
    static final class DayPeriod extends Element {
        private static final Object[][] PERIODS = {
            {"midnight", "midnight", "mi", 0, 0}, {"noon", "noon", "n", 720, 720},
            {"in the morning", "in the morning", "in the morning", 360, 720},
            {"in the afternoon", "in the afternoon", "in the afternoon", 720, 1080},
            {"in the evening", "in the evening", "in the evening", 1080, 1260}, {"at night", "at night", "at night", 1260, 360},
        };
        private final TextStyle style;

        DayPeriod(TextStyle style) {
            this.style = style;
        }

        private String name(Object[] row) {
            TextStyle s = style.asNormal();
            return (String) row[s == TextStyle.FULL ? 0 : s == TextStyle.SHORT ? 1 : 2];
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Long hour = context.value(HOUR_OF_DAY);
            if (hour == null) {
                return false;
            }
            Long minute = context.temporal.isSupported(MINUTE_OF_HOUR) ? (Long) context.temporal.getLong(MINUTE_OF_HOUR) : (Long) 0L;
            int at = (int) Math.floorMod(hour, 24L) * 60 + minute.intValue();
            for (Object[] row : PERIODS) {
                int from = (Integer) row[3];
                int to = (Integer) row[4];
                if (from == to ? at == from : from < to ? at >= from && at < to : at >= from || at < to) {
                    out.append(name(row));
                    return true;
                }
            }
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            for (Object[] row : PERIODS) {
                String name = name(row);
                if (context.same(text, at, name, 0, name.length())) {
                    context.current().dayPeriod = new int[] {(Integer) row[3], (Integer) row[4]};
                    return at + name.length();
                }
            }
            return ~at;
        }

        @Override
        public String toString() {
            return "DayPeriod(" + style + ")";
        }
    }
}
