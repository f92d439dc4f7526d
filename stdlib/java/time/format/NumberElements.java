package java.time.format;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalField;
import java.time.temporal.ValueRange;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Parts of a formatter that are numbers. */
final class NumberElements {
    private NumberElements() {
    }

    /** A number of a least and greatest width. */
    static class Value extends Element {
        final TemporalField field;
        final int minWidth;
        final int maxWidth;
        final SignStyle signs;
        /** Digits that adjacent fixed-width numbers after this one take; -1 where this one has a fixed width itself. */
        final int subsequentWidth;

        Value(TemporalField field, int minWidth, int maxWidth, SignStyle signs, int subsequentWidth) {
            this.field = field;
            this.minWidth = minWidth;
            this.maxWidth = maxWidth;
            this.signs = signs;
            this.subsequentWidth = subsequentWidth;
        }

        Value withFixedWidth() {
            return subsequentWidth == -1 ? this : new Value(field, minWidth, maxWidth, signs, -1);
        }

        Value withSubsequentWidth(int more) {
            return new Value(field, minWidth, maxWidth, signs, subsequentWidth + more);
        }

        /** The number to print for a field's value. */
        long shown(PrintContext context, long value) {
            return value;
        }

        boolean isFixedWidth(ParseContext context) {
            return subsequentWidth == -1 || subsequentWidth > 0 && minWidth == maxWidth && signs == SignStyle.NOT_NEGATIVE;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Long boxed = context.value(field);
            if (boxed == null) {
                return false;
            }
            long value = shown(context, boxed);
            DecimalStyle ds = context.decimals();
            String text = value == Long.MIN_VALUE ? "9223372036854775808" : Long.toString(Math.abs(value));
            if (text.length() > maxWidth) {
                throw new DateTimeException("Field " + field + " cannot be printed as the value " + value
                        + " exceeds the maximum print width of " + maxWidth);
            }
            text = ds.localised(text);
            if (value >= 0) {
                if (signs == SignStyle.ALWAYS || signs == SignStyle.EXCEEDS_PAD && minWidth < 19 && value >= power(minWidth)) {
                    out.append(ds.getPositiveSign());
                }
            } else if (signs == SignStyle.NOT_NEGATIVE) {
                throw new DateTimeException("Field " + field + " cannot be printed as the value " + value
                        + " cannot be negative according to the SignStyle");
            } else if (signs != SignStyle.NEVER) {
                out.append(ds.getNegativeSign());
            }
            for (int i = text.length(); i < minWidth; i++) {
                out.append(ds.getZeroDigit());
            }
            out.append(text);
            return true;
        }

        private static long power(int n) {
            long p = 1;
            for (int i = 0; i < n; i++) {
                p *= 10;
            }
            return p;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            int length = text.length();
            if (at == length) {
                return ~at;
            }
            int p = at;
            char sign = text.charAt(p);
            boolean negative = false;
            boolean positive = false;
            if (sign == context.decimals().getPositiveSign()) {
                if (!signs.accepts(true, context.strict, minWidth == maxWidth)) {
                    return ~p;
                }
                positive = true;
                p++;
            } else if (sign == context.decimals().getNegativeSign()) {
                if (!signs.accepts(false, context.strict, minWidth == maxWidth)) {
                    return ~p;
                }
                negative = true;
                p++;
            } else if (signs == SignStyle.ALWAYS && context.strict) {
                return ~p;
            }
            boolean exact = context.strict || isFixedWidth(context);
            int least = exact ? minWidth : 1;
            int minEnd = p + least;
            if (minEnd > length) {
                return ~p;
            }
            int most = (exact ? maxWidth : 9) + Math.max(subsequentWidth, 0);
            long total = 0;
            BigInteger big = null;
            int pos = p;
            for (int pass = 0; pass < 2; pass++) {
                int maxEnd = Math.min(pos + most, length);
                while (pos < maxEnd) {
                    int digit = context.decimals().digit(text.charAt(pos++));
                    if (digit < 0) {
                        pos--;
                        if (pos < minEnd) {
                            return ~p;
                        }
                        break;
                    }
                    if (pos - p > 18) {
                        big = (big == null ? BigInteger.valueOf(total) : big).multiply(BigInteger.TEN).add(BigInteger.valueOf(digit));
                    } else {
                        total = total * 10 + digit;
                    }
                }
                if (subsequentWidth > 0 && pass == 0) {
                    // Again, leaving the digits of those that follow.
                    most = Math.max(least, pos - p - subsequentWidth);
                    pos = p;
                    total = 0;
                    big = null;
                } else {
                    break;
                }
            }
            if (negative) {
                if (big != null) {
                    if (big.signum() == 0 && context.strict) {
                        return ~(p - 1);
                    }
                    big = big.negate();
                } else {
                    if (total == 0 && context.strict) {
                        return ~(p - 1);
                    }
                    total = -total;
                }
            } else if (signs == SignStyle.EXCEEDS_PAD && context.strict) {
                int digits = pos - p;
                if (positive) {
                    if (digits <= minWidth) {
                        return ~(p - 1);
                    }
                } else if (digits > minWidth) {
                    return ~p;
                }
            }
            if (big != null) {
                if (big.bitLength() > 63) {
                    big = big.divide(BigInteger.TEN);
                    pos--;
                }
                return set(context, big.longValue(), p, pos);
            }
            return set(context, total, p, pos);
        }

        int set(ParseContext context, long value, int errorPos, int successPos) {
            return context.set(field, value, errorPos, successPos);
        }

        @Override
        public String toString() {
            if (minWidth == 1 && maxWidth == 19 && signs == SignStyle.NORMAL) {
                return "Value(" + field + ")";
            }
            if (minWidth == maxWidth && signs == SignStyle.NOT_NEGATIVE) {
                return "Value(" + field + "," + minWidth + ")";
            }
            return "Value(" + field + "," + minWidth + "," + maxWidth + "," + signs + ")";
        }
    }

    /** The last digits of a number (a year of two digits). */
    static final class Reduced extends Value {
        static final LocalDate BASE = LocalDate.of(2000, 1, 1);
        private final int baseValue;
        private final ChronoLocalDate baseDate;

        Reduced(TemporalField field, int minWidth, int maxWidth, int baseValue, ChronoLocalDate baseDate) {
            this(field, minWidth, maxWidth, baseValue, baseDate, 0);
            if (minWidth < 1 || minWidth > 10) {
                throw new IllegalArgumentException("The minWidth must be from 1 to 10 inclusive but was " + minWidth);
            }
            if (maxWidth < 1 || maxWidth > 10) {
                throw new IllegalArgumentException("The maxWidth must be from 1 to 10 inclusive but was " + minWidth);
            }
            if (maxWidth < minWidth) {
                throw new IllegalArgumentException("Maximum width must exceed or equal the minimum width but " + maxWidth + " < " + minWidth);
            }
            if (baseDate == null) {
                if (!field.range().isValidValue(baseValue)) {
                    throw new IllegalArgumentException("The base value must be within the range of the field");
                }
                if ((long) baseValue + power(maxWidth) > Integer.MAX_VALUE) {
                    throw new DateTimeException("Unable to add printer-parser as the range exceeds the capacity of an int");
                }
            }
        }

        private Reduced(TemporalField field, int minWidth, int maxWidth, int baseValue, ChronoLocalDate baseDate, int subsequentWidth) {
            super(field, minWidth, maxWidth, SignStyle.NOT_NEGATIVE, subsequentWidth);
            this.baseValue = baseValue;
            this.baseDate = baseDate;
        }

        private static long power(int n) {
            long p = 1;
            for (int i = 0; i < n; i++) {
                p *= 10;
            }
            return p;
        }

        private int base(Chronology chrono) {
            return baseDate != null ? chrono.date(baseDate).get(field) : baseValue;
        }

        @Override
        long shown(PrintContext context, long value) {
            long abs = Math.abs(value);
            int base = base(Chronology.from(context.temporal));
            if (value >= base && value < base + power(minWidth)) {
                return abs % power(minWidth);
            }
            return abs % power(maxWidth);
        }

        @Override
        int set(ParseContext context, long value, int errorPos, int successPos) {
            int base = base(context.chronology());
            if (successPos - errorPos == minWidth && value >= 0) {
                long range = power(minWidth);
                long low = base - base % range;
                value = base > 0 ? low + value : low - value;
                if (value < base) {
                    value += range;
                }
            }
            return context.set(field, value, errorPos, successPos);
        }

        @Override
        Reduced withFixedWidth() {
            return subsequentWidth == -1 ? this : new Reduced(field, minWidth, maxWidth, baseValue, baseDate, -1);
        }

        @Override
        Reduced withSubsequentWidth(int more) {
            return new Reduced(field, minWidth, maxWidth, baseValue, baseDate, subsequentWidth + more);
        }

        @Override
        boolean isFixedWidth(ParseContext context) {
            return context.strict && super.isFixedWidth(context);
        }

        @Override
        public String toString() {
            return "ReducedValue(" + field + "," + minWidth + "," + maxWidth + "," + (baseDate != null ? baseDate : (Object) baseValue) + ")";
        }
    }

    /** A field as a fraction of its range: nanoseconds. */
    static final class Fraction extends Value {
        private final boolean point;

        Fraction(TemporalField field, int minWidth, int maxWidth, boolean point) {
            this(field, minWidth, maxWidth, point, 0);
            Objects.requireNonNull(field, "field");
            if (!field.range().isFixed()) {
                throw new IllegalArgumentException("Field must have a fixed set of values: " + field);
            }
            if (minWidth < 0 || minWidth > 9) {
                throw new IllegalArgumentException("Minimum width must be from 0 to 9 inclusive but was " + minWidth);
            }
            if (maxWidth < 1 || maxWidth > 9) {
                throw new IllegalArgumentException("Maximum width must be from 1 to 9 inclusive but was " + maxWidth);
            }
            if (maxWidth < minWidth) {
                throw new IllegalArgumentException("Maximum width must exceed or equal the minimum width but " + maxWidth + " < " + minWidth);
            }
        }

        private Fraction(TemporalField field, int minWidth, int maxWidth, boolean point, int subsequentWidth) {
            super(field, minWidth, maxWidth, SignStyle.NOT_NEGATIVE, subsequentWidth);
            this.point = point;
        }

        @Override
        Fraction withFixedWidth() {
            return subsequentWidth == -1 ? this : new Fraction(field, minWidth, maxWidth, point, -1);
        }

        @Override
        Fraction withSubsequentWidth(int more) {
            return new Fraction(field, minWidth, maxWidth, point, subsequentWidth + more);
        }

        @Override
        boolean isFixedWidth(ParseContext context) {
            return context.strict && minWidth == maxWidth && !point;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Long value = context.value(field);
            if (value == null) {
                return false;
            }
            ValueRange range = field.range();
            range.checkValidValue(value, field);
            BigDecimal min = BigDecimal.valueOf(range.getMinimum());
            BigDecimal width = BigDecimal.valueOf(range.getMaximum()).subtract(min).add(BigDecimal.ONE);
            BigDecimal fraction = BigDecimal.valueOf(value).subtract(min).divide(width, 9, RoundingMode.FLOOR);
            fraction = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
            DecimalStyle ds = context.decimals();
            if (fraction.scale() == 0) {
                if (minWidth > 0) {
                    if (point) {
                        out.append(ds.getDecimalSeparator());
                    }
                    for (int i = 0; i < minWidth; i++) {
                        out.append(ds.getZeroDigit());
                    }
                }
            } else {
                int scale = Math.min(Math.max(fraction.scale(), minWidth), maxWidth);
                String digits = fraction.setScale(scale, RoundingMode.FLOOR).toPlainString().substring(2);
                if (point) {
                    out.append(ds.getDecimalSeparator());
                }
                out.append(ds.localised(digits));
            }
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            int least = context.strict || isFixedWidth(context) ? minWidth : 0;
            int most = context.strict || isFixedWidth(context) ? maxWidth : 9;
            int length = text.length();
            if (at == length) {
                return least > 0 ? ~at : at;
            }
            int p = at;
            if (point) {
                if (text.charAt(p) != context.decimals().getDecimalSeparator()) {
                    return least > 0 ? ~p : p;
                }
                p++;
            }
            int minEnd = p + least;
            if (minEnd > length) {
                return ~p;
            }
            int maxEnd = Math.min(p + most, length);
            int total = 0;
            int pos = p;
            while (pos < maxEnd) {
                int digit = context.decimals().digit(text.charAt(pos++));
                if (digit < 0) {
                    if (pos <= minEnd) {
                        return ~p;
                    }
                    pos--;
                    break;
                }
                total = total * 10 + digit;
            }
            BigDecimal fraction = new BigDecimal(total).movePointLeft(pos - p);
            ValueRange range = field.range();
            BigDecimal min = BigDecimal.valueOf(range.getMinimum());
            BigDecimal width = BigDecimal.valueOf(range.getMaximum()).subtract(min).add(BigDecimal.ONE);
            long value = fraction.multiply(width).setScale(0, RoundingMode.FLOOR).add(min).longValueExact();
            return context.set(field, value, p, pos);
        }

        @Override
        public String toString() {
            return "Fraction(" + field + "," + minWidth + "," + maxWidth + (point ? ",DecimalPoint" : "") + ")";
        }
    }

    /** A field of weeks, whose meaning depends on the locale. */
    static final class WeekBased extends Value {
        private final char letter;
        private final int count;

        WeekBased(char letter, int count, int minWidth, int maxWidth, int subsequentWidth) {
            super(null, minWidth, maxWidth, SignStyle.NOT_NEGATIVE, subsequentWidth);
            this.letter = letter;
            this.count = count;
        }

        @Override
        WeekBased withFixedWidth() {
            return subsequentWidth == -1 ? this : new WeekBased(letter, count, minWidth, maxWidth, -1);
        }

        @Override
        WeekBased withSubsequentWidth(int more) {
            return new WeekBased(letter, count, minWidth, maxWidth, subsequentWidth + more);
        }

        private Value actual(Locale locale) {
            WeekFields weeks = WeekFields.of(locale);
            switch (letter) {
                case 'Y':
                    TemporalField field = weeks.weekBasedYear();
                    if (count == 2) {
                        return new Reduced(field, 2, 2, 0, Reduced.BASE, subsequentWidth);
                    }
                    return new Value(field, count, 19, count < 4 ? SignStyle.NORMAL : SignStyle.EXCEEDS_PAD, subsequentWidth);
                case 'e':
                case 'c':
                    return new Value(weeks.dayOfWeek(), minWidth, maxWidth, SignStyle.NOT_NEGATIVE, subsequentWidth);
                case 'w':
                    return new Value(weeks.weekOfWeekBasedYear(), minWidth, maxWidth, SignStyle.NOT_NEGATIVE, subsequentWidth);
                default:
                    return new Value(weeks.weekOfMonth(), minWidth, maxWidth, SignStyle.NOT_NEGATIVE, subsequentWidth);
            }
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            return actual(context.locale()).print(context, out);
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            return actual(context.locale()).parse(context, text, at);
        }

        @Override
        public String toString() {
            return "Localized(" + letter + "," + count + ")";
        }
    }

    /** An instant as ISO 8601 writes it; digits -2: as many groups of three as needed, -1: as many as needed. */
    static final class InstantElement extends Element {
        private static final long PER_10000_YEARS = 146097L * 25L * 86400L;
        private static final long TO_0000 = (146097L * 5L - (30L * 365L + 7L)) * 86400L;
        private final int digits;

        InstantElement(int digits) {
            this.digits = digits;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            Long seconds = context.value(ChronoField.INSTANT_SECONDS);
            Long nanosValue = context.temporal.isSupported(NANO_OF_SECOND) ? (Long) context.temporal.getLong(NANO_OF_SECOND) : null;
            if (seconds == null) {
                return false;
            }
            int nanos = NANO_OF_SECOND.checkValidIntValue(nanosValue != null ? nanosValue : 0);
            long s = seconds;
            // The years 0 to 9999 have four digits; others are counted in units of 10,000 with a sign.
            long zero = s + TO_0000;
            long cycle = 0;
            if (s < -TO_0000 || s >= PER_10000_YEARS - TO_0000) {
                cycle = Math.floorDiv(zero, PER_10000_YEARS);
                s = Math.floorMod(zero, PER_10000_YEARS) - TO_0000;
            }
            LocalDateTime t = LocalDateTime.ofEpochSecond(s, 0, ZoneOffset.UTC);
            int from = out.length();
            out.append(t);
            if (t.getSecond() == 0) {
                out.append(":00");
            }
            if (cycle > 0) {
                out.insert(from, cycle).insert(from, '+');
            } else if (cycle < 0) {
                long year = cycle * 10000 + t.getYear();
                String text = year > -1000 ? "-" + Long.toString(year - 10000).substring(2) : Long.toString(year);
                int end = out.indexOf("-", from + 1);
                out.replace(from, end, text);
            }
            if (digits < 0 && nanos > 0 || digits > 0) {
                out.append('.');
                String all = Integer.toString(nanos + 1000_000_000).substring(1);
                int n = digits;
                if (digits == -2) {
                    n = nanos % 1000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
                } else if (digits == -1) {
                    n = 9;
                    while (all.charAt(n - 1) == '0') {
                        n--;
                    }
                }
                out.append(all, 0, n);
            }
            out.append('Z');
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            int least = Math.max(digits, 0);
            int most = digits < 0 ? 9 : digits;
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE).appendLiteral('T')
                    .appendValue(ChronoField.HOUR_OF_DAY, 2).appendLiteral(':')
                    .appendValue(ChronoField.MINUTE_OF_HOUR, 2).appendLiteral(':')
                    .appendValue(ChronoField.SECOND_OF_MINUTE, 2);
            if (most > 0) {
                builder.appendFraction(NANO_OF_SECOND, least, most, true);
            }
            Element.Composite parser = builder.appendOffsetId().toFormatter().element(false);
            ParseContext inner = new ParseContext(context.formatter);
            inner.caseSensitive = context.caseSensitive;
            inner.strict = context.strict;
            int pos = parser.parse(inner, text, at);
            if (pos < 0) {
                return pos;
            }
            Map<TemporalField, Long> v = inner.current().values;
            long year = v.get(ChronoField.YEAR);
            int month = v.get(ChronoField.MONTH_OF_YEAR).intValue();
            int day = v.get(ChronoField.DAY_OF_MONTH).intValue();
            int hour = v.get(ChronoField.HOUR_OF_DAY).intValue();
            int min = v.get(ChronoField.MINUTE_OF_HOUR).intValue();
            int sec = v.get(ChronoField.SECOND_OF_MINUTE).intValue();
            Long nano = v.get(NANO_OF_SECOND);
            long offset = v.get(ChronoField.OFFSET_SECONDS);
            int days = 0;
            if (hour == 24 && min == 0 && sec == 0 && (nano == null || nano == 0)) {
                hour = 0;
                days = 1;
            } else if (hour == 23 && min == 59 && sec == 60) {
                context.current().leapSecond = true;
                sec = 59;
            }
            long seconds;
            try {
                LocalDateTime t = LocalDateTime.of((int) (year % 10_000), month, day, hour, min, sec, 0).plusDays(days);
                seconds = t.toEpochSecond(ZoneOffset.ofTotalSeconds((int) offset));
                seconds += Math.multiplyExact(year / 10_000L, PER_10000_YEARS);
            } catch (RuntimeException e) {
                return ~at;
            }
            int p = context.set(ChronoField.INSTANT_SECONDS, seconds, at, pos);
            return p < 0 ? p : context.set(NANO_OF_SECOND, nano == null ? 0 : nano, at, pos);
        }

        @Override
        public String toString() {
            return "Instant()";
        }
    }
}
