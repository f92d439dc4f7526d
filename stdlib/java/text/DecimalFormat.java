package java.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/** Formats numbers by a pattern such as {@code #,##0.00;(#)}, with the symbols of the root locale. */
public class DecimalFormat extends NumberFormat {
    private String positivePrefix = "";
    private String positiveSuffix = "";
    private String negativePrefix = "-";
    private String negativeSuffix = "";
    private int multiplier = 1;
    private int groupingSize;
    private boolean decimalSeparatorAlwaysShown;
    private boolean exponential;
    private int minimumExponentDigits;
    private boolean parseBigDecimal;
    private RoundingMode roundingMode = RoundingMode.HALF_EVEN;

    public DecimalFormat() {
        this("#,##0.###");
    }

    public DecimalFormat(String pattern) {
        applyPattern(pattern);
    }

    /** Where a pattern is being read. */
    private static final class Cursor {
        final String text;
        int at;
        int multiplier = 1;

        Cursor(String text) {
            this.text = text;
        }

        char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }
    }

    private static IllegalArgumentException malformed(String pattern) {
        return new IllegalArgumentException("Malformed pattern \"" + pattern + '"');
    }

    /** Literal text up to a digit of the pattern or a semicolon; quotes protect. */
    private static String affix(Cursor c) {
        StringBuilder sb = new StringBuilder();
        boolean quoted = false;
        while (c.at < c.text.length()) {
            char ch = c.text.charAt(c.at);
            if (ch == '\'') {
                c.at++;
                if (c.peek() == '\'') {
                    sb.append('\'');
                    c.at++;
                } else {
                    quoted = !quoted;
                }
                continue;
            }
            if (!quoted) {
                if (ch == ';' || ch == '#' || ch == '0' || ch == ',' || ch == '.') {
                    break;
                }
                if (ch == '%' || ch == '\u2030') {
                    if (c.multiplier != 1) {
                        throw new IllegalArgumentException("Too many percent/per mille characters in pattern \"" + c.text + '"');
                    }
                    c.multiplier = ch == '%' ? 100 : 1000;
                } else if (ch == '\u00a4') {
                    throw new UnsupportedOperationException("DecimalFormat: currency sign");
                }
            }
            sb.append(ch);
            c.at++;
        }
        return sb.toString();
    }

    public void applyPattern(String pattern) {
        Objects.requireNonNull(pattern);
        Cursor c = new Cursor(pattern);
        positivePrefix = affix(c);
        int hashes = 0;
        int zeros = 0;
        int group = -1;
        int fractionZeros = 0;
        int fractionHashes = 0;
        boolean point = false;
        while (true) {
            char ch = c.peek();
            if (ch == '#' && !point) {
                if (zeros > 0) {
                    throw malformed(pattern);
                }
                hashes++;
                group = group < 0 ? group : group + 1;
            } else if (ch == '#') {
                fractionHashes++;
            } else if (ch == '0' && !point) {
                zeros++;
                group = group < 0 ? group : group + 1;
            } else if (ch == '0') {
                if (fractionHashes > 0) {
                    throw new IllegalArgumentException("Unexpected '0' in pattern \"" + pattern + '"');
                }
                fractionZeros++;
            } else if (ch == ',' && !point) {
                group = 0;
            } else if (ch == '.') {
                if (point) {
                    throw new IllegalArgumentException("Multiple decimal separators in pattern \"" + pattern + '"');
                }
                point = true;
            } else {
                break;
            }
            c.at++;
        }
        exponential = false;
        if (c.peek() == 'E') {
            c.at++;
            exponential = true;
            minimumExponentDigits = 0;
            while (c.peek() == '0') {
                minimumExponentDigits++;
                c.at++;
            }
            if (hashes + zeros < 1 || minimumExponentDigits < 1) {
                throw new IllegalArgumentException("Malformed exponential pattern \"" + pattern + '"');
            }
        }
        if (group == 0 || group > 0 && exponential) {
            throw malformed(pattern);
        }
        // "#.#" means "0.#", and ".#" means ".0": something must be shown.
        if (zeros == 0 && fractionZeros == 0) {
            if (hashes > 0) {
                zeros = 1;
                hashes--;
            } else if (fractionHashes > 0) {
                fractionZeros = 1;
                fractionHashes--;
            }
        }
        positiveSuffix = affix(c);
        multiplier = c.multiplier;
        boolean own = false;
        if (c.peek() == ';') {
            c.at++;
            Cursor n = new Cursor(pattern);
            n.at = c.at;
            negativePrefix = affix(n);
            while (n.peek() != 0 && "#0,.E".indexOf(n.peek()) >= 0) {
                n.at++;
            }
            negativeSuffix = affix(n);
            own = !(negativePrefix.equals(positivePrefix) && negativeSuffix.equals(positiveSuffix));
            c.at = n.at;
        }
        if (c.at < pattern.length()) {
            throw malformed(pattern);
        }
        if (!own) {
            negativePrefix = "-" + positivePrefix;
            negativeSuffix = positiveSuffix;
        }
        groupingSize = Math.max(group, 0);
        super.setGroupingUsed(group > 0);
        super.setMinimumIntegerDigits(0);
        super.setMaximumIntegerDigits(exponential ? hashes + zeros : Integer.MAX_VALUE);
        super.setMinimumIntegerDigits(zeros);
        super.setMinimumFractionDigits(0);
        super.setMaximumFractionDigits(point ? fractionZeros + fractionHashes : 0);
        super.setMinimumFractionDigits(fractionZeros);
        decimalSeparatorAlwaysShown = point && fractionZeros + fractionHashes == 0;
        if (pattern.isEmpty()) {
            super.setMaximumFractionDigits(Integer.MAX_VALUE);
            super.setMinimumIntegerDigits(0);
        }
    }

    @Override
    public StringBuffer format(double number, StringBuffer out) {
        if (Double.isNaN(number)) {
            return out.append("NaN");
        }
        boolean negative = number < 0 || number == 0 && 1 / number < 0;
        if (Double.isInfinite(number)) {
            return out.append(negative ? negativePrefix : positivePrefix).append('\u221e').append(negative ? negativeSuffix : positiveSuffix);
        }
        // Rounding looks at the exact value of the double.
        double abs = Math.abs(number * multiplier);
        return append(negative, new BigDecimal(abs), new BigDecimal(Double.toString(abs)), out);
    }

    @Override
    public StringBuffer format(long number, StringBuffer out) {
        BigDecimal abs = new BigDecimal(BigInteger.valueOf(number).abs()).multiply(BigDecimal.valueOf(multiplier));
        return append(number < 0, abs, abs, out);
    }

    @Override
    public String format(Object number) {
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            BigDecimal d = number instanceof BigDecimal ? (BigDecimal) number : new BigDecimal((BigInteger) number);
            BigDecimal abs = d.abs().multiply(BigDecimal.valueOf(multiplier));
            return append(d.signum() < 0, abs, abs, new StringBuffer()).toString();
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return format(((Number) number).longValue());
        }
        if (number instanceof Number) {
            return format(((Number) number).doubleValue());
        }
        throw new IllegalArgumentException("Cannot format given Object as a Number");
    }

    /** Rounds to a scale: the exact value decides, the shortest digits are shown where both agree. */
    private BigDecimal rounded(BigDecimal exact, BigDecimal shortest, int scale, boolean negative) {
        RoundingMode mode = roundingMode;
        if (negative && mode == RoundingMode.CEILING || !negative && mode == RoundingMode.FLOOR) {
            mode = RoundingMode.DOWN;
        } else if (mode == RoundingMode.CEILING || mode == RoundingMode.FLOOR) {
            mode = RoundingMode.UP;
        }
        if (scale >= shortest.scale()) {
            return shortest;
        }
        // OpenJDK rounds ties up where there is an exponent.
        if (exponential && mode == RoundingMode.HALF_EVEN) {
            mode = RoundingMode.HALF_UP;
        }
        return exact.setScale(scale, mode);
    }

    private StringBuffer append(boolean negative, BigDecimal exact, BigDecimal shortest, StringBuffer out) {
        StringBuilder body = new StringBuilder();
        if (exponential) {
            scientific(exact, shortest, negative, body);
        } else {
            plain(rounded(exact, shortest, getMaximumFractionDigits(), negative), body);
        }
        return out.append(negative ? negativePrefix : positivePrefix).append(body).append(negative ? negativeSuffix : positiveSuffix);
    }

    private void plain(BigDecimal value, StringBuilder out) {
        String text = value.toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (whole.equals("0")) {
            whole = "";
        }
        while (whole.length() < getMinimumIntegerDigits()) {
            whole = "0".repeat(getMinimumIntegerDigits() - whole.length()) + whole;
        }
        if (whole.length() > getMaximumIntegerDigits()) {
            whole = whole.substring(whole.length() - getMaximumIntegerDigits());
        }
        int end = fraction.length();
        while (end > getMinimumFractionDigits() && fraction.charAt(end - 1) == '0') {
            end--;
        }
        fraction = fraction.substring(0, end);
        if (fraction.length() < getMinimumFractionDigits()) {
            fraction += "0".repeat(getMinimumFractionDigits() - fraction.length());
        }
        if (whole.isEmpty() && fraction.isEmpty()) {
            whole = "0";
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && isGroupingUsed() && groupingSize > 0 && (whole.length() - i) % groupingSize == 0) {
                out.append(',');
            }
            out.append(whole.charAt(i));
        }
        if (!fraction.isEmpty() || decimalSeparatorAlwaysShown) {
            out.append('.').append(fraction);
        }
    }

    private void scientific(BigDecimal exact, BigDecimal shortest, boolean negative, StringBuilder out) {
        int min = getMinimumIntegerDigits();
        int max = getMaximumIntegerDigits();
        int exponent = shortest.signum() == 0 ? 0 : shortest.precision() - shortest.scale() - 1;
        boolean engineering = max > 1 && max > min;
        BigDecimal mantissa = shortest;
        for (int round = 0; round < 2; round++) {
            int shown = engineering ? Math.floorDiv(exponent, max) * max : exponent - (Math.max(min, 1) - 1);
            if (shortest.signum() == 0) {
                shown = 0;
            }
            int digits = max + getMaximumFractionDigits();
            int scale = engineering
                    ? Math.max(0, digits - (exponent - shown + 1))
                    : getMaximumFractionDigits();
            mantissa = rounded(exact.scaleByPowerOfTen(-shown), shortest.scaleByPowerOfTen(-shown), scale, negative);
            int now = mantissa.signum() == 0 ? 0 : mantissa.precision() - mantissa.scale() - 1 + shown;
            if (now == exponent || mantissa.signum() == 0) {
                StringBuilder body = new StringBuilder();
                mantissaText(mantissa, engineering, body);
                out.append(body).append('E');
                if (shown < 0) {
                    out.append('-');
                }
                String e = Integer.toString(Math.abs(shown));
                out.append("0".repeat(Math.max(0, minimumExponentDigits - e.length()))).append(e);
                return;
            }
            // Rounding carried into a new digit.
            exponent = now;
        }
        throw new IllegalStateException();
    }

    private void mantissaText(BigDecimal mantissa, boolean engineering, StringBuilder out) {
        String text = mantissa.toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        int least = engineering ? Math.max(0, getMinimumIntegerDigits() + getMinimumFractionDigits() - whole.length())
                : getMinimumFractionDigits();
        int end = fraction.length();
        while (end > least && fraction.charAt(end - 1) == '0') {
            end--;
        }
        fraction = fraction.substring(0, end);
        if (fraction.length() < least) {
            fraction += "0".repeat(least - fraction.length());
        }
        if (getMinimumIntegerDigits() == 0 && !engineering && whole.equals("0") && !fraction.isEmpty()) {
            whole = "";
        }
        out.append("0".repeat(Math.max(0, engineering ? 0 : getMinimumIntegerDigits() - whole.length()))).append(whole);
        if (!fraction.isEmpty() || decimalSeparatorAlwaysShown) {
            out.append('.').append(fraction);
        }
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        int start = position.getIndex();
        boolean positive = text.startsWith(positivePrefix, start);
        boolean negative = text.startsWith(negativePrefix, start);
        if (positive && negative) {
            positive = positivePrefix.length() > negativePrefix.length();
            negative = !positive || positivePrefix.length() == negativePrefix.length();
        }
        if (!positive && !negative) {
            position.setErrorIndex(start);
            return null;
        }
        int i = start + (negative ? negativePrefix : positivePrefix).length();
        StringBuilder digits = new StringBuilder();
        boolean any = false;
        boolean point = false;
        int groupAt = -1;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                any = true;
                groupAt = -1;
            } else if (c == '.' && !point && !isParseIntegerOnly()) {
                point = true;
                digits.append('.');
            } else if (c == ',' && isGroupingUsed() && !point && groupAt < 0) {
                groupAt = i;
            } else if (c == 'E' && any && i + 1 < text.length()
                    && (Character.isDigit(text.charAt(i + 1)) || text.charAt(i + 1) == '-' && i + 2 < text.length())) {
                digits.append('E').append(text.charAt(++i));
                while (i + 1 < text.length() && Character.isDigit(text.charAt(i + 1))) {
                    digits.append(text.charAt(++i));
                }
                i++;
                break;
            } else {
                break;
            }
        }
        if (groupAt >= 0) {
            i = groupAt;
        }
        String suffix = negative ? negativeSuffix : positiveSuffix;
        if (!any || !text.startsWith(suffix, i)) {
            position.setErrorIndex(any ? i : start);
            return null;
        }
        position.setIndex(i + suffix.length());
        String number = digits.toString();
        BigDecimal value = new BigDecimal(number.endsWith(".") ? number + "0" : number);
        if (multiplier != 1) {
            value = value.divide(BigDecimal.valueOf(multiplier));
        }
        if (negative) {
            value = value.negate();
        }
        if (parseBigDecimal) {
            return value;
        }
        boolean minusZero = negative && value.signum() == 0;
        BigDecimal whole = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (!minusZero && whole.scale() <= 0 && whole.toBigInteger().bitLength() < 64) {
            return whole.longValue();
        }
        return minusZero ? (Number) (-0.0) : (Number) value.doubleValue();
    }

    public String getPositivePrefix() {
        return positivePrefix;
    }

    public void setPositivePrefix(String newValue) {
        positivePrefix = newValue;
    }

    public String getNegativePrefix() {
        return negativePrefix;
    }

    public void setNegativePrefix(String newValue) {
        negativePrefix = newValue;
    }

    public String getPositiveSuffix() {
        return positiveSuffix;
    }

    public void setPositiveSuffix(String newValue) {
        positiveSuffix = newValue;
    }

    public String getNegativeSuffix() {
        return negativeSuffix;
    }

    public void setNegativeSuffix(String newValue) {
        negativeSuffix = newValue;
    }

    public int getMultiplier() {
        return multiplier;
    }

    public void setMultiplier(int newValue) {
        multiplier = newValue;
    }

    public int getGroupingSize() {
        return groupingSize;
    }

    public void setGroupingSize(int newValue) {
        if (newValue < 0 || newValue > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("newValue is out of valid range. value: " + newValue);
        }
        groupingSize = newValue;
    }

    public boolean isDecimalSeparatorAlwaysShown() {
        return decimalSeparatorAlwaysShown;
    }

    public void setDecimalSeparatorAlwaysShown(boolean newValue) {
        decimalSeparatorAlwaysShown = newValue;
    }

    public boolean isParseBigDecimal() {
        return parseBigDecimal;
    }

    public void setParseBigDecimal(boolean newValue) {
        parseBigDecimal = newValue;
    }

    @Override
    public RoundingMode getRoundingMode() {
        return roundingMode;
    }

    @Override
    public void setRoundingMode(RoundingMode roundingMode) {
        this.roundingMode = Objects.requireNonNull(roundingMode);
    }
}
