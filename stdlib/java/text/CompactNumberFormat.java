package java.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;

/** Formats numbers in few characters: 12K for 12345. Each power of ten has a pattern, whose zeros say how many digits are shown. */
public final class CompactNumberFormat extends NumberFormat {
    private static final String[] SHORT = {"", "", "", "0K", "00K", "000K", "0M", "00M", "000M", "0B", "00B", "000B", "0T",
        "00T", "000T"};
    private static final String[] ROOT_SHORT = {"", "", "", "0K", "00K", "000K", "0M", "00M", "000M", "0G", "00G", "000G", "0T",
        "00T", "000T"};
    private static final String[] LONG = {"", "", "", "0 thousand", "00 thousand", "000 thousand", "0 million", "00 million",
        "000 million", "0 billion", "00 billion", "000 billion", "0 trillion", "00 trillion", "000 trillion"};

    private final String decimalPattern;
    private final DecimalFormatSymbols symbols;
    private final String[] compactPatterns;
    private final String pluralRules;
    private final DecimalFormat plain;
    private RoundingMode roundingMode = RoundingMode.HALF_EVEN;
    private boolean parseBigDecimal;
    private int groupingSize;

    public CompactNumberFormat(String decimalPattern, DecimalFormatSymbols symbols, String[] compactPatterns) {
        this(decimalPattern, symbols, compactPatterns, "");
    }

    public CompactNumberFormat(String decimalPattern, DecimalFormatSymbols symbols, String[] compactPatterns,
            String pluralRules) {
        this.decimalPattern = Objects.requireNonNull(decimalPattern, "decimalPattern");
        this.symbols = (DecimalFormatSymbols) Objects.requireNonNull(symbols, "symbols").clone();
        this.compactPatterns = Objects.requireNonNull(compactPatterns, "compactPatterns").clone();
        this.pluralRules = Objects.requireNonNull(pluralRules, "pluralRules");
        if (!pluralRules.isEmpty()) {
            throw new UnsupportedOperationException("CompactNumberFormat: plural rules");
        }
        for (String p : compactPatterns) {
            if (p.indexOf('{') >= 0) {
                throw new UnsupportedOperationException("CompactNumberFormat: patterns with plural forms");
            }
            if (!p.isEmpty() && p.indexOf('0') < 0) {
                throw new IllegalArgumentException("Invalid pattern [" + p + "]: all patterns must include digit placement 0s");
            }
        }
        plain = new DecimalFormat(decimalPattern, symbols);
        setMaximumFractionDigits(0);
        setGroupingUsed(false);
    }

    static String[] patterns(Locale locale, Style style) {
        return style == Style.LONG && !locale.getLanguage().isEmpty() ? LONG
                : locale.getLanguage().isEmpty() ? ROOT_SHORT : SHORT;
    }

    private StringBuffer format(BigDecimal number, boolean negative, boolean exactly, StringBuffer out,
            FieldPosition pos) {
        pos.setBeginIndex(0);
        pos.setEndIndex(0);
        BigDecimal abs = number.abs();
        plain.setRoundingMode(roundingMode);
        plain.setMaximumFractionDigits(getMaximumFractionDigits());
        plain.setMinimumFractionDigits(getMinimumFractionDigits());
        plain.setGroupingUsed(isGroupingUsed());
        if (groupingSize > 0) {
            plain.setGroupingSize(groupingSize);
        }
        BigDecimal rounded = abs.setScale(0, negative ? mirrored(roundingMode) : roundingMode);
        int digits = rounded.signum() == 0 ? 1 : rounded.precision();
        int index = Math.min(digits - 1, compactPatterns.length - 1);
        String pattern = index < 0 ? "" : compactPatterns[index];
        if (pattern.isEmpty()) {
            return plain.format(!negative ? rounded : rounded.signum() == 0 ? (Object) (-0.0) : rounded.negate(), out, pos);
        }
        int zeros = 0;
        int first = pattern.indexOf('0');
        while (first + zeros < pattern.length() && pattern.charAt(first + zeros) == '0') {
            zeros++;
        }
        // Quotients are those of doubles, and so are their ties; big numbers divide exactly.
        BigDecimal divided = exactly ? abs.movePointLeft(index + 1 - zeros)
                : new BigDecimal(abs.doubleValue() / Math.pow(10, index + 1 - zeros));
        String prefix = pattern.substring(0, first).replace("'", "");
        String suffix = pattern.substring(first + zeros).replace("'", "");
        FieldSpans spans = new FieldSpans();
        if (negative) {
            spans.add(Field.SIGN, -1, out.length(), out.length() + 1);
            out.append(symbols.getMinusSign());
        }
        spans.add(Field.PREFIX, -1, out.length(), out.length() + prefix.length());
        out.append(prefix);
        int start = out.length();
        String text = plain.format(divided, new StringBuffer(), new FieldPosition(0)).toString();
        out.append(text);
        int point = text.indexOf(symbols.getDecimalSeparator());
        spans.add(Field.INTEGER, INTEGER_FIELD, start, point < 0 ? out.length() : start + point);
        if (point >= 0) {
            spans.add(Field.FRACTION, FRACTION_FIELD, start + point + 1, out.length());
        }
        spans.add(Field.SUFFIX, -1, out.length(), out.length() + suffix.length());
        out.append(suffix);
        spans.find(pos);
        return out;
    }

    private static RoundingMode mirrored(RoundingMode mode) {
        return mode == RoundingMode.CEILING ? RoundingMode.FLOOR : mode == RoundingMode.FLOOR ? RoundingMode.CEILING : mode;
    }

    @Override
    public final StringBuffer format(Object number, StringBuffer toAppendTo, FieldPosition fieldPosition) {
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            BigDecimal d = number instanceof BigDecimal ? (BigDecimal) number : new BigDecimal((BigInteger) number);
            return format(d, d.signum() < 0, true, toAppendTo, fieldPosition);
        }
        return super.format(number, toAppendTo, fieldPosition);
    }

    @Override
    public StringBuffer format(double number, StringBuffer result, FieldPosition fieldPosition) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return plain.format(number, result, fieldPosition);
        }
        boolean negative = number < 0 || number == 0 && 1 / number < 0;
        return format(new BigDecimal(Double.toString(number)), negative, false, result, fieldPosition);
    }

    @Override
    public StringBuffer format(long number, StringBuffer result, FieldPosition fieldPosition) {
        return format(BigDecimal.valueOf(number), number < 0, false, result, fieldPosition);
    }

    @Override
    public Number parse(String text, ParsePosition pos) {
        int start = pos.getIndex();
        int from = start;
        boolean negative = text.startsWith(String.valueOf(symbols.getMinusSign()), start);
        from += negative ? 1 : 0;
        int best = -1;
        BigDecimal value = null;
        for (int i = 0; i < compactPatterns.length; i++) {
            String p = compactPatterns[i];
            int zero = p.indexOf('0');
            String prefix = zero < 0 ? "" : p.substring(0, zero).replace("'", "");
            String suffix = zero < 0 ? "" : p.substring(p.lastIndexOf('0') + 1).replace("'", "");
            if (!text.startsWith(prefix, from)) {
                continue;
            }
            ParsePosition at = new ParsePosition(from + prefix.length());
            DecimalFormat f = (DecimalFormat) plain.clone();
            f.setParseBigDecimal(true);
            f.setParseIntegerOnly(isParseIntegerOnly());
            f.setGroupingUsed(isGroupingUsed());
            Number n = f.parse(text, at);
            if (n instanceof BigDecimal && text.startsWith(suffix, at.getIndex()) && at.getIndex() + suffix.length() > best) {
                int zeros = zero < 0 ? 1 : p.lastIndexOf('0') - zero + 1;
                best = at.getIndex() + suffix.length();
                value = ((BigDecimal) n).movePointRight(zero < 0 ? 0 : i + 1 - zeros);
            }
        }
        if (value == null) {
            pos.setErrorIndex(start);
            return null;
        }
        pos.setIndex(best);
        value = negative ? value.negate() : value;
        if (parseBigDecimal) {
            return value;
        }
        BigDecimal whole = value.stripTrailingZeros();
        return whole.scale() <= 0 && whole.toBigInteger().bitLength() < 64 ? (Number) whole.longValue()
                : (Number) value.doubleValue();
    }

    @Override
    public RoundingMode getRoundingMode() {
        return roundingMode;
    }

    @Override
    public void setRoundingMode(RoundingMode roundingMode) {
        this.roundingMode = Objects.requireNonNull(roundingMode);
    }

    public int getGroupingSize() {
        return groupingSize;
    }

    public void setGroupingSize(int newValue) {
        if (newValue < 0 || newValue > 127) {
            throw new IllegalArgumentException("The value passed is negative or exceeds Byte.MAX_VALUE: " + newValue);
        }
        groupingSize = newValue;
    }

    @Override
    public boolean isGroupingUsed() {
        return super.isGroupingUsed();
    }

    @Override
    public void setGroupingUsed(boolean newValue) {
        super.setGroupingUsed(newValue);
    }

    @Override
    public boolean isParseIntegerOnly() {
        return super.isParseIntegerOnly();
    }

    @Override
    public void setParseIntegerOnly(boolean value) {
        super.setParseIntegerOnly(value);
    }

    public boolean isParseBigDecimal() {
        return parseBigDecimal;
    }

    public void setParseBigDecimal(boolean newValue) {
        parseBigDecimal = newValue;
    }

    @Override
    public AttributedCharacterIterator formatToCharacterIterator(Object obj) {
        return super.formatToCharacterIterator(obj);
    }

    @Override
    public boolean equals(Object obj) {
        if (!super.equals(obj)) {
            return false;
        }
        CompactNumberFormat o = (CompactNumberFormat) obj;
        return decimalPattern.equals(o.decimalPattern) && symbols.equals(o.symbols)
                && java.util.Arrays.equals(compactPatterns, o.compactPatterns) && roundingMode == o.roundingMode
                && pluralRules.equals(o.pluralRules) && groupingSize == o.groupingSize
                && parseBigDecimal == o.parseBigDecimal;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + decimalPattern.hashCode();
    }

    @Override
    public CompactNumberFormat clone() {
        return (CompactNumberFormat) super.clone();
    }
}
