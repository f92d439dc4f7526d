package java.text;

import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import rvm.internal.LocaleData;

/** Formats dates by a pattern such as {@code yyyy-MM-dd HH:mm:ss}. */
public class SimpleDateFormat extends DateFormat {
    private static final String LETTERS = "GyMdkHmsSEDFwWahKzZYuXL";
    private static final int WEEK_YEAR = 17;
    private static final int ISO_DAY = 1000;
    /** The calendar's field for each letter. */
    private static final int[] FIELDS = {Calendar.ERA, Calendar.YEAR, Calendar.MONTH, Calendar.DATE, Calendar.HOUR_OF_DAY,
        Calendar.HOUR_OF_DAY, Calendar.MINUTE, Calendar.SECOND, Calendar.MILLISECOND, Calendar.DAY_OF_WEEK,
        Calendar.DAY_OF_YEAR, Calendar.DAY_OF_WEEK_IN_MONTH, Calendar.WEEK_OF_YEAR, Calendar.WEEK_OF_MONTH, Calendar.AM_PM,
        Calendar.HOUR, Calendar.HOUR, Calendar.ZONE_OFFSET, Calendar.ZONE_OFFSET, WEEK_YEAR, ISO_DAY, Calendar.ZONE_OFFSET,
        Calendar.MONTH};
    private static final int[] IDS = {ERA_FIELD, YEAR_FIELD, MONTH_FIELD, DATE_FIELD, HOUR_OF_DAY1_FIELD, HOUR_OF_DAY0_FIELD,
        MINUTE_FIELD, SECOND_FIELD, MILLISECOND_FIELD, DAY_OF_WEEK_FIELD, DAY_OF_YEAR_FIELD, DAY_OF_WEEK_IN_MONTH_FIELD,
        WEEK_OF_YEAR_FIELD, WEEK_OF_MONTH_FIELD, AM_PM_FIELD, HOUR1_FIELD, HOUR0_FIELD, TIMEZONE_FIELD, TIMEZONE_FIELD,
        YEAR_FIELD, DAY_OF_WEEK_FIELD, TIMEZONE_FIELD, MONTH_FIELD};

    private String pattern;
    private DateFormatSymbols formatData;
    private Date defaultCenturyStart;
    private transient int centuryYear;
    /** 0: not known yet. */
    private transient char zeroDigit;
    private final Locale locale;

    public SimpleDateFormat() {
        this(LocaleData.datePattern(Locale.getDefault(Locale.Category.FORMAT), SHORT, SHORT));
    }

    public SimpleDateFormat(String pattern) {
        this(pattern, Locale.getDefault(Locale.Category.FORMAT));
    }

    public SimpleDateFormat(String pattern, Locale locale) {
        this(pattern, DateFormatSymbols.getInstance(Objects.requireNonNull(locale)), locale);
    }

    public SimpleDateFormat(String pattern, DateFormatSymbols formatSymbols) {
        this(pattern, (DateFormatSymbols) formatSymbols.clone(), Locale.getDefault(Locale.Category.FORMAT));
    }

    private SimpleDateFormat(String pattern, DateFormatSymbols symbols, Locale locale) {
        this.pattern = Objects.requireNonNull(pattern);
        this.formatData = symbols;
        this.locale = locale;
        calendar = Calendar.getInstance(locale);
        numberFormat = NumberFormat.getIntegerInstance(locale);
        numberFormat.setGroupingUsed(false);
        check(pattern);
        startCentury();
    }

    private void startCentury() {
        Calendar c = (Calendar) calendar.clone();
        c.setTimeInMillis(System.currentTimeMillis());
        c.add(Calendar.YEAR, -80);
        set2DigitYearStart(c.getTime());
    }

    private void check(String p) {
        boolean quoted = false;
        for (int i = 0; i < p.length(); i++) {
            char c = p.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && isLetter(c) && LETTERS.indexOf(c) < 0) {
                throw new IllegalArgumentException("Illegal pattern character '" + c + "'");
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("Unterminated quote");
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    @Override
    public void setNumberFormat(NumberFormat newNumberFormat) {
        super.setNumberFormat(newNumberFormat);
        zeroDigit = 0;
    }

    public void set2DigitYearStart(Date startDate) {
        defaultCenturyStart = new Date(startDate.getTime());
        Calendar c = (Calendar) calendar.clone();
        c.setTime(startDate);
        centuryYear = c.get(Calendar.YEAR);
    }

    public Date get2DigitYearStart() {
        return (Date) defaultCenturyStart.clone();
    }

    @Override
    public StringBuffer format(Date date, StringBuffer toAppendTo, FieldPosition pos) {
        pos.setBeginIndex(0);
        pos.setEndIndex(0);
        FieldSpans spans = new FieldSpans();
        format(date, toAppendTo, spans);
        spans.find(pos);
        return toAppendTo;
    }

    @Override
    public AttributedCharacterIterator formatToCharacterIterator(Object obj) {
        Objects.requireNonNull(obj, "formatToCharacterIterator must be passed non-null object");
        Date date = obj instanceof Date ? (Date) obj : obj instanceof Number ? new Date(((Number) obj).longValue()) : null;
        if (date == null) {
            throw new IllegalArgumentException("Cannot format given Object as a Date");
        }
        FieldSpans spans = new FieldSpans();
        StringBuffer out = new StringBuffer();
        format(date, out, spans);
        return spans.iterator(out.toString());
    }

    private void format(Date date, StringBuffer out, FieldSpans spans) {
        calendar.setTime(date);
        boolean quoted = false;
        for (int i = 0; i < pattern.length();) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                    out.append(c);
                    i += 2;
                } else {
                    quoted = !quoted;
                    i++;
                }
            } else if (quoted || !isLetter(c)) {
                out.append(c);
                i++;
            } else {
                int count = run(i);
                int from = out.length();
                int letter = LETTERS.indexOf(c);
                print(letter, count, out);
                spans.add(fieldOf(letter), IDS[letter], from, out.length());
                i += count;
            }
        }
    }

    private static DateFormat.Field fieldOf(int letter) {
        switch (LETTERS.charAt(letter)) {
            case 'k':
                return Field.HOUR_OF_DAY1;
            case 'h':
                return Field.HOUR1;
            case 'z':
            case 'Z':
            case 'X':
                return Field.TIME_ZONE;
            case 'Y':
                return Field.YEAR;
            case 'u':
                return Field.DAY_OF_WEEK;
            default:
                return Field.ofCalendarField(FIELDS[letter]);
        }
    }

    private int run(int at) {
        int i = at;
        while (i < pattern.length() && pattern.charAt(i) == pattern.charAt(at)) {
            i++;
        }
        return i - at;
    }

    private void number(int value, int least, int most, StringBuffer out) {
        if (!(numberFormat instanceof DecimalFormat)) {
            numberFormat.setMinimumIntegerDigits(least);
            numberFormat.setMaximumIntegerDigits(most);
            numberFormat.format((long) value, out, new FieldPosition(0));
            return;
        }
        // Digits are put here, so that the number format stays as it was set.
        if (zeroDigit == 0) {
            zeroDigit = ((DecimalFormat) numberFormat).getDecimalFormatSymbols().getZeroDigit();
        }
        String digits = Integer.toString(Math.abs(value));
        if (value < 0) {
            out.append('-');
        }
        for (int i = digits.length(); i < least; i++) {
            out.append(zeroDigit);
        }
        for (int i = Math.max(0, digits.length() - most); i < digits.length(); i++) {
            out.append((char) (digits.charAt(i) - '0' + zeroDigit));
        }
    }

    private void print(int letter, int count, StringBuffer out) {
        char c = LETTERS.charAt(letter);
        int value = c == 'Y' ? calendar.isWeekDateSupported() ? calendar.getWeekYear() : calendar.get(Calendar.YEAR)
                : c == 'u' ? (calendar.get(Calendar.DAY_OF_WEEK) + 5) % 7 + 1 : calendar.get(FIELDS[letter]);
        switch (c) {
            case 'G':
                out.append(word(formatData.getEras(), value));
                break;
            case 'y':
            case 'Y':
                if (!(calendar instanceof GregorianCalendar) || count != 2) {
                    number(value, count, Integer.MAX_VALUE, out);
                } else {
                    number(value, 2, 2, out);
                }
                break;
            case 'M':
            case 'L':
                if (count >= 3) {
                    out.append(word(count >= 4 ? formatData.getMonths() : formatData.getShortMonths(), value));
                } else {
                    number(value + 1, count, Integer.MAX_VALUE, out);
                }
                break;
            case 'k':
                number(value == 0 ? 24 : value, count, Integer.MAX_VALUE, out);
                break;
            case 'h':
                number(value == 0 ? 12 : value, count, Integer.MAX_VALUE, out);
                break;
            case 'E':
                out.append(word(count >= 4 ? formatData.getWeekdays() : formatData.getShortWeekdays(), value));
                break;
            case 'a':
                out.append(word(formatData.getAmPmStrings(), value));
                break;
            case 'z':
                out.append(zoneName(count));
                break;
            case 'Z':
                offset(count, false, out);
                break;
            case 'X':
                offset(count, true, out);
                break;
            default:
                number(value, count, Integer.MAX_VALUE, out);
        }
    }

    private static String word(String[] words, int i) {
        return i < words.length ? words[i] : "";
    }

    private String zoneName(int count) {
        TimeZone zone = calendar.getTimeZone();
        boolean summer = calendar.get(Calendar.DST_OFFSET) != 0;
        String[][] own = formatData.ownZones();
        if (own != null) {
            for (String[] row : own) {
                if (row[0].equals(zone.getID())) {
                    return row[summer ? count >= 4 ? 3 : 4 : count >= 4 ? 1 : 2];
                }
            }
        }
        return zone.getDisplayName(summer, count >= 4 ? TimeZone.LONG : TimeZone.SHORT, locale);
    }

    private void offset(int count, boolean iso, StringBuffer out) {
        int minutes = (calendar.get(Calendar.ZONE_OFFSET) + calendar.get(Calendar.DST_OFFSET)) / 60000;
        if (iso && minutes == 0) {
            out.append('Z');
            return;
        }
        out.append(minutes < 0 ? '-' : '+');
        minutes = Math.abs(minutes);
        two(minutes / 60, out);
        if (iso && count == 1) {
            return;
        }
        if (iso && count == 3) {
            out.append(':');
        }
        two(minutes % 60, out);
    }

    private static void two(int v, StringBuffer out) {
        out.append((char) ('0' + v / 10)).append((char) ('0' + v % 10));
    }

    @Override
    public Date parse(String text, ParsePosition pos) {
        Reading r = new Reading(text, pos.getIndex());
        if (!r.whole()) {
            pos.setErrorIndex(r.at);
            return null;
        }
        Date result = r.result();
        if (result == null) {
            pos.setErrorIndex(r.at);
            return null;
        }
        pos.setIndex(r.at);
        return result;
    }

    /** One text being read. */
    private final class Reading {
        final String text;
        int at;
        /** Values by the calendar's field, and which were read, in order. */
        private final int[] values = new int[Calendar.FIELD_COUNT];
        private final int[] order = new int[Calendar.FIELD_COUNT];
        private int read;
        private int weekYear = Integer.MIN_VALUE;
        private boolean twoDigits;
        private TimeZone zone;

        Reading(String text, int start) {
            this.text = text;
            this.at = start;
        }

        private void set(int field, int value) {
            values[field] = value;
            order[field] = ++read;
        }

        boolean whole() {
            boolean quoted = false;
            for (int i = 0; i < pattern.length();) {
                char c = pattern.charAt(i);
                if (c == '\'') {
                    if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                        if (!literal(c)) {
                            return false;
                        }
                        i += 2;
                    } else {
                        quoted = !quoted;
                        i++;
                    }
                } else if (quoted || !isLetter(c)) {
                    if (!literal(c)) {
                        return false;
                    }
                    i++;
                } else {
                    int count = run(i);
                    int next = i + count;
                    // Digits that follow each other without a gap are cut by the pattern's widths.
                    boolean tight = next < pattern.length() && isLetter(pattern.charAt(next)) && isNumeric(pattern, next);
                    if (!field(LETTERS.indexOf(c), count, tight)) {
                        return false;
                    }
                    i = next;
                }
            }
            return true;
        }

        private boolean isNumeric(String p, int i) {
            char c = p.charAt(i);
            int count = run(i);
            return (c == 'M' || c == 'L') ? count < 3 : "GEazZX".indexOf(c) < 0;
        }

        private boolean literal(char c) {
            if (at >= text.length() || text.charAt(at) != c) {
                return false;
            }
            at++;
            return true;
        }

        private boolean field(int letter, int count, boolean tight) {
            char c = LETTERS.charAt(letter);
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at >= text.length()) {
                return false;
            }
            switch (c) {
                case 'G':
                    return match(formatData.getEras(), Calendar.ERA, 0);
                case 'M':
                case 'L':
                    if (count >= 3) {
                        return match(both(formatData.getMonths(), formatData.getShortMonths()), Calendar.MONTH,
                                formatData.getMonths().length);
                    }
                    break;
                case 'E':
                    return match(both(formatData.getWeekdays(), formatData.getShortWeekdays()), Calendar.DAY_OF_WEEK,
                            formatData.getWeekdays().length);
                case 'a':
                    return match(formatData.getAmPmStrings(), Calendar.AM_PM, 0);
                case 'z':
                case 'Z':
                    return zone();
                case 'X':
                    return isoZone(count);
                default:
                    break;
            }
            return numeric(c, letter, count, tight);
        }

        private boolean numeric(char c, int letter, int count, boolean tight) {
            int from = at;
            ParsePosition p = new ParsePosition(at);
            String source = tight && at + count <= text.length() ? text.substring(0, at + count) : text;
            if (tight && at + count > text.length()) {
                return false;
            }
            numberFormat.setParseIntegerOnly(true);
            Number n = numberFormat.parse(source, p);
            if (n == null) {
                return false;
            }
            int value = n.intValue();
            if (value < 0 && c != 'y') {
                return false;
            }
            at = p.getIndex();
            switch (c) {
                case 'y':
                case 'Y':
                    if (count <= 2 && at - from == 2 && Character.isDigit(text.charAt(from))
                            && Character.isDigit(text.charAt(from + 1)) && c == 'y') {
                        int base = centuryYear % 100;
                        twoDigits = value == base;
                        value += centuryYear / 100 * 100 + (value < base ? 100 : 0);
                    }
                    if (c == 'Y') {
                        weekYear = value;
                        read++;
                    } else {
                        set(Calendar.YEAR, value);
                    }
                    break;
                case 'M':
                case 'L':
                    set(Calendar.MONTH, value - 1);
                    break;
                case 'k':
                    if (!isLenient() && (value < 1 || value > 24)) {
                        return false;
                    }
                    set(Calendar.HOUR_OF_DAY, value == 24 ? 0 : value);
                    break;
                case 'h':
                    if (!isLenient() && (value < 1 || value > 12)) {
                        return false;
                    }
                    set(Calendar.HOUR, value == 12 ? 0 : value);
                    break;
                case 'u':
                    set(Calendar.DAY_OF_WEEK, value % 7 + 1);
                    break;
                default:
                    set(FIELDS[letter], value);
            }
            return true;
        }

        private String[] both(String[] a, String[] b) {
            String[] all = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, all, a.length, b.length);
            return all;
        }

        /** The longest of the words that stands here; two lists of the same things may follow each other. */
        private boolean match(String[] words, int field, int period) {
            int best = -1;
            for (int i = 0; i < words.length; i++) {
                String w = words[i];
                if (!w.isEmpty() && text.regionMatches(true, at, w, 0, w.length())
                        && (best < 0 || w.length() > words[best].length())) {
                    best = i;
                }
            }
            if (best < 0) {
                return false;
            }
            at += words[best].length();
            set(field, period == 0 ? best : best % period);
            return true;
        }

        private int digits(int most) {
            int v = 0;
            int n = 0;
            while (n < most && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                v = v * 10 + text.charAt(at++) - '0';
                n++;
            }
            return n == 0 ? -1 : v;
        }

        private void offset(int minutes) {
            set(Calendar.ZONE_OFFSET, minutes * 60000);
            set(Calendar.DST_OFFSET, 0);
        }

        private boolean zone() {
            char c = text.charAt(at);
            if (c == '+' || c == '-') {
                at++;
                return hoursMinutes(c, false);
            }
            if (text.regionMatches(true, at, "GMT", 0, 3)) {
                int after = at + 3;
                if (after < text.length() && (text.charAt(after) == '+' || text.charAt(after) == '-')) {
                    at = after + 1;
                    return hoursMinutes(text.charAt(after), true);
                }
            }
            return named();
        }

        /** hh:mm behind GMT, hhmm alone. */
        private boolean hoursMinutes(char sign, boolean colon) {
            int from = at;
            int h = digits(2);
            boolean marked = at < text.length() && text.charAt(at) == ':';
            if (h < 0 || marked != colon || !colon && at - from != 2) {
                return false;
            }
            at += colon ? 1 : 0;
            from = at;
            int m = digits(2);
            if (m < 0 || at - from != 2 || m > 59 || h > 23) {
                return false;
            }
            offset((h * 60 + m) * (sign == '-' ? -1 : 1));
            return true;
        }

        private boolean named() {
            int end = at;
            TimeZone best = null;
            boolean summer = false;
            TimeZone own = getTimeZone();
            for (int kind = 0; kind < 4; kind++) {
                String name = own.getDisplayName(kind >= 2, kind % 2, locale);
                if (text.regionMatches(true, at, name, 0, name.length()) && at + name.length() > end) {
                    end = at + name.length();
                    best = own;
                    summer = kind >= 2;
                }
            }
            if (best == null) {
                for (String[] row : formatData.getZoneStrings()) {
                    for (int k = 1; k < 5; k++) {
                        if (text.regionMatches(true, at, row[k], 0, row[k].length()) && at + row[k].length() > end) {
                            end = at + row[k].length();
                            best = TimeZone.getTimeZone(row[0]);
                            summer = k >= 3 && !row[k].equals(row[k - 2]);
                        }
                    }
                }
            }
            if (best == null) {
                return false;
            }
            at = end;
            zone = best;
            if (summer || best.useDaylightTime()) {
                set(Calendar.ZONE_OFFSET, best.getRawOffset());
                set(Calendar.DST_OFFSET, summer ? Math.max(best.getDSTSavings(), 3600000) : 0);
            }
            return true;
        }

        private boolean isoZone(int count) {
            char c = text.charAt(at);
            if (c == 'Z') {
                at++;
                offset(0);
                return true;
            }
            if (c != '+' && c != '-') {
                return false;
            }
            at++;
            int h = digits(2);
            int m = 0;
            if (count == 3) {
                if (at >= text.length() || text.charAt(at) != ':') {
                    return false;
                }
                at++;
            }
            if (count >= 2) {
                m = digits(2);
            }
            if (h < 0 || m < 0 || h > 23 || m > 59) {
                return false;
            }
            offset((h * 60 + m) * (c == '-' ? -1 : 1));
            return true;
        }

        Date result() {
            TimeZone kept = calendar.getTimeZone();
            if (zone != null) {
                // A zone that was named stays the format's zone, as OpenJDK has it.
                calendar.setTimeZone(zone);
            }
            try {
                Date d = fill().getTime();
                if (twoDigits && d.before(defaultCenturyStart)) {
                    values[Calendar.YEAR] += 100;
                    d = fill().getTime();
                }
                return d;
            } catch (IllegalArgumentException e) {
                calendar.setTimeZone(kept);
                return null;
            }
        }

        private Calendar fill() {
            Calendar c = calendar;
            c.clear();
            if (weekYear != Integer.MIN_VALUE && c.isWeekDateSupported()) {
                int week = order[Calendar.WEEK_OF_YEAR] > 0 ? values[Calendar.WEEK_OF_YEAR] : 1;
                int day = order[Calendar.DAY_OF_WEEK] > 0 ? values[Calendar.DAY_OF_WEEK] : c.getFirstDayOfWeek();
                c.setWeekDate(weekYear, week, day);
            }
            for (int n = 1; n <= read; n++) {
                for (int f = 0; f < Calendar.FIELD_COUNT; f++) {
                    if (order[f] == n && !(weekYear != Integer.MIN_VALUE
                            && (f == Calendar.WEEK_OF_YEAR || f == Calendar.DAY_OF_WEEK))) {
                        c.set(f, values[f]);
                    }
                }
            }
            c.getTimeInMillis();
            return c;
        }
    }

    private static String translate(String p, String from, String to) {
        StringBuilder sb = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < p.length(); i++) {
            char c = p.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && isLetter(c)) {
                int k = from.indexOf(c);
                if (k < 0) {
                    throw new IllegalArgumentException("Illegal pattern  character '" + c + "'");
                }
                c = k < to.length() ? to.charAt(k) : c;
            }
            sb.append(c);
        }
        if (quoted) {
            throw new IllegalArgumentException("Unfinished quote in pattern");
        }
        return sb.toString();
    }

    public String toPattern() {
        return pattern;
    }

    public String toLocalizedPattern() {
        return translate(pattern, LETTERS, formatData.getLocalPatternChars());
    }

    public void applyPattern(String pattern) {
        check(Objects.requireNonNull(pattern));
        this.pattern = pattern;
    }

    public void applyLocalizedPattern(String pattern) {
        String local = formatData.getLocalPatternChars();
        String plain = translate(pattern, local + LETTERS.substring(Math.min(local.length(), LETTERS.length())), LETTERS);
        check(plain);
        this.pattern = plain;
    }

    public DateFormatSymbols getDateFormatSymbols() {
        return (DateFormatSymbols) formatData.clone();
    }

    public void setDateFormatSymbols(DateFormatSymbols newFormatSymbols) {
        formatData = (DateFormatSymbols) newFormatSymbols.clone();
    }

    @Override
    public Object clone() {
        SimpleDateFormat other = (SimpleDateFormat) super.clone();
        other.formatData = (DateFormatSymbols) formatData.clone();
        return other;
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public boolean equals(Object obj) {
        return super.equals(obj) && pattern.equals(((SimpleDateFormat) obj).pattern)
                && formatData.equals(((SimpleDateFormat) obj).formatData);
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        check(pattern);
        if (defaultCenturyStart == null) {
            startCentury();
        } else {
            set2DigitYearStart(defaultCenturyStart);
        }
    }
}
