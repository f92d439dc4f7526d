package java.util;

import java.text.DateFormatSymbols;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** The date and time conversions of {@link Formatter}: one instant, part by part. */
final class DateTimeText {
    static final String CONVERSIONS = "HIklMNLQpsSTzZaAbBCdehjmyYrRcDF";

    private final Calendar calendar;
    private final TemporalAccessor temporal;
    private final Locale locale;
    private final DateFormatSymbols symbols;

    DateTimeText(Object arg, Locale locale) {
        this.locale = locale == null ? Locale.ROOT : locale;
        symbols = DateFormatSymbols.getInstance(locale == null || locale.getLanguage().isEmpty() ? Locale.US : locale);
        if (arg instanceof TemporalAccessor) {
            temporal = (TemporalAccessor) arg;
            calendar = null;
        } else {
            temporal = null;
            if (arg instanceof Calendar) {
                calendar = (Calendar) ((Calendar) arg).clone();
                calendar.setLenient(true);
            } else {
                calendar = Calendar.getInstance(this.locale);
                calendar.setTimeInMillis(arg instanceof Date ? ((Date) arg).getTime() : (Long) arg);
            }
        }
    }

    static boolean takes(Object arg) {
        return arg instanceof Long || arg instanceof Date || arg instanceof Calendar || arg instanceof TemporalAccessor;
    }

    private long field(int ofCalendar, ChronoField ofTemporal) {
        return calendar != null ? calendar.get(ofCalendar) : temporal.getLong(ofTemporal);
    }

    private static String padded(long value, int width) {
        String s = Long.toString(Math.abs(value));
        return (value < 0 ? "-" : "") + "0".repeat(Math.max(0, width - s.length())) + s;
    }

    private long hour12() {
        long h = calendar != null ? calendar.get(Calendar.HOUR) : temporal.getLong(ChronoField.CLOCK_HOUR_OF_AMPM);
        return h == 0 ? 12 : h;
    }

    private int weekday() {
        return calendar != null ? calendar.get(Calendar.DAY_OF_WEEK)
                : temporal.get(ChronoField.DAY_OF_WEEK) % 7 + 1;
    }

    private int month() {
        return calendar != null ? calendar.get(Calendar.MONTH) : temporal.get(ChronoField.MONTH_OF_YEAR) - 1;
    }

    private long year() {
        return field(Calendar.YEAR, ChronoField.YEAR_OF_ERA);
    }

    private long millis() {
        if (calendar != null) {
            return calendar.getTimeInMillis();
        }
        return temporal.getLong(ChronoField.INSTANT_SECONDS) * 1000 + temporal.getLong(ChronoField.MILLI_OF_SECOND);
    }

    /** The text of a conversion. */
    String of(char c) {
        switch (c) {
            case 'H':
                return padded(field(Calendar.HOUR_OF_DAY, ChronoField.HOUR_OF_DAY), 2);
            case 'k':
                return padded(field(Calendar.HOUR_OF_DAY, ChronoField.HOUR_OF_DAY), 1);
            case 'I':
                return padded(hour12(), 2);
            case 'l':
                return padded(hour12(), 1);
            case 'M':
                return padded(field(Calendar.MINUTE, ChronoField.MINUTE_OF_HOUR), 2);
            case 'S':
                return padded(field(Calendar.SECOND, ChronoField.SECOND_OF_MINUTE), 2);
            case 'L':
                return padded(field(Calendar.MILLISECOND, ChronoField.MILLI_OF_SECOND), 3);
            case 'N':
                return padded(calendar != null ? calendar.get(Calendar.MILLISECOND) * 1000000L
                        : temporal.getLong(ChronoField.NANO_OF_SECOND), 9);
            case 'Q':
                return Long.toString(millis());
            case 's':
                return Long.toString(calendar != null ? Math.floorDiv(millis(), 1000L)
                        : temporal.getLong(ChronoField.INSTANT_SECONDS));
            case 'p':
                return symbols.getAmPmStrings()[(int) field(Calendar.AM_PM, ChronoField.AMPM_OF_DAY)].toLowerCase(locale);
            case 'z':
                return offset();
            case 'Z':
                return zone();
            case 'a':
                return symbols.getShortWeekdays()[weekday()];
            case 'A':
                return symbols.getWeekdays()[weekday()];
            case 'b':
            case 'h':
                return symbols.getShortMonths()[month()];
            case 'B':
                return symbols.getMonths()[month()];
            case 'C':
                return padded(year() / 100, 2);
            case 'y':
                return padded(year() % 100, 2);
            case 'Y':
                return padded(year(), 4);
            case 'd':
                return padded(field(Calendar.DATE, ChronoField.DAY_OF_MONTH), 2);
            case 'e':
                return padded(field(Calendar.DATE, ChronoField.DAY_OF_MONTH), 1);
            case 'j':
                return padded(field(Calendar.DAY_OF_YEAR, ChronoField.DAY_OF_YEAR), 3);
            case 'm':
                return padded(month() + 1, 2);
            case 'T':
                return of('H') + ":" + of('M') + ":" + of('S');
            case 'R':
                return of('H') + ":" + of('M');
            case 'r':
                return of('I') + ":" + of('M') + ":" + of('S') + " " + of('p').toUpperCase(locale);
            case 'D':
                return of('m') + "/" + of('d') + "/" + of('y');
            case 'F':
                return of('Y') + "-" + of('m') + "-" + of('d');
            default:
                return of('a') + " " + of('b') + " " + of('d') + " " + of('T') + " " + of('Z') + " " + of('Y');
        }
    }

    private String offset() {
        int minutes = calendar != null ? (calendar.get(Calendar.ZONE_OFFSET) + calendar.get(Calendar.DST_OFFSET)) / 60000
                : temporal.get(ChronoField.OFFSET_SECONDS) / 60;
        int m = Math.abs(minutes);
        return (minutes < 0 ? "-" : "+") + padded(m / 60 * 100 + m % 60, 4);
    }

    private String zone() {
        if (calendar != null) {
            return calendar.getTimeZone().getDisplayName(calendar.get(Calendar.DST_OFFSET) != 0, TimeZone.SHORT,
                    locale.getLanguage().isEmpty() ? Locale.US : locale);
        }
        ZoneId id = temporal.query(TemporalQueries.zone());
        if (id == null) {
            throw new IllegalFormatConversionException('Z', temporal.getClass());
        }
        if (id instanceof ZoneOffset || !temporal.isSupported(ChronoField.INSTANT_SECONDS)) {
            return id.getId();
        }
        TimeZone zone = TimeZone.getTimeZone(id.getId());
        boolean summer = zone.inDaylightTime(new Date(temporal.getLong(ChronoField.INSTANT_SECONDS) * 1000));
        return zone.getDisplayName(summer, TimeZone.SHORT, locale.getLanguage().isEmpty() ? Locale.US : locale);
    }
}
