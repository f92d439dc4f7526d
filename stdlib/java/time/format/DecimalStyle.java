package java.time.format;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The characters of numbers. */
public final class DecimalStyle {
    public static final DecimalStyle STANDARD = new DecimalStyle('0', '+', '-', '.');

    private final char zeroDigit;
    private final char positiveSign;
    private final char negativeSign;
    private final char decimalSeparator;

    private DecimalStyle(char zeroDigit, char positiveSign, char negativeSign, char decimalSeparator) {
        this.zeroDigit = zeroDigit;
        this.positiveSign = positiveSign;
        this.negativeSign = negativeSign;
        this.decimalSeparator = decimalSeparator;
    }

    public static Set<Locale> getAvailableLocales() {
        HashSet<Locale> all = new HashSet<>();
        Collections.addAll(all, Locale.getAvailableLocales());
        return all;
    }

    public static DecimalStyle ofDefaultLocale() {
        return of(Locale.getDefault(Locale.Category.FORMAT));
    }

    public static DecimalStyle of(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        return STANDARD;
    }

    public char getZeroDigit() {
        return zeroDigit;
    }

    public DecimalStyle withZeroDigit(char zeroDigit) {
        return new DecimalStyle(zeroDigit, positiveSign, negativeSign, decimalSeparator);
    }

    public char getPositiveSign() {
        return positiveSign;
    }

    public DecimalStyle withPositiveSign(char positiveSign) {
        return new DecimalStyle(zeroDigit, positiveSign, negativeSign, decimalSeparator);
    }

    public char getNegativeSign() {
        return negativeSign;
    }

    public DecimalStyle withNegativeSign(char negativeSign) {
        return new DecimalStyle(zeroDigit, positiveSign, negativeSign, decimalSeparator);
    }

    public char getDecimalSeparator() {
        return decimalSeparator;
    }

    public DecimalStyle withDecimalSeparator(char decimalSeparator) {
        return new DecimalStyle(zeroDigit, positiveSign, negativeSign, decimalSeparator);
    }

    int digit(char c) {
        int d = c - zeroDigit;
        return d >= 0 && d <= 9 ? d : -1;
    }

    String localised(String digits) {
        if (zeroDigit == '0') {
            return digits;
        }
        char[] out = digits.toCharArray();
        for (int i = 0; i < out.length; i++) {
            out[i] += zeroDigit - '0';
        }
        return new String(out);
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof DecimalStyle)) {
            return false;
        }
        DecimalStyle o = (DecimalStyle) obj;
        return zeroDigit == o.zeroDigit && positiveSign == o.positiveSign && negativeSign == o.negativeSign
                && decimalSeparator == o.decimalSeparator;
    }

    @Override
    public int hashCode() {
        return zeroDigit + positiveSign + negativeSign + decimalSeparator;
    }

    @Override
    public String toString() {
        return "DecimalStyle[" + zeroDigit + positiveSign + negativeSign + decimalSeparator + "]";
    }
}
