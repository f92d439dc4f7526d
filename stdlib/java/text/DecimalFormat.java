package java.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** Formats numbers by a pattern such as {@code #,##0.00;(#)}. */
public class DecimalFormat extends NumberFormat {
    private static final char QUOTE = '\'';
    private static final char CURRENCY = '\u00a4';
    private static final char PER_MILLE = '\u2030';

    private DecimalFormatSymbols symbols;
    private String positivePrefix = "";
    private String positiveSuffix = "";
    private String negativePrefix = "-";
    private String negativeSuffix = "";
    // What the affixes were made of, with quotes before characters that stand for a symbol; null if an affix was set as text.
    private String posPrefixPattern;
    private String posSuffixPattern;
    private String negPrefixPattern;
    private String negSuffixPattern;
    private int multiplier = 1;
    private int groupingSize;
    private boolean decimalSeparatorAlwaysShown;
    private boolean exponential;
    private int minimumExponentDigits;
    private boolean parseBigDecimal;
    private boolean amounts;
    private RoundingMode roundingMode = RoundingMode.HALF_EVEN;

    public DecimalFormat() {
        this("#,##0.###");
    }

    public DecimalFormat(String pattern) {
        this(pattern, DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT)));
    }

    public DecimalFormat(String pattern, DecimalFormatSymbols symbols) {
        this.symbols = (DecimalFormatSymbols) symbols.clone();
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

    /** Text up to a digit of the pattern or a semicolon; symbols get a quote before them, quotes of the text are doubled. */
    private static String affix(Cursor c) {
        StringBuilder sb = new StringBuilder();
        boolean quoted = false;
        while (c.at < c.text.length()) {
            char ch = c.text.charAt(c.at);
            if (ch == QUOTE) {
                c.at++;
                if (c.peek() == QUOTE) {
                    sb.append("''");
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
                if (ch == '%' || ch == PER_MILLE) {
                    if (c.multiplier != 1) {
                        throw new IllegalArgumentException("Too many percent/per mille characters in pattern \"" + c.text + '"');
                    }
                    c.multiplier = ch == '%' ? 100 : 1000;
                    sb.append(QUOTE);
                } else if (ch == CURRENCY) {
                    sb.append(QUOTE).append(ch);
                    if (c.at + 1 < c.text.length() && c.text.charAt(c.at + 1) == CURRENCY) {
                        c.at++;
                    } else {
                        c.at++;
                        continue;
                    }
                } else if (ch == '-') {
                    sb.append(QUOTE);
                }
            }
            sb.append(ch);
            c.at++;
        }
        return sb.toString();
    }

    /** An affix with its symbols; spans, if wanted, gets their places behind {@code base}. */
    private String expand(String pattern, FieldSpans spans, int base) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != QUOTE) {
                sb.append(c);
                continue;
            }
            int from = base + sb.length();
            Field field = null;
            switch (pattern.charAt(++i)) {
                case CURRENCY:
                    if (i + 1 < pattern.length() && pattern.charAt(i + 1) == CURRENCY) {
                        i++;
                        sb.append(symbols.getInternationalCurrencySymbol());
                    } else {
                        sb.append(symbols.getCurrencySymbol());
                    }
                    field = Field.CURRENCY;
                    break;
                case '%':
                    sb.append(symbols.getPercent());
                    field = Field.PERCENT;
                    break;
                case PER_MILLE:
                    sb.append(symbols.getPerMill());
                    field = Field.PERMILLE;
                    break;
                case '-':
                    sb.append(symbols.getMinusSign());
                    field = Field.SIGN;
                    break;
                default:
                    sb.append(QUOTE);
            }
            if (field != null && spans != null) {
                spans.add(field, -1, from, base + sb.length());
            }
        }
        return sb.toString();
    }

    private void expandAffixes() {
        positivePrefix = posPrefixPattern == null ? positivePrefix : expand(posPrefixPattern, null, 0);
        positiveSuffix = posSuffixPattern == null ? positiveSuffix : expand(posSuffixPattern, null, 0);
        negativePrefix = negPrefixPattern == null ? negativePrefix : expand(negPrefixPattern, null, 0);
        negativeSuffix = negSuffixPattern == null ? negativeSuffix : expand(negSuffixPattern, null, 0);
    }

    public void applyLocalizedPattern(String pattern) {
        StringBuilder sb = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == QUOTE) {
                quoted = !quoted;
                sb.append(c);
            } else if (!quoted && pattern.startsWith(symbols.getExponentSeparator(), i)) {
                sb.append('E');
                i += symbols.getExponentSeparator().length() - 1;
            } else {
                sb.append(quoted ? c : plainSymbol(c));
            }
        }
        applyPattern(sb.toString());
    }

    /** What a localized pattern's character is in plain patterns. */
    private char plainSymbol(char c) {
        return c == symbols.getZeroDigit() ? '0' : c == symbols.getDecimalSeparator() ? '.'
                : c == symbols.getGroupingSeparator() ? ',' : c == symbols.getDigit() ? '#'
                : c == symbols.getPatternSeparator() ? ';' : c == symbols.getMinusSign() ? '-'
                : c == symbols.getPercent() ? '%' : c == symbols.getPerMill() ? PER_MILLE : c;
    }

    public void applyPattern(String pattern) {
        Objects.requireNonNull(pattern);
        Cursor c = new Cursor(pattern);
        posPrefixPattern = affix(c);
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
        if (zeros == 0 && fractionZeros == 0 && point) {
            if (hashes > 0) {
                zeros = 1;
                hashes--;
            } else if (fractionHashes > 0) {
                fractionZeros = 1;
                fractionHashes--;
            }
        }
        posSuffixPattern = affix(c);
        multiplier = c.multiplier;
        boolean own = false;
        if (c.peek() == ';') {
            c.at++;
            Cursor n = new Cursor(pattern);
            n.at = c.at;
            negPrefixPattern = affix(n);
            while (n.peek() != 0 && "#0,.E".indexOf(n.peek()) >= 0) {
                n.at++;
            }
            negSuffixPattern = affix(n);
            own = !(negPrefixPattern.equals(posPrefixPattern) && negSuffixPattern.equals(posSuffixPattern));
            c.at = n.at;
        }
        if (c.at < pattern.length()) {
            throw malformed(pattern);
        }
        if (!own) {
            negPrefixPattern = "'-" + posPrefixPattern;
            negSuffixPattern = posSuffixPattern;
        }
        amounts = (posPrefixPattern + posSuffixPattern + negPrefixPattern + negSuffixPattern).contains("'\u00a4");
        expandAffixes();
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
    public final StringBuffer format(Object number, StringBuffer toAppendTo, FieldPosition pos) {
        pos.setBeginIndex(0);
        pos.setEndIndex(0);
        FieldSpans spans = new FieldSpans();
        format(number, toAppendTo, spans);
        spans.find(pos);
        return toAppendTo;
    }

    @Override
    public StringBuffer format(double number, StringBuffer result, FieldPosition fieldPosition) {
        fieldPosition.setBeginIndex(0);
        fieldPosition.setEndIndex(0);
        FieldSpans spans = new FieldSpans();
        format(number, result, spans);
        spans.find(fieldPosition);
        return result;
    }

    @Override
    public StringBuffer format(long number, StringBuffer result, FieldPosition fieldPosition) {
        fieldPosition.setBeginIndex(0);
        fieldPosition.setEndIndex(0);
        FieldSpans spans = new FieldSpans();
        format(number, result, spans);
        spans.find(fieldPosition);
        return result;
    }

    @Override
    public AttributedCharacterIterator formatToCharacterIterator(Object obj) {
        if (obj == null) {
            throw new NullPointerException("formatToCharacterIterator must be passed non-null object");
        }
        FieldSpans spans = new FieldSpans();
        StringBuffer out = new StringBuffer();
        format(obj, out, spans);
        return spans.iterator(out.toString());
    }

    private void format(Object number, StringBuffer out, FieldSpans spans) {
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            BigDecimal d = number instanceof BigDecimal ? (BigDecimal) number : new BigDecimal((BigInteger) number);
            BigDecimal abs = d.multiply(BigDecimal.valueOf(multiplier)).abs();
            append(d.signum() < 0 != multiplier < 0, abs, abs, false, out, spans);
        } else if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte
                || number instanceof java.util.concurrent.atomic.AtomicInteger
                || number instanceof java.util.concurrent.atomic.AtomicLong) {
            format(((Number) number).longValue(), out, spans);
        } else if (number instanceof Number) {
            format(((Number) number).doubleValue(), out, spans);
        } else {
            throw new IllegalArgumentException("Cannot format given Object as a Number");
        }
    }

    private void format(double number, StringBuffer out, FieldSpans spans) {
        int start = out.length();
        if (Double.isNaN(number)) {
            out.append(symbols.getNaN());
            spans.add(Field.INTEGER, INTEGER_FIELD, start, out.length());
            return;
        }
        double times = number * multiplier;
        boolean negative = times < 0 || times == 0 && 1 / times < 0;
        if (Double.isInfinite(times)) {
            prefix(negative, out, spans);
            start = out.length();
            out.append(symbols.getInfinity());
            spans.add(Field.INTEGER, INTEGER_FIELD, start, out.length());
            suffix(negative, out, spans);
            return;
        }
        // Rounding looks at the exact value of the double.
        double abs = Math.abs(times);
        BigDecimal exact = new BigDecimal(abs);
        append(negative, exact, new BigDecimal(Double.toString(abs)), abs == Math.rint(abs), out, spans);
    }

    private void format(long number, StringBuffer out, FieldSpans spans) {
        BigDecimal abs = new BigDecimal(BigInteger.valueOf(number).abs()).multiply(BigDecimal.valueOf(Math.abs((long) multiplier)));
        append(number < 0 != multiplier < 0 && number != 0, abs, abs, false, out, spans);
    }

    private void prefix(boolean negative, StringBuffer out, FieldSpans spans) {
        String pattern = negative ? negPrefixPattern : posPrefixPattern;
        String text = negative ? negativePrefix : positivePrefix;
        affix(pattern, text, out, spans);
    }

    private void suffix(boolean negative, StringBuffer out, FieldSpans spans) {
        String pattern = negative ? negSuffixPattern : posSuffixPattern;
        String text = negative ? negativeSuffix : positiveSuffix;
        affix(pattern, text, out, spans);
    }

    private void affix(String pattern, String text, StringBuffer out, FieldSpans spans) {
        if (pattern != null) {
            expand(pattern, spans, out.length());
        } else if (text.equals(String.valueOf(symbols.getMinusSign()))) {
            spans.add(Field.SIGN, -1, out.length(), out.length() + 1);
        }
        out.append(text);
    }

    /** Rounds to a scale: the exact value decides, the shortest digits are shown where both agree. */
    private BigDecimal rounded(BigDecimal exact, BigDecimal shortest, int scale, boolean negative, boolean wholeDouble) {
        RoundingMode mode = roundingMode;
        if (negative && mode == RoundingMode.CEILING || !negative && mode == RoundingMode.FLOOR) {
            mode = RoundingMode.DOWN;
        } else if (mode == RoundingMode.CEILING || mode == RoundingMode.FLOOR) {
            mode = RoundingMode.UP;
        }
        if (scale >= shortest.scale()) {
            return shortest;
        }
        // OpenJDK takes ties of whole doubles, which only exponents bring about, for more than ties.
        if (wholeDouble && (mode == RoundingMode.HALF_EVEN || mode == RoundingMode.HALF_DOWN)) {
            mode = RoundingMode.HALF_UP;
        }
        try {
            return exact.setScale(scale, mode);
        } catch (ArithmeticException e) {
            throw new ArithmeticException(
                    "Rounding needed with the rounding mode being set to RoundingMode.UNNECESSARY");
        }
    }

    private void append(boolean negative, BigDecimal exact, BigDecimal shortest, boolean wholeDouble, StringBuffer out,
            FieldSpans spans) {
        StringBuilder body = new StringBuilder();
        if (exponential) {
            scientific(exact, shortest, negative, wholeDouble, body);
        } else {
            plain(rounded(exact, shortest, getMaximumFractionDigits(), negative, false), body);
        }
        prefix(negative, out, spans);
        localize(body, out, spans);
        suffix(negative, out, spans);
    }

    /** Puts the symbols into digits that were made with plain ones, and notes the parts. */
    private void localize(StringBuilder body, StringBuffer out, FieldSpans spans) {
        int base = out.length();
        int start = base;
        Field part = Field.INTEGER;
        int id = INTEGER_FIELD;
        int shift = symbols.getZeroDigit() - '0';
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            int at = out.length();
            if (c >= '0' && c <= '9') {
                out.append((char) (c + shift));
            } else if (c == ',') {
                out.append(amounts ? symbols.getMonetaryGroupingSeparator() : symbols.getGroupingSeparator());
                spans.add(Field.GROUPING_SEPARATOR, -1, at, out.length());
            } else if (c == '.') {
                spans.add(part, id, start, at);
                out.append(amounts ? symbols.getMonetaryDecimalSeparator() : symbols.getDecimalSeparator());
                spans.add(Field.DECIMAL_SEPARATOR, -1, at, out.length());
                part = Field.FRACTION;
                id = FRACTION_FIELD;
                start = out.length();
            } else if (c == 'E') {
                spans.add(part, id, start, at);
                out.append(symbols.getExponentSeparator());
                spans.add(Field.EXPONENT_SYMBOL, -1, at, out.length());
                part = Field.EXPONENT;
                id = -1;
                start = out.length();
            } else {
                out.append(symbols.getMinusSign());
                spans.add(Field.EXPONENT_SIGN, -1, at, out.length());
                start = out.length();
            }
        }
        spans.add(part, id, start, out.length());
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

    private void scientific(BigDecimal exact, BigDecimal shortest, boolean negative, boolean wholeDouble,
            StringBuilder out) {
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
            mantissa = rounded(exact.scaleByPowerOfTen(-shown), shortest.scaleByPowerOfTen(-shown), scale, negative, wholeDouble);
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
        if (text.startsWith(symbols.getNaN(), start)) {
            position.setIndex(start + symbols.getNaN().length());
            return Double.NaN;
        }
        boolean positive = text.startsWith(positivePrefix, start);
        boolean negative = text.startsWith(negativePrefix, start);
        if (positive && negative) {
            positive = positivePrefix.length() >= negativePrefix.length();
            negative = negativePrefix.length() >= positivePrefix.length();
        }
        if (!positive && !negative) {
            position.setErrorIndex(start);
            return null;
        }
        int i = start + (negative ? negativePrefix : positivePrefix).length();
        if (text.startsWith(symbols.getInfinity(), i)) {
            return infinity(text, i + symbols.getInfinity().length(), positive, negative, position);
        }
        char decimal = amounts ? symbols.getMonetaryDecimalSeparator() : symbols.getDecimalSeparator();
        char group = amounts ? symbols.getMonetaryGroupingSeparator() : symbols.getGroupingSeparator();
        String exponentSign = symbols.getExponentSeparator();
        StringBuilder digits = new StringBuilder();
        boolean any = false;
        boolean point = false;
        int groupAt = -1;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c - symbols.getZeroDigit();
            if (digit < 0 || digit > 9) {
                digit = Character.digit(c, 10);
            }
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
                any = true;
                groupAt = -1;
            } else if (c == decimal && !point && !isParseIntegerOnly()) {
                point = true;
                digits.append('.');
            } else if (c == group && isGroupingUsed() && !point && groupAt < 0) {
                groupAt = i;
            } else if (any && groupAt < 0 && text.startsWith(exponentSign, i)) {
                int k = i + exponentSign.length();
                boolean minus = k < text.length() && text.charAt(k) == symbols.getMinusSign();
                k += minus ? 1 : 0;
                int first = k;
                while (k < text.length() && Character.digit(text.charAt(k), 10) >= 0) {
                    k++;
                }
                if (k > first && k - first < 10) {
                    digits.append('E').append(minus ? "-" : "").append(text, first, k);
                    i = k;
                }
                break;
            } else {
                break;
            }
        }
        if (groupAt >= 0) {
            i = groupAt;
        }
        if (positive && negative) {
            // Both prefixes are alike: the suffix tells.
            boolean p = text.startsWith(positiveSuffix, i);
            boolean n = text.startsWith(negativeSuffix, i);
            negative = n && (!p || negativeSuffix.length() > positiveSuffix.length());
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
            value = value.divide(BigDecimal.valueOf(multiplier), Math.max(value.scale(), 0) + 20, RoundingMode.HALF_EVEN);
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

    private Number infinity(String text, int i, boolean positive, boolean negative, ParsePosition position) {
        boolean minus = negative && (!positive || !text.startsWith(positiveSuffix, i));
        String suffix = minus ? negativeSuffix : positiveSuffix;
        if (!text.startsWith(suffix, i)) {
            position.setErrorIndex(i);
            return null;
        }
        position.setIndex(i + suffix.length());
        return minus ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    public DecimalFormatSymbols getDecimalFormatSymbols() {
        return (DecimalFormatSymbols) symbols.clone();
    }

    public void setDecimalFormatSymbols(DecimalFormatSymbols newSymbols) {
        symbols = (DecimalFormatSymbols) newSymbols.clone();
        expandAffixes();
    }

    @Override
    public Currency getCurrency() {
        return symbols.getCurrency();
    }

    @Override
    public void setCurrency(Currency currency) {
        if (currency != symbols.getCurrency()) {
            symbols.setCurrency(currency);
            expandAffixes();
        }
    }

    public String toPattern() {
        return toPattern(false);
    }

    public String toLocalizedPattern() {
        return toPattern(true);
    }

    private String toPattern(boolean localized) {
        StringBuilder sb = new StringBuilder();
        affixPattern(sb, posPrefixPattern, positivePrefix, localized);
        StringBuilder digits = new StringBuilder();
        numberPattern(digits, localized);
        sb.append(digits);
        affixPattern(sb, posSuffixPattern, positiveSuffix, localized);
        boolean sameSuffix = negSuffixPattern == null ? posSuffixPattern == null && negativeSuffix.equals(positiveSuffix)
                : negSuffixPattern.equals(posSuffixPattern);
        boolean usualPrefix = negPrefixPattern == null
                ? posPrefixPattern == null && negativePrefix.equals(symbols.getMinusSign() + positivePrefix)
                : negPrefixPattern.equals("'-" + posPrefixPattern);
        if (!sameSuffix || !usualPrefix) {
            sb.append(localized ? symbols.getPatternSeparator() : ';');
            affixPattern(sb, negPrefixPattern, negativePrefix, localized);
            sb.append(digits);
            affixPattern(sb, negSuffixPattern, negativeSuffix, localized);
        }
        return sb.toString();
    }

    private void numberPattern(StringBuilder sb, boolean localized) {
        char zero = localized ? symbols.getZeroDigit() : '0';
        char hash = localized ? symbols.getDigit() : '#';
        int least = getMinimumIntegerDigits();
        int count = exponential ? getMaximumIntegerDigits() : Math.max(groupingSize, least) + 1;
        for (int i = count; i > 0; i--) {
            if (i != count && isGroupingUsed() && groupingSize != 0 && i % groupingSize == 0) {
                sb.append(!localized ? ',' : amounts ? symbols.getMonetaryGroupingSeparator() : symbols.getGroupingSeparator());
            }
            sb.append(i <= least ? zero : hash);
        }
        int fraction = Math.min(getMaximumFractionDigits(), 340);
        if (fraction > 0 || decimalSeparatorAlwaysShown) {
            sb.append(!localized ? '.' : amounts ? symbols.getMonetaryDecimalSeparator() : symbols.getDecimalSeparator());
        }
        for (int i = 0; i < fraction; i++) {
            sb.append(i < getMinimumFractionDigits() ? zero : hash);
        }
        if (exponential) {
            sb.append(localized ? symbols.getExponentSeparator() : "E");
            for (int i = 0; i < minimumExponentDigits; i++) {
                sb.append(zero);
            }
        }
    }

    /** An affix as it stands in patterns: text that a pattern would take for something else is quoted. */
    private void affixPattern(StringBuilder sb, String pattern, String text, boolean localized) {
        if (pattern == null) {
            quote(sb, text, localized);
            return;
        }
        int i = 0;
        StringBuilder literal = new StringBuilder();
        while (i < pattern.length()) {
            char c = pattern.charAt(i++);
            if (c != QUOTE || i == pattern.length() || pattern.charAt(i) == QUOTE) {
                literal.append(c);
                i += c == QUOTE ? 1 : 0;
                continue;
            }
            quote(sb, literal.toString(), localized);
            literal.setLength(0);
            c = pattern.charAt(i++);
            if (c == CURRENCY && i < pattern.length() && pattern.charAt(i) == CURRENCY) {
                sb.append(c);
                i++;
            }
            sb.append(!localized ? c : c == '%' ? symbols.getPercent() : c == PER_MILLE ? symbols.getPerMill()
                    : c == '-' ? symbols.getMinusSign() : c);
        }
        quote(sb, literal.toString(), localized);
    }

    private void quote(StringBuilder sb, String text, boolean localized) {
        boolean need = false;
        for (int i = 0; i < text.length() && !need; i++) {
            char c = text.charAt(i);
            need = "0#,.;%-\u2030\u00a4".indexOf(localized ? plainSymbol(c) : c) >= 0;
        }
        if (need) {
            sb.append(QUOTE);
        }
        sb.append(text.replace("'", "''"));
        if (need) {
            sb.append(QUOTE);
        }
    }

    @Override
    public boolean equals(Object obj) {
        if (!super.equals(obj)) {
            return false;
        }
        DecimalFormat o = (DecimalFormat) obj;
        return Objects.equals(posPrefixPattern, o.posPrefixPattern) && positivePrefix.equals(o.positivePrefix)
                && Objects.equals(posSuffixPattern, o.posSuffixPattern) && positiveSuffix.equals(o.positiveSuffix)
                && Objects.equals(negPrefixPattern, o.negPrefixPattern) && negativePrefix.equals(o.negativePrefix)
                && Objects.equals(negSuffixPattern, o.negSuffixPattern) && negativeSuffix.equals(o.negativeSuffix)
                && multiplier == o.multiplier && groupingSize == o.groupingSize
                && decimalSeparatorAlwaysShown == o.decimalSeparatorAlwaysShown && parseBigDecimal == o.parseBigDecimal
                && exponential == o.exponential && (!exponential || minimumExponentDigits == o.minimumExponentDigits)
                && roundingMode == o.roundingMode && symbols.equals(o.symbols);
    }

    @Override
    public int hashCode() {
        return super.hashCode() * 37 + positivePrefix.hashCode();
    }

    @Override
    public Object clone() {
        DecimalFormat other = (DecimalFormat) super.clone();
        other.symbols = (DecimalFormatSymbols) symbols.clone();
        return other;
    }

    public String getPositivePrefix() {
        return positivePrefix;
    }

    public void setPositivePrefix(String newValue) {
        positivePrefix = Objects.requireNonNull(newValue);
        posPrefixPattern = null;
    }

    public String getNegativePrefix() {
        return negativePrefix;
    }

    public void setNegativePrefix(String newValue) {
        negativePrefix = Objects.requireNonNull(newValue);
        negPrefixPattern = null;
    }

    public String getPositiveSuffix() {
        return positiveSuffix;
    }

    public void setPositiveSuffix(String newValue) {
        positiveSuffix = Objects.requireNonNull(newValue);
        posSuffixPattern = null;
    }

    public String getNegativeSuffix() {
        return negativeSuffix;
    }

    public void setNegativeSuffix(String newValue) {
        negativeSuffix = Objects.requireNonNull(newValue);
        negSuffixPattern = null;
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
