package java.time.format;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.ERA;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Builds formatters. */
public final class DateTimeFormatterBuilder {
    private static final TemporalQuery<ZoneId> REGION_ONLY = temporal -> {
        ZoneId zone = temporal.query(TemporalQueries.zoneId());
        return zone instanceof ZoneOffset ? null : zone;
    };
    private static final Map<Character, TemporalField> FIELDS = new HashMap<>();

    static {
        FIELDS.put('G', ERA);
        FIELDS.put('y', ChronoField.YEAR_OF_ERA);
        FIELDS.put('u', YEAR);
        FIELDS.put('Q', IsoFields.QUARTER_OF_YEAR);
        FIELDS.put('q', IsoFields.QUARTER_OF_YEAR);
        FIELDS.put('M', MONTH_OF_YEAR);
        FIELDS.put('L', MONTH_OF_YEAR);
        FIELDS.put('D', ChronoField.DAY_OF_YEAR);
        FIELDS.put('d', DAY_OF_MONTH);
        FIELDS.put('F', ChronoField.ALIGNED_DAY_OF_WEEK_IN_MONTH);
        FIELDS.put('E', ChronoField.DAY_OF_WEEK);
        FIELDS.put('c', ChronoField.DAY_OF_WEEK);
        FIELDS.put('e', ChronoField.DAY_OF_WEEK);
        FIELDS.put('a', ChronoField.AMPM_OF_DAY);
        FIELDS.put('H', HOUR_OF_DAY);
        FIELDS.put('k', ChronoField.CLOCK_HOUR_OF_DAY);
        FIELDS.put('K', ChronoField.HOUR_OF_AMPM);
        FIELDS.put('h', ChronoField.CLOCK_HOUR_OF_AMPM);
        FIELDS.put('m', MINUTE_OF_HOUR);
        FIELDS.put('s', SECOND_OF_MINUTE);
        FIELDS.put('S', NANO_OF_SECOND);
        FIELDS.put('A', ChronoField.MILLI_OF_DAY);
        FIELDS.put('n', NANO_OF_SECOND);
        FIELDS.put('N', ChronoField.NANO_OF_DAY);
        FIELDS.put('g', JulianFields.MODIFIED_JULIAN_DAY);
    }

    private DateTimeFormatterBuilder active = this;
    private final DateTimeFormatterBuilder parent;
    private final List<Element> elements = new ArrayList<>();
    private final boolean optional;
    private int padWidth;
    private char padChar;
    // Where the number stands that adjacent numbers take digits from; -1 if there is none.
    private int valueIndex = -1;

    public DateTimeFormatterBuilder() {
        parent = null;
        optional = false;
    }

    private DateTimeFormatterBuilder(DateTimeFormatterBuilder parent, boolean optional) {
        this.parent = parent;
        this.optional = optional;
    }

    public static String getLocalizedDateTimePattern(FormatStyle dateStyle, FormatStyle timeStyle, Chronology chrono, Locale locale) {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(chrono, "chrono");
        if (dateStyle == null && timeStyle == null) {
            throw new IllegalArgumentException("Either dateStyle or timeStyle must be non-null");
        }
        return Texts.pattern(dateStyle, timeStyle, locale);
    }

    private int append(Element element) {
        Objects.requireNonNull(element, "pp");
        Element e = element;
        if (active.padWidth > 0) {
            e = new Element.Pad(e, active.padWidth, active.padChar);
            active.padWidth = 0;
            active.padChar = 0;
        }
        active.elements.add(e);
        active.valueIndex = -1;
        return active.elements.size() - 1;
    }

    private DateTimeFormatterBuilder add(Element element) {
        append(element);
        return this;
    }

    public DateTimeFormatterBuilder parseCaseSensitive() {
        return add(new Element.Settings(Element.Setting.SENSITIVE));
    }

    public DateTimeFormatterBuilder parseCaseInsensitive() {
        return add(new Element.Settings(Element.Setting.INSENSITIVE));
    }

    public DateTimeFormatterBuilder parseStrict() {
        return add(new Element.Settings(Element.Setting.STRICT));
    }

    public DateTimeFormatterBuilder parseLenient() {
        return add(new Element.Settings(Element.Setting.LENIENT));
    }

    public DateTimeFormatterBuilder parseDefaulting(TemporalField field, long value) {
        Objects.requireNonNull(field, "field");
        return add(new Element.DefaultValue(field, value));
    }

    public DateTimeFormatterBuilder appendValue(TemporalField field) {
        Objects.requireNonNull(field, "field");
        return appendNumber(new NumberElements.Value(field, 1, 19, SignStyle.NORMAL, 0));
    }

    public DateTimeFormatterBuilder appendValue(TemporalField field, int width) {
        Objects.requireNonNull(field, "field");
        if (width < 1 || width > 19) {
            throw new IllegalArgumentException("The width must be from 1 to 19 inclusive but was " + width);
        }
        return appendNumber(new NumberElements.Value(field, width, width, SignStyle.NOT_NEGATIVE, 0));
    }

    public DateTimeFormatterBuilder appendValue(TemporalField field, int minWidth, int maxWidth, SignStyle signStyle) {
        if (minWidth == maxWidth && signStyle == SignStyle.NOT_NEGATIVE) {
            return appendValue(field, maxWidth);
        }
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(signStyle, "signStyle");
        if (minWidth < 1 || minWidth > 19) {
            throw new IllegalArgumentException("The minimum width must be from 1 to 19 inclusive but was " + minWidth);
        }
        if (maxWidth < 1 || maxWidth > 19) {
            throw new IllegalArgumentException("The maximum width must be from 1 to 19 inclusive but was " + maxWidth);
        }
        if (maxWidth < minWidth) {
            throw new IllegalArgumentException(
                    "The maximum width must exceed or equal the minimum width but " + maxWidth + " < " + minWidth);
        }
        return appendNumber(new NumberElements.Value(field, minWidth, maxWidth, signStyle, 0));
    }

    public DateTimeFormatterBuilder appendValueReduced(TemporalField field, int width, int maxWidth, int baseValue) {
        Objects.requireNonNull(field, "field");
        return appendNumber(new NumberElements.Reduced(field, width, maxWidth, baseValue, null));
    }

    public DateTimeFormatterBuilder appendValueReduced(TemporalField field, int width, int maxWidth, ChronoLocalDate baseDate) {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(baseDate, "baseDate");
        return appendNumber(new NumberElements.Reduced(field, width, maxWidth, 0, baseDate));
    }

    /** Adds a number; one of fixed width next to another number gets its digits from there. */
    private DateTimeFormatterBuilder appendNumber(NumberElements.Value element) {
        if (active.valueIndex < 0) {
            active.valueIndex = append(element);
            return this;
        }
        int index = active.valueIndex;
        NumberElements.Value base = (NumberElements.Value) active.elements.get(index);
        if (element.minWidth == element.maxWidth && element.signs == SignStyle.NOT_NEGATIVE) {
            base = base.withSubsequentWidth(element.maxWidth);
            append(element.withFixedWidth());
            active.valueIndex = index;
        } else {
            base = base.withFixedWidth();
            active.valueIndex = append(element);
        }
        active.elements.set(index, base);
        return this;
    }

    public DateTimeFormatterBuilder appendFraction(TemporalField field, int minWidth, int maxWidth, boolean decimalPoint) {
        NumberElements.Fraction f = new NumberElements.Fraction(field, minWidth, maxWidth, decimalPoint);
        return minWidth == maxWidth && !decimalPoint ? appendNumber(f) : add(f);
    }

    public DateTimeFormatterBuilder appendText(TemporalField field) {
        return appendText(field, TextStyle.FULL);
    }

    public DateTimeFormatterBuilder appendText(TemporalField field, TextStyle textStyle) {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(textStyle, "textStyle");
        return add(new TextElements.Text(field, textStyle, null));
    }

    public DateTimeFormatterBuilder appendText(TemporalField field, Map<Long, String> textLookup) {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(textLookup, "textLookup");
        return add(new TextElements.Text(field, TextStyle.FULL, new LinkedHashMap<>(textLookup)));
    }

    public DateTimeFormatterBuilder appendInstant() {
        return add(new NumberElements.InstantElement(-2));
    }

    public DateTimeFormatterBuilder appendInstant(int fractionalDigits) {
        if (fractionalDigits < -1 || fractionalDigits > 9) {
            throw new IllegalArgumentException("The fractional digits must be from -1 to 9 inclusive but was " + fractionalDigits);
        }
        return add(new NumberElements.InstantElement(fractionalDigits));
    }

    public DateTimeFormatterBuilder appendOffsetId() {
        return add(TextElements.Offset.ID_Z);
    }

    public DateTimeFormatterBuilder appendOffset(String pattern, String noOffsetText) {
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(noOffsetText, "noOffsetText");
        return add(new TextElements.Offset(pattern, noOffsetText));
    }

    public DateTimeFormatterBuilder appendLocalizedOffset(TextStyle style) {
        Objects.requireNonNull(style, "style");
        if (style != TextStyle.FULL && style != TextStyle.SHORT) {
            throw new IllegalArgumentException("Style must be either full or short");
        }
        return add(new TextElements.LocalizedOffset(style));
    }

    public DateTimeFormatterBuilder appendZoneId() {
        return add(new TextElements.Zone(TemporalQueries.zoneId(), "ZoneId()"));
    }

    public DateTimeFormatterBuilder appendZoneRegionId() {
        return add(new TextElements.Zone(REGION_ONLY, "ZoneRegionId()"));
    }

    public DateTimeFormatterBuilder appendZoneOrOffsetId() {
        return add(new TextElements.Zone(TemporalQueries.zone(), "ZoneOrOffsetId()"));
    }

    public DateTimeFormatterBuilder appendZoneText(TextStyle textStyle) {
        return add(new TextElements.ZoneText(textStyle, null, false));
    }

    public DateTimeFormatterBuilder appendZoneText(TextStyle textStyle, Set<ZoneId> preferredZones) {
        Objects.requireNonNull(preferredZones, "preferredZones");
        return add(new TextElements.ZoneText(textStyle, preferredZones, false));
    }

    public DateTimeFormatterBuilder appendGenericZoneText(TextStyle textStyle) {
        return add(new TextElements.ZoneText(textStyle, null, true));
    }

    public DateTimeFormatterBuilder appendGenericZoneText(TextStyle textStyle, Set<ZoneId> preferredZones) {
        return add(new TextElements.ZoneText(textStyle, preferredZones, true));
    }

    public DateTimeFormatterBuilder appendChronologyId() {
        return add(new TextElements.ChronologyElement(null));
    }

    public DateTimeFormatterBuilder appendChronologyText(TextStyle textStyle) {
        Objects.requireNonNull(textStyle, "textStyle");
        return add(new TextElements.ChronologyElement(textStyle));
    }

    public DateTimeFormatterBuilder appendLocalized(FormatStyle dateStyle, FormatStyle timeStyle) {
        if (dateStyle == null && timeStyle == null) {
            throw new IllegalArgumentException("Either the date or time style must be non-null");
        }
        return add(new TextElements.Localized(dateStyle, timeStyle));
    }

    public DateTimeFormatterBuilder appendLiteral(char literal) {
        return add(new Element.Literal(String.valueOf(literal)));
    }

    public DateTimeFormatterBuilder appendLiteral(String literal) {
        Objects.requireNonNull(literal, "literal");
        return literal.isEmpty() ? this : add(new Element.Literal(literal));
    }

    public DateTimeFormatterBuilder appendDayPeriodText(TextStyle style) {
        Objects.requireNonNull(style, "style");
        return add(new TextElements.DayPeriod(style));
    }

    public DateTimeFormatterBuilder append(DateTimeFormatter formatter) {
        Objects.requireNonNull(formatter, "formatter");
        return add(formatter.element(false));
    }

    public DateTimeFormatterBuilder appendOptional(DateTimeFormatter formatter) {
        Objects.requireNonNull(formatter, "formatter");
        return add(formatter.element(true));
    }

    public DateTimeFormatterBuilder appendPattern(String pattern) {
        Objects.requireNonNull(pattern, "pattern");
        int n = pattern.length();
        for (int pos = 0; pos < n; pos++) {
            char c = pattern.charAt(pos);
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
                int start = pos++;
                while (pos < n && pattern.charAt(pos) == c) {
                    pos++;
                }
                int count = pos - start;
                if (c == 'p') {
                    int pad = 0;
                    if (pos < n) {
                        c = pattern.charAt(pos);
                        if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
                            pad = count;
                            start = pos++;
                            while (pos < n && pattern.charAt(pos) == c) {
                                pos++;
                            }
                            count = pos - start;
                        }
                    }
                    if (pad == 0) {
                        throw new IllegalArgumentException("Pad letter 'p' must be followed by valid pad pattern: " + pattern);
                    }
                    padNext(pad);
                }
                letters(c, count);
                pos--;
            } else if (c == '\'') {
                int start = pos++;
                for (; pos < n; pos++) {
                    if (pattern.charAt(pos) == '\'') {
                        if (pos + 1 < n && pattern.charAt(pos + 1) == '\'') {
                            pos++;
                        } else {
                            break;
                        }
                    }
                }
                if (pos >= n) {
                    throw new IllegalArgumentException("Pattern ends with an incomplete string literal: " + pattern);
                }
                String text = pattern.substring(start + 1, pos);
                if (text.isEmpty()) {
                    appendLiteral('\'');
                } else {
                    appendLiteral(text.replace("''", "'"));
                }
            } else if (c == '[') {
                optionalStart();
            } else if (c == ']') {
                if (active.parent == null) {
                    throw new IllegalArgumentException("Pattern invalid as it contains ] without previous [");
                }
                optionalEnd();
            } else if (c == '{' || c == '}' || c == '#') {
                throw new IllegalArgumentException("Pattern includes reserved character: '" + c + "'");
            } else {
                appendLiteral(c);
            }
        }
        return this;
    }

    private static IllegalArgumentException tooMany(char letter) {
        return new IllegalArgumentException("Too many pattern letters: " + letter);
    }

    private void letters(char c, int count) {
        TemporalField field = FIELDS.get(c);
        if (field != null) {
            field(c, count, field);
            return;
        }
        switch (c) {
            case 'z':
            case 'v':
                if (c == 'v' && count != 1 && count != 4) {
                    throw new IllegalArgumentException("Wrong number of pattern letters: " + c);
                }
                if (count > 4) {
                    throw tooMany(c);
                }
                TextStyle style = count == 4 ? TextStyle.FULL : TextStyle.SHORT;
                add(new TextElements.ZoneText(style, null, c == 'v'));
                break;
            case 'V':
                if (count != 2) {
                    throw new IllegalArgumentException("Pattern letter count must be 2: " + c);
                }
                appendZoneId();
                break;
            case 'Z':
                if (count < 4) {
                    appendOffset("+HHMM", "+0000");
                } else if (count == 4) {
                    appendLocalizedOffset(TextStyle.FULL);
                } else if (count == 5) {
                    appendOffset("+HH:MM:ss", "Z");
                } else {
                    throw tooMany(c);
                }
                break;
            case 'O':
                if (count == 1) {
                    appendLocalizedOffset(TextStyle.SHORT);
                } else if (count == 4) {
                    appendLocalizedOffset(TextStyle.FULL);
                } else {
                    throw new IllegalArgumentException("Pattern letter count must be 1 or 4: " + c);
                }
                break;
            case 'X':
                if (count > 5) {
                    throw tooMany(c);
                }
                appendOffset(TextElements.Offset.PATTERNS[count + (count == 1 ? 0 : 1)], "Z");
                break;
            case 'x':
                if (count > 5) {
                    throw tooMany(c);
                }
                appendOffset(TextElements.Offset.PATTERNS[count + (count == 1 ? 0 : 1)], count == 1 ? "+00" : count % 2 == 0 ? "+0000" : "+00:00");
                break;
            case 'W':
                if (count > 1) {
                    throw tooMany(c);
                }
                appendNumber(new NumberElements.WeekBased(c, count, count, count, 0));
                break;
            case 'w':
                if (count > 2) {
                    throw tooMany(c);
                }
                appendNumber(new NumberElements.WeekBased(c, count, count, 2, 0));
                break;
            case 'Y':
                appendNumber(count == 2 ? new NumberElements.WeekBased(c, count, count, 2, 0)
                        : new NumberElements.WeekBased(c, count, count, 19, 0));
                break;
            case 'B':
                if (count == 1) {
                    appendDayPeriodText(TextStyle.SHORT);
                } else if (count == 4) {
                    appendDayPeriodText(TextStyle.FULL);
                } else if (count == 5) {
                    appendDayPeriodText(TextStyle.NARROW);
                } else {
                    throw new IllegalArgumentException("Wrong number of pattern letters: " + c);
                }
                break;
            default:
                throw new IllegalArgumentException("Unknown pattern letter: " + c);
        }
    }

    private void field(char c, int count, TemporalField field) {
        boolean standalone = false;
        switch (c) {
            case 'u':
            case 'y':
                if (count == 2) {
                    appendValueReduced(field, 2, 2, NumberElements.Reduced.BASE);
                } else {
                    appendValue(field, count, 19, count < 4 ? SignStyle.NORMAL : SignStyle.EXCEEDS_PAD);
                }
                break;
            case 'c':
            case 'L':
            case 'q':
                standalone = true;
                if (c == 'c' && count == 2) {
                    throw new IllegalArgumentException("Invalid pattern \"cc\"");
                }
                text(c, count, field, standalone);
                break;
            case 'M':
            case 'Q':
            case 'E':
            case 'e':
                text(c, count, field, standalone);
                break;
            case 'a':
                if (count != 1) {
                    throw tooMany(c);
                }
                appendText(field, TextStyle.SHORT);
                break;
            case 'G':
                if (count > 5) {
                    throw tooMany(c);
                }
                appendText(field, count == 4 ? TextStyle.FULL : count == 5 ? TextStyle.NARROW : TextStyle.SHORT);
                break;
            case 'S':
                appendFraction(NANO_OF_SECOND, count, count, false);
                break;
            case 'F':
                if (count != 1) {
                    throw tooMany(c);
                }
                appendValue(field);
                break;
            case 'd':
            case 'h':
            case 'H':
            case 'k':
            case 'K':
            case 'm':
            case 's':
                if (count > 2) {
                    throw tooMany(c);
                }
                if (count == 1) {
                    appendValue(field);
                } else {
                    appendValue(field, count);
                }
                break;
            case 'D':
                if (count > 3) {
                    throw tooMany(c);
                }
                if (count == 1) {
                    appendValue(field);
                } else {
                    appendValue(field, count, 3, SignStyle.NOT_NEGATIVE);
                }
                break;
            case 'g':
                appendValue(field, count, 19, SignStyle.NORMAL);
                break;
            case 'A':
            case 'n':
            case 'N':
                appendValue(field, count, 19, SignStyle.NOT_NEGATIVE);
                break;
            default:
                if (count == 1) {
                    appendValue(field);
                } else {
                    appendValue(field, count);
                }
        }
    }

    private void text(char c, int count, TemporalField field, boolean standalone) {
        switch (count) {
            case 1:
            case 2:
                if (c == 'c' || c == 'e') {
                    appendNumber(new NumberElements.WeekBased(c, count, count, 2, 0));
                } else if (c == 'E') {
                    appendText(field, TextStyle.SHORT);
                } else if (count == 1) {
                    appendValue(field);
                } else {
                    appendValue(field, 2);
                }
                break;
            case 3:
                appendText(field, standalone ? TextStyle.SHORT_STANDALONE : TextStyle.SHORT);
                break;
            case 4:
                appendText(field, standalone ? TextStyle.FULL_STANDALONE : TextStyle.FULL);
                break;
            case 5:
                appendText(field, standalone ? TextStyle.NARROW_STANDALONE : TextStyle.NARROW);
                break;
            default:
                throw tooMany(c);
        }
    }

    public DateTimeFormatterBuilder padNext(int padWidth) {
        return padNext(padWidth, ' ');
    }

    public DateTimeFormatterBuilder padNext(int padWidth, char padChar) {
        if (padWidth < 1) {
            throw new IllegalArgumentException("The pad width must be at least one but was " + padWidth);
        }
        active.padWidth = padWidth;
        active.padChar = padChar;
        active.valueIndex = -1;
        return this;
    }

    public DateTimeFormatterBuilder optionalStart() {
        active.valueIndex = -1;
        active = new DateTimeFormatterBuilder(active, true);
        return this;
    }

    public DateTimeFormatterBuilder optionalEnd() {
        if (active.parent == null) {
            throw new IllegalStateException("Cannot call optionalEnd() as there was no previous call to optionalStart()");
        }
        if (!active.elements.isEmpty()) {
            Element.Composite c = new Element.Composite(active.elements, active.optional);
            active = active.parent;
            append(c);
        } else {
            active = active.parent;
        }
        return this;
    }

    public DateTimeFormatter toFormatter() {
        return toFormatter(Locale.getDefault(Locale.Category.FORMAT));
    }

    public DateTimeFormatter toFormatter(Locale locale) {
        return toFormatter(locale, ResolverStyle.SMART, null);
    }

    DateTimeFormatter toFormatter(ResolverStyle resolverStyle, Chronology chrono) {
        return toFormatter(Locale.getDefault(Locale.Category.FORMAT), resolverStyle, chrono);
    }

    private DateTimeFormatter toFormatter(Locale locale, ResolverStyle resolverStyle, Chronology chrono) {
        Objects.requireNonNull(locale, "locale");
        while (active.parent != null) {
            optionalEnd();
        }
        return new DateTimeFormatter(new Element.Composite(elements, false), locale, DecimalStyle.STANDARD, resolverStyle, null, chrono, null);
    }
}
