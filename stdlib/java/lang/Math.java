package java.lang;

/** Functions on numbers. */
public final class Math {
    public static final double E = 2.7182818284590452354;
    public static final double PI = 3.14159265358979323846;

    private Math() {
    }

    public static double sin(double a) {
        return StrictMath.sin(a);
    }

    public static double cos(double a) {
        return StrictMath.cos(a);
    }

    public static double tan(double a) {
        return StrictMath.tan(a);
    }

    public static double asin(double a) {
        return StrictMath.asin(a);
    }

    public static double acos(double a) {
        return StrictMath.acos(a);
    }

    public static double atan(double a) {
        return StrictMath.atan(a);
    }

    public static double exp(double a) {
        return StrictMath.exp(a);
    }

    public static double log(double a) {
        return StrictMath.log(a);
    }

    public static double log10(double a) {
        return StrictMath.log10(a);
    }

    public static double sqrt(double a) {
        return StrictMath.sqrt(a);
    }

    public static double cbrt(double a) {
        return StrictMath.cbrt(a);
    }

    public static double ceil(double a) {
        return StrictMath.ceil(a);
    }

    public static double floor(double a) {
        return StrictMath.floor(a);
    }

    public static double rint(double a) {
        return StrictMath.rint(a);
    }

    public static double sinh(double a) {
        return StrictMath.sinh(a);
    }

    public static double cosh(double a) {
        return StrictMath.cosh(a);
    }

    public static double tanh(double a) {
        return StrictMath.tanh(a);
    }

    public static double expm1(double a) {
        return StrictMath.expm1(a);
    }

    public static double log1p(double a) {
        return StrictMath.log1p(a);
    }

    public static double IEEEremainder(double f1, double f2) {
        return StrictMath.IEEEremainder(f1, f2);
    }

    public static double atan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }

    public static double pow(double a, double b) {
        return StrictMath.pow(a, b);
    }

    public static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    public static double fma(double a, double b, double c) {
        return StrictMath.fma(a, b, c);
    }

    public static float fma(float a, float b, float c) {
        return StrictMath.fma(a, b, c);
    }

    public static double toRadians(double angdeg) {
        return angdeg * 0.017453292519943295;
    }

    public static double toDegrees(double angrad) {
        return angrad * 57.29577951308232;
    }

    public static int round(float a) {
        float f = (float) floor(a);
        return (int) (a - f >= 0.5f ? f + 1 : f);
    }

    public static long round(double a) {
        double f = floor(a);
        return (long) (a - f >= 0.5 ? f + 1 : f);
    }

    private static final class Randomness {
        static final java.util.Random SOURCE = new java.util.Random();
    }

    public static double random() {
        return Randomness.SOURCE.nextDouble();
    }

    public static int addExact(int x, int y) {
        int r = x + y;
        if (((x ^ r) & (y ^ r)) < 0) {
            throw new ArithmeticException("integer overflow");
        }
        return r;
    }

    public static long addExact(long x, long y) {
        long r = x + y;
        if (((x ^ r) & (y ^ r)) < 0) {
            throw new ArithmeticException("long overflow");
        }
        return r;
    }

    public static int subtractExact(int x, int y) {
        int r = x - y;
        if (((x ^ y) & (x ^ r)) < 0) {
            throw new ArithmeticException("integer overflow");
        }
        return r;
    }

    public static long subtractExact(long x, long y) {
        long r = x - y;
        if (((x ^ y) & (x ^ r)) < 0) {
            throw new ArithmeticException("long overflow");
        }
        return r;
    }

    public static int multiplyExact(int x, int y) {
        long r = (long) x * y;
        if ((int) r != r) {
            throw new ArithmeticException("integer overflow");
        }
        return (int) r;
    }

    public static long multiplyExact(long x, int y) {
        return multiplyExact(x, (long) y);
    }

    public static long multiplyExact(long x, long y) {
        long r = x * y;
        if (multiplyHigh(x, y) != r >> 63) {
            throw new ArithmeticException("long overflow");
        }
        return r;
    }

    public static int incrementExact(int a) {
        return addExact(a, 1);
    }

    public static long incrementExact(long a) {
        return addExact(a, 1L);
    }

    public static int decrementExact(int a) {
        return subtractExact(a, 1);
    }

    public static long decrementExact(long a) {
        return subtractExact(a, 1L);
    }

    public static int negateExact(int a) {
        return subtractExact(0, a);
    }

    public static long negateExact(long a) {
        return subtractExact(0L, a);
    }

    public static int toIntExact(long value) {
        if ((int) value != value) {
            throw new ArithmeticException("integer overflow");
        }
        return (int) value;
    }

    public static long multiplyFull(int x, int y) {
        return (long) x * y;
    }

    public static long multiplyHigh(long x, long y) {
        long x1 = x >> 32;
        long x0 = x & 0xffffffffL;
        long y1 = y >> 32;
        long y0 = y & 0xffffffffL;
        long t = x1 * y0 + (x0 * y0 >>> 32);
        return x1 * y1 + (t >> 32) + ((t & 0xffffffffL) + x0 * y1 >> 32);
    }

    public static int floorDiv(int x, int y) {
        int q = x / y;
        return (x ^ y) < 0 && q * y != x ? q - 1 : q;
    }

    public static long floorDiv(long x, int y) {
        return floorDiv(x, (long) y);
    }

    public static long floorDiv(long x, long y) {
        long q = x / y;
        return (x ^ y) < 0 && q * y != x ? q - 1 : q;
    }

    public static int floorMod(int x, int y) {
        int r = x % y;
        return (r ^ y) < 0 && r != 0 ? r + y : r;
    }

    public static int floorMod(long x, int y) {
        return (int) floorMod(x, (long) y);
    }

    public static long floorMod(long x, long y) {
        long r = x % y;
        return (r ^ y) < 0 && r != 0 ? r + y : r;
    }

    public static int abs(int a) {
        return a < 0 ? -a : a;
    }

    public static int absExact(int a) {
        if (a == Integer.MIN_VALUE) {
            throw new ArithmeticException("Overflow to represent absolute value of Integer.MIN_VALUE");
        }
        return abs(a);
    }

    public static long abs(long a) {
        return a < 0 ? -a : a;
    }

    public static long absExact(long a) {
        if (a == Long.MIN_VALUE) {
            throw new ArithmeticException("Overflow to represent absolute value of Long.MIN_VALUE");
        }
        return abs(a);
    }

    public static float abs(float a) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(a) & 0x7fffffff);
    }

    public static double abs(double a) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(a) & 0x7fffffffffffffffL);
    }

    public static int max(int a, int b) {
        return a >= b ? a : b;
    }

    public static long max(long a, long b) {
        return a >= b ? a : b;
    }

    public static float max(float a, float b) {
        if (a > b || a != a) {
            return a;
        }
        // Of two zeros the positive one: its bits are those that both have.
        return a == b && a == 0 ? Float.intBitsToFloat(Float.floatToRawIntBits(a) & Float.floatToRawIntBits(b)) : b;
    }

    public static double max(double a, double b) {
        if (a > b || a != a) {
            return a;
        }
        return a == b && a == 0 ? Double.longBitsToDouble(Double.doubleToRawLongBits(a) & Double.doubleToRawLongBits(b))
                : b;
    }

    public static int min(int a, int b) {
        return a <= b ? a : b;
    }

    public static long min(long a, long b) {
        return a <= b ? a : b;
    }

    public static float min(float a, float b) {
        if (a < b || a != a) {
            return a;
        }
        return a == b && a == 0 ? Float.intBitsToFloat(Float.floatToRawIntBits(a) | Float.floatToRawIntBits(b)) : b;
    }

    public static double min(double a, double b) {
        if (a < b || a != a) {
            return a;
        }
        return a == b && a == 0 ? Double.longBitsToDouble(Double.doubleToRawLongBits(a) | Double.doubleToRawLongBits(b))
                : b;
    }

    public static double ulp(double d) {
        int e = getExponent(d);
        if (e > Double.MAX_EXPONENT) {
            return abs(d);
        }
        return e - 52 >= Double.MIN_EXPONENT ? scalb(1.0, e - 52)
                : Double.longBitsToDouble(e < Double.MIN_EXPONENT ? 1L : 1L << (e - Double.MIN_EXPONENT));
    }

    public static float ulp(float f) {
        int e = getExponent(f);
        if (e > Float.MAX_EXPONENT) {
            return abs(f);
        }
        return e - 23 >= Float.MIN_EXPONENT ? scalb(1.0f, e - 23)
                : Float.intBitsToFloat(e < Float.MIN_EXPONENT ? 1 : 1 << (e - Float.MIN_EXPONENT));
    }

    public static double signum(double d) {
        return d > 0 ? 1.0 : d < 0 ? -1.0 : d;
    }

    public static float signum(float f) {
        return f > 0 ? 1.0f : f < 0 ? -1.0f : f;
    }

    public static double copySign(double magnitude, double sign) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(sign) & 0x8000000000000000L
                | Double.doubleToRawLongBits(magnitude) & 0x7fffffffffffffffL);
    }

    public static float copySign(float magnitude, float sign) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(sign) & 0x80000000
                | Float.floatToRawIntBits(magnitude) & 0x7fffffff);
    }

    public static int getExponent(float f) {
        return ((Float.floatToRawIntBits(f) >> 23) & 0xff) - 127;
    }

    public static int getExponent(double d) {
        return (int) ((Double.doubleToRawLongBits(d) >> 52) & 0x7ff) - 1023;
    }

    public static double nextAfter(double start, double direction) {
        return start > direction ? nextDown(start) : start < direction ? nextUp(start)
                : start == direction ? direction : start + direction;
    }

    public static float nextAfter(float start, double direction) {
        return start > direction ? nextDown(start) : start < direction ? nextUp(start)
                : start == direction ? (float) direction : start + (float) direction;
    }

    public static double nextUp(double d) {
        if (d < Double.POSITIVE_INFINITY) {
            long bits = Double.doubleToRawLongBits(d + 0.0);
            return Double.longBitsToDouble(bits + (bits >= 0 ? 1 : -1));
        }
        return d;
    }

    public static float nextUp(float f) {
        if (f < Float.POSITIVE_INFINITY) {
            int bits = Float.floatToRawIntBits(f + 0.0f);
            return Float.intBitsToFloat(bits + (bits >= 0 ? 1 : -1));
        }
        return f;
    }

    public static double nextDown(double d) {
        if (d != d || d == Double.NEGATIVE_INFINITY) {
            return d;
        }
        return d == 0 ? -Double.MIN_VALUE : -nextUp(-d);
    }

    public static float nextDown(float f) {
        if (f != f || f == Float.NEGATIVE_INFINITY) {
            return f;
        }
        return f == 0 ? -Float.MIN_VALUE : -nextUp(-f);
    }

    public static double scalb(double d, int scaleFactor) {
        int n = max(-2200, min(2200, scaleFactor));
        if (n >= 0) {
            for (; n >= 512; n -= 512) {
                d *= 0x1.0p512;
            }
            return d * powerOfTwo(n);
        }
        // Only the last multiplication may round: the ones before keep the number normal.
        int room = getExponent(d) - Double.MIN_EXPONENT;
        if (room < 0 || -n <= room) {
            for (; n <= -512; n += 512) {
                d *= 0x1.0p-512;
            }
            return d * powerOfTwo(n);
        }
        while (room >= 512) {
            d *= 0x1.0p-512;
            room -= 512;
            n += 512;
        }
        d *= powerOfTwo(-room);
        n += room;
        return n < -1022 ? d * 0.0 : d * powerOfTwo(n);
    }

    private static double powerOfTwo(int n) {
        return Double.longBitsToDouble((long) (n + 1023) << 52);
    }

    public static float scalb(float f, int scaleFactor) {
        int n = max(-278, min(278, scaleFactor));
        // A double holds every intermediate result exactly.
        return (float) (f * powerOfTwo(n));
    }
}
