package java.lang;

/**
 * Elementary functions by the algorithms of fdlibm 5.3, whose results {@link StrictMath} promises: those where the
 * host's versions differ in the last bit.
 */
final class Elementary {
    private static final double TWO54 = 0x1.0p54;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double PI_LOW = 1.2246467991473531772E-16;

    // Coefficients of (log(1+s) - log(1-s)) / s - 2 in powers of s squared.
    private static final double L1 = 6.666666666666735130e-01;
    private static final double L2 = 3.999999999940941908e-01;
    private static final double L3 = 2.857142874366239149e-01;
    private static final double L4 = 2.222219843214978396e-01;
    private static final double L5 = 1.818357216161805012e-01;
    private static final double L6 = 1.531383769920937332e-01;
    private static final double L7 = 1.479819860511658591e-01;

    private Elementary() {
    }

    private static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >> 32);
    }

    private static int low(double x) {
        return (int) Double.doubleToRawLongBits(x);
    }

    private static double withHigh(double x, int high) {
        return Double.longBitsToDouble((long) high << 32 | Double.doubleToRawLongBits(x) & 0xffffffffL);
    }

    private static double ofHigh(int high) {
        return Double.longBitsToDouble((long) high << 32);
    }

    static double log(double x) {
        int hx = high(x);
        int k = 0;
        if (hx < 0x00100000) {
            if (x == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (hx < 0) {
                return Double.NaN;
            }
            k = -54;
            x *= TWO54;
            hx = high(x);
        }
        if (hx >= 0x7ff00000) {
            return x + x;
        }
        k += (hx >> 20) - 1023;
        hx &= 0x000fffff;
        int i = (hx + 0x95f64) & 0x100000;
        x = withHigh(x, hx | (i ^ 0x3ff00000));
        k += i >> 20;
        double f = x - 1.0;
        double dk = k;
        if ((0x000fffff & (2 + hx)) < 3) {
            if (f == 0) {
                return k == 0 ? 0 : dk * LN2_HIGH + dk * LN2_LOW;
            }
            double r = f * f * (0.5 - 0.33333333333333333 * f);
            return k == 0 ? f - r : dk * LN2_HIGH - ((r - dk * LN2_LOW) - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double t1 = w * (L2 + w * (L4 + w * L6));
        double t2 = z * (L1 + w * (L3 + w * (L5 + w * L7)));
        double r = t2 + t1;
        if (((hx - 0x6147a) | (0x6b851 - hx)) > 0) {
            double square = 0.5 * f * f;
            return k == 0 ? f - (square - s * (square + r))
                    : dk * LN2_HIGH - ((square - (s * (square + r) + dk * LN2_LOW)) - f);
        }
        return k == 0 ? f - s * (f - r) : dk * LN2_HIGH - ((s * (f - r) - dk * LN2_LOW) - f);
    }

    static double log10(double x) {
        int hx = high(x);
        int k = 0;
        if (hx < 0x00100000) {
            if (x == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (hx < 0) {
                return Double.NaN;
            }
            k = -54;
            x *= TWO54;
            hx = high(x);
        }
        if (hx >= 0x7ff00000) {
            return x + x;
        }
        k += (hx >> 20) - 1023;
        int i = k >>> 31;
        double y = k + i;
        x = withHigh(x, hx & 0x000fffff | (0x3ff - i) << 20);
        double z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * log(x);
        return z + y * 3.01029995663611771306e-01;
    }

    static double log1p(double x) {
        int hx = high(x);
        int ax = hx & 0x7fffffff;
        int k = 1;
        int hu = 1;
        double f = 0;
        double c = 0;
        if (hx < 0x3fda827a) {
            if (ax >= 0x3ff00000) {
                return x == -1.0 ? Double.NEGATIVE_INFINITY : Double.NaN;
            }
            if (ax < 0x3e200000) {
                return ax < 0x3c900000 ? x : x - x * x * 0.5;
            }
            if (hx > 0 || hx <= 0xbfd2bec3) {
                k = 0;
                f = x;
            }
        }
        if (hx >= 0x7ff00000) {
            return x + x;
        }
        if (k != 0) {
            double u;
            if (hx < 0x43400000) {
                u = 1.0 + x;
                hu = high(u);
                k = (hu >> 20) - 1023;
                c = (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
            } else {
                u = x;
                hu = high(u);
                k = (hu >> 20) - 1023;
            }
            hu &= 0x000fffff;
            if (hu < 0x6a09e) {
                u = withHigh(u, hu | 0x3ff00000);
            } else {
                k++;
                u = withHigh(u, hu | 0x3fe00000);
                hu = (0x00100000 - hu) >> 2;
            }
            f = u - 1.0;
        }
        double square = 0.5 * f * f;
        if (hu == 0) {
            if (f == 0) {
                return k == 0 ? 0 : k * LN2_HIGH + (c + k * LN2_LOW);
            }
            double r = square * (1.0 - 0.66666666666666666 * f);
            return k == 0 ? f - r : k * LN2_HIGH - ((r - (k * LN2_LOW + c)) - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
        return k == 0 ? f - (square - s * (square + r))
                : k * LN2_HIGH - ((square - (s * (square + r) + (k * LN2_LOW + c))) - f);
    }

    static double cbrt(double x) {
        if (x == 0 || x - x != 0) {
            return x + x;
        }
        double a = Math.abs(x);
        int hx = high(a);
        double t;
        if (hx < 0x00100000) {
            t = TWO54 * a;
            t = withHigh(t, high(t) / 3 + 696219795);
        } else {
            t = ofHigh(hx / 3 + 715094163);
        }
        // To five bits more than a third of the precision, then one step of Newton's on a rounded-up value.
        double r = t * t / a;
        double s = 5.42857142857142815906e-01 + r * t;
        t *= 3.57142857142857150787e-01
                + 1.60714285714285720630e+00 / (s + 1.41428571428571436819e+00 + -7.05306122448979611050e-01 / s);
        t = ofHigh(high(t) + 1);
        s = t * t;
        r = a / s;
        double w = t + t;
        r = (r - t) / (w + r);
        t = t + t * r;
        return x < 0 ? -t : t;
    }

    static double cosh(double x) {
        int ix = high(x) & 0x7fffffff;
        double a = Math.abs(x);
        if (ix >= 0x7ff00000) {
            return x * x;
        }
        if (ix < 0x3fd62e43) {
            double t = StrictMath.expm1(a);
            double w = 1.0 + t;
            return ix < 0x3c800000 ? w : 1.0 + t * t / (w + w);
        }
        if (ix < 0x40360000) {
            double t = StrictMath.exp(a);
            return 0.5 * t + 0.5 / t;
        }
        if (ix < 0x40862e42) {
            return 0.5 * StrictMath.exp(a);
        }
        if (a <= 7.10475860073943863426e+02) {
            double w = StrictMath.exp(0.5 * a);
            return 0.5 * w * w;
        }
        return Double.POSITIVE_INFINITY;
    }

    static double sinh(double x) {
        int ix = high(x) & 0x7fffffff;
        double a = Math.abs(x);
        double half = x < 0 ? -0.5 : 0.5;
        if (ix >= 0x7ff00000) {
            return x + x;
        }
        if (ix < 0x3e300000) {
            return x;
        }
        if (ix < 0x40360000) {
            double t = StrictMath.expm1(a);
            return ix < 0x3ff00000 ? half * (2.0 * t - t * t / (t + 1.0)) : half * (t + t / (t + 1.0));
        }
        if (ix < 0x40862e42) {
            return half * StrictMath.exp(a);
        }
        if (a <= 7.10475860073943863426e+02) {
            double w = StrictMath.exp(0.5 * a);
            return half * w * w;
        }
        return x * 1.0e307;
    }

    static double tanh(double x) {
        int ix = high(x) & 0x7fffffff;
        if (ix >= 0x7ff00000) {
            return x < 0 ? 1.0 / x - 1.0 : 1.0 / x + 1.0;
        }
        double z;
        if (ix < 0x40360000) {
            if (ix < 0x3c800000) {
                return x * (1.0 + x);
            }
            if (ix >= 0x3ff00000) {
                z = 1.0 - 2.0 / (StrictMath.expm1(2.0 * Math.abs(x)) + 2.0);
            } else {
                double t = StrictMath.expm1(-2.0 * Math.abs(x));
                z = -t / (t + 2.0);
            }
        } else {
            z = 1.0;
        }
        return x < 0 ? -z : z;
    }

    static double hypot(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (a != a || b != b) {
            return Double.NaN;
        }
        if (b > a) {
            double t = a;
            a = b;
            b = t;
        }
        int ha = high(a);
        int hb = high(b);
        if (ha - hb > 0x3c00000) {
            return a + b;
        }
        int k = 0;
        if (ha > 0x5f300000) {
            ha -= 0x25800000;
            hb -= 0x25800000;
            k = 600;
            a = withHigh(a, ha);
            b = withHigh(b, hb);
        }
        if (hb < 0x20b00000) {
            if (hb < 0x00100000) {
                if (b == 0) {
                    return a;
                }
                double scale = ofHigh(0x7fd00000);
                b *= scale;
                a *= scale;
                k -= 1022;
                ha = high(a);
                hb = high(b);
            } else {
                ha += 0x25800000;
                hb += 0x25800000;
                k -= 600;
                a = withHigh(a, ha);
                b = withHigh(b, hb);
            }
        }
        double w = a - b;
        if (w > b) {
            double t1 = ofHigh(ha);
            double t2 = a - t1;
            w = StrictMath.sqrt(t1 * t1 - (b * -b - t2 * (a + t1)));
        } else {
            a = a + a;
            double y1 = ofHigh(hb);
            double y2 = b - y1;
            double t1 = ofHigh(ha + 0x00100000);
            double t2 = a - t1;
            w = StrictMath.sqrt(t1 * y1 - (w * -w - (t1 * y2 + t2 * b)));
        }
        return k == 0 ? w : ofHigh(0x3ff00000 + (k << 20)) * w;
    }

    static double atan2(double y, double x) {
        if (x != x || y != y) {
            return x + y;
        }
        boolean up = high(y) >= 0;
        boolean right = high(x) >= 0;
        if (y == 0) {
            return right ? y : up ? Math.PI : -Math.PI;
        }
        if (x == 0) {
            return up ? Math.PI / 2 : -Math.PI / 2;
        }
        int ix = high(x) & 0x7fffffff;
        int iy = high(y) & 0x7fffffff;
        if (ix >= 0x7ff00000) {
            double z = iy >= 0x7ff00000 ? right ? Math.PI / 4 : 3.0 * (Math.PI / 4) : right ? 0.0 : Math.PI;
            return up ? z : -z;
        }
        if (iy >= 0x7ff00000) {
            return up ? Math.PI / 2 : -Math.PI / 2;
        }
        int k = (iy - ix) >> 20;
        double z = k > 60 ? Math.PI / 2 + 0.5 * PI_LOW : !right && k < -60 ? 0.0 : StrictMath.atan(Math.abs(y / x));
        if (right) {
            return up ? z : -z;
        }
        return up ? Math.PI - (z - PI_LOW) : (z - PI_LOW) - Math.PI;
    }
}
