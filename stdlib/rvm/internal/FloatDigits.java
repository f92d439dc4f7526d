package rvm.internal;

/** Decimal digits of binary floating-point numbers, and back. */
public final class FloatDigits {
    private FloatDigits() {
    }

    // For a finite v > 0: the decimal d * 10^e that Double.toString shows, as JDK 19 specifies it: of the decimals that
    // round to v, those with the fewest digits; of these the one nearest to v. When one digit would do, two are
    // taken (the two-digit decimal nearest to v: 4.9E-324, 2.0E-323). Returns d without trailing zeros, puts e into exponent[0].
    static native long shortest(double v, int[] exponent);

    // The same for float.
    static native long shortest(float v, int[] exponent);

    // The double nearest to a decimal of the form digits [. digits] [e [+|-] digits] with at least one digit before
    // the exponent; round half even, too large gives infinity, too small zero.
    static native double parseDouble(String decimal);

    // The same for float (rounded once, not by way of double).
    static native float parseFloat(String decimal);
}
