package java.math;

import java.util.Arrays;

/** Arithmetic on magnitudes: arrays of 32-bit limbs, the least significant first, without zero limbs at the top; zero is the empty array. */
final class Limbs {
    static final int[] NONE = {};
    private static final long MASK = 0xffffffffL;
    /** Limbs from which on multiplication splits its operands (Karatsuba). */
    private static final int KARATSUBA = 48;

    private Limbs() {
    }

    static int[] trim(int[] a) {
        int n = a.length;
        while (n > 0 && a[n - 1] == 0) {
            n--;
        }
        return n == a.length ? a : n == 0 ? NONE : Arrays.copyOf(a, n);
    }

    static int[] of(long v) {
        if (v == 0) {
            return NONE;
        }
        int high = (int) (v >>> 32);
        return high == 0 ? new int[] {(int) v} : new int[] {(int) v, high};
    }

    static int compare(int[] a, int[] b) {
        if (a.length != b.length) {
            return a.length < b.length ? -1 : 1;
        }
        for (int i = a.length - 1; i >= 0; i--) {
            if (a[i] != b[i]) {
                return Integer.compareUnsigned(a[i], b[i]);
            }
        }
        return 0;
    }

    static int[] add(int[] a, int[] b) {
        if (a.length < b.length) {
            return add(b, a);
        }
        int[] r = new int[a.length + 1];
        long carry = 0;
        for (int i = 0; i < a.length; i++) {
            carry += (a[i] & MASK) + (i < b.length ? b[i] & MASK : 0);
            r[i] = (int) carry;
            carry >>>= 32;
        }
        r[a.length] = (int) carry;
        return trim(r);
    }

    /** a - b, where a is not smaller. */
    static int[] subtract(int[] a, int[] b) {
        int[] r = new int[a.length];
        long borrow = 0;
        for (int i = 0; i < a.length; i++) {
            long d = (a[i] & MASK) - (i < b.length ? b[i] & MASK : 0) + borrow;
            r[i] = (int) d;
            borrow = d >> 32;
        }
        return trim(r);
    }

    static int[] multiply(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) {
            return NONE;
        }
        if (a.length >= KARATSUBA && b.length >= KARATSUBA) {
            return karatsuba(a, b);
        }
        int[] r = new int[a.length + b.length];
        for (int i = 0; i < a.length; i++) {
            long x = a[i] & MASK;
            long carry = 0;
            for (int j = 0; j < b.length; j++) {
                carry += x * (b[j] & MASK) + (r[i + j] & MASK);
                r[i + j] = (int) carry;
                carry >>>= 32;
            }
            r[i + b.length] = (int) carry;
        }
        return trim(r);
    }

    private static int[] part(int[] a, int from, int to) {
        return from >= a.length ? NONE : trim(Arrays.copyOfRange(a, from, Math.min(to, a.length)));
    }

    private static int[] karatsuba(int[] a, int[] b) {
        int half = (Math.max(a.length, b.length) + 1) / 2;
        int[] a0 = part(a, 0, half);
        int[] a1 = part(a, half, a.length);
        int[] b0 = part(b, 0, half);
        int[] b1 = part(b, half, b.length);
        int[] low = multiply(a0, b0);
        int[] high = multiply(a1, b1);
        int[] middle = subtract(subtract(multiply(add(a0, a1), add(b0, b1)), low), high);
        int[] r = new int[a.length + b.length + 1];
        addAt(r, low, 0);
        addAt(r, middle, half);
        addAt(r, high, 2 * half);
        return trim(r);
    }

    private static void addAt(int[] r, int[] a, int at) {
        long carry = 0;
        int i = 0;
        for (; i < a.length; i++) {
            carry += (r[at + i] & MASK) + (a[i] & MASK);
            r[at + i] = (int) carry;
            carry >>>= 32;
        }
        for (; carry != 0; i++) {
            carry += r[at + i] & MASK;
            r[at + i] = (int) carry;
            carry >>>= 32;
        }
    }

    /** a * m + add, with m and add unsigned 32 bits wide, into a fresh array. */
    static int[] multiplyAdd(int[] a, int m, int add) {
        int[] r = new int[a.length + 1];
        long carry = add & MASK;
        long x = m & MASK;
        for (int i = 0; i < a.length; i++) {
            carry += x * (a[i] & MASK);
            r[i] = (int) carry;
            carry >>>= 32;
        }
        r[a.length] = (int) carry;
        return trim(r);
    }

    /** Divides in place by an unsigned divisor; returns the remainder. */
    static int divideInPlace(int[] a, int divisor) {
        long d = divisor & MASK;
        long rest = 0;
        for (int i = a.length - 1; i >= 0; i--) {
            long x = rest << 32 | a[i] & MASK;
            long q;
            if (x >= 0) {
                q = x / d;
                rest = x - q * d;
            } else {
                q = Long.divideUnsigned(x, d);
                rest = x - q * d;
            }
            a[i] = (int) q;
        }
        return (int) rest;
    }

    /** Quotient and remainder (Knuth's algorithm D); the divisor is not zero. */
    static int[][] divide(int[] a, int[] b) {
        if (compare(a, b) < 0) {
            return new int[][] {NONE, a};
        }
        if (b.length == 1) {
            int[] q = a.clone();
            int r = divideInPlace(q, b[0]);
            return new int[][] {trim(q), of(r & MASK)};
        }
        int shift = Integer.numberOfLeadingZeros(b[b.length - 1]);
        int[] v = shiftLeft(b, shift);
        int[] u = Arrays.copyOf(shiftLeft(a, shift), a.length + 1);
        int n = v.length;
        int m = a.length - n;
        int[] q = new int[m + 1];
        long top = v[n - 1] & MASK;
        long second = v[n - 2] & MASK;
        for (int j = m; j >= 0; j--) {
            long num = (long) u[j + n] << 32 | u[j + n - 1] & MASK;
            long guess;
            long rest;
            if ((u[j + n] & MASK) >= top) {
                guess = MASK;
                rest = num - guess * top;
            } else {
                guess = Long.divideUnsigned(num, top);
                rest = num - guess * top;
            }
            while (rest >>> 32 == 0 && Long.compareUnsigned(guess * second, rest << 32 | u[j + n - 2] & MASK) > 0) {
                guess--;
                rest += top;
            }
            long borrow = 0;
            long carry = 0;
            for (int i = 0; i < n; i++) {
                carry += guess * (v[i] & MASK);
                long d = (u[i + j] & MASK) - (carry & MASK) + borrow;
                u[i + j] = (int) d;
                borrow = d >> 32;
                carry >>>= 32;
            }
            long d = (u[j + n] & MASK) - carry + borrow;
            u[j + n] = (int) d;
            if (d < 0) {
                guess--;
                long c = 0;
                for (int i = 0; i < n; i++) {
                    c += (u[i + j] & MASK) + (v[i] & MASK);
                    u[i + j] = (int) c;
                    c >>>= 32;
                }
                u[j + n] += (int) c;
            }
            q[j] = (int) guess;
        }
        return new int[][] {trim(q), shiftRight(trim(Arrays.copyOf(u, n)), shift)};
    }

    private static boolean bit(int[] a, int i) {
        return (a[i >> 5] >>> i & 1) != 0;
    }

    /**
     * base^e mod m for an odd m above one: in Montgomery's form, where division by 2^64 takes the place of division by m, with a window
     * that slides over the exponent.
     */
    static int[] oddPower(int[] base, int[] e, int[] m) {
        int bits = bitLength(e);
        if (bits == 0) {
            return new int[] {1};
        }
        int n = m.length + 1 >> 1;
        long[] modulus = pairs(m, n);
        long inverse = modulus[0];
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - modulus[0] * inverse;
        }
        inverse = -inverse;
        int window = bits < 8 ? 1 : bits < 26 ? 2 : bits < 82 ? 3 : bits < 242 ? 4 : bits < 674 ? 5 : 6;
        long[] t = new long[n + 2];
        long[][] odd = new long[1 << window - 1][];
        odd[0] = pairs(divide(shiftLeft(base, 64 * n), m)[1], n);
        if (window > 1) {
            long[] square = new long[n];
            montgomery(odd[0], odd[0], modulus, inverse, t, square);
            for (int i = 1; i < odd.length; i++) {
                odd[i] = new long[n];
                montgomery(odd[i - 1], square, modulus, inverse, t, odd[i]);
            }
        }
        long[] r = null;
        int i = bits - 1;
        while (i >= 0) {
            if (!bit(e, i)) {
                montgomery(r, r, modulus, inverse, t, r);
                i--;
                continue;
            }
            int low = Math.max(i - window + 1, 0);
            while (!bit(e, low)) {
                low++;
            }
            int digit = 0;
            for (; i >= low; i--) {
                digit = digit << 1 | (bit(e, i) ? 1 : 0);
                if (r != null) {
                    montgomery(r, r, modulus, inverse, t, r);
                }
            }
            if (r == null) {
                r = odd[digit >> 1].clone();
            } else {
                montgomery(r, odd[digit >> 1], modulus, inverse, t, r);
            }
        }
        long[] one = new long[n];
        one[0] = 1;
        montgomery(r, one, modulus, inverse, t, r);
        int[] result = new int[2 * n];
        for (int j = 0; j < n; j++) {
            result[2 * j] = (int) r[j];
            result[2 * j + 1] = (int) (r[j] >>> 32);
        }
        return trim(result);
    }

    private static long[] pairs(int[] a, int n) {
        long[] r = new long[n];
        for (int i = 0; i < a.length; i++) {
            r[i >> 1] |= (a[i] & MASK) << 32 * (i & 1);
        }
        return r;
    }

    /** a * b / 2^(64 n) mod m into {@code out}, which may be one of the operands; {@code t} has two words more than m. */
    private static void montgomery(long[] a, long[] b, long[] m, long inverse, long[] t, long[] out) {
        int n = m.length;
        // The host's part stops no collection for long.
        int step = Math.max((1 << 16) / n, 1);
        for (int i = 0; i < n; i += step) {
            montgomery(a, b, m, inverse, t, i, Math.min(i + step, n));
        }
        System.arraycopy(t, 0, out, 0, n);
    }

    /** The rows {@code from} to {@code to} of the product, in {@code t}. */
    private static native void montgomery(long[] a, long[] b, long[] m, long inverse, long[] t, int from, int to);

    static int[] shiftLeft(int[] a, int n) {
        if (a.length == 0 || n == 0) {
            return a;
        }
        int words = n >>> 5;
        int bits = n & 31;
        long length = (long) a.length + words + 1;
        if (length > Integer.MAX_VALUE / 32) {
            throw new ArithmeticException("BigInteger would overflow supported range");
        }
        int[] r = new int[(int) length];
        if (bits == 0) {
            System.arraycopy(a, 0, r, words, a.length);
        } else {
            int carry = 0;
            for (int i = 0; i < a.length; i++) {
                r[words + i] = a[i] << bits | carry;
                carry = a[i] >>> 32 - bits;
            }
            r[words + a.length] = carry;
        }
        return trim(r);
    }

    static int[] shiftRight(int[] a, int n) {
        int words = n >>> 5;
        int bits = n & 31;
        if (words >= a.length) {
            return NONE;
        }
        if (n == 0) {
            return a;
        }
        int[] r = new int[a.length - words];
        for (int i = 0; i < r.length; i++) {
            int high = i + words + 1 < a.length ? a[i + words + 1] : 0;
            r[i] = bits == 0 ? a[i + words] : a[i + words] >>> bits | high << 32 - bits;
        }
        return trim(r);
    }

    static int bitLength(int[] a) {
        return a.length == 0 ? 0 : a.length * 32 - Integer.numberOfLeadingZeros(a[a.length - 1]);
    }

    /** Whether any of the lowest {@code n} bits is set. */
    static boolean anyBelow(int[] a, int n) {
        int words = Math.min(n >>> 5, a.length);
        for (int i = 0; i < words; i++) {
            if (a[i] != 0) {
                return true;
            }
        }
        return words < a.length && (n & 31) != 0 && (a[words] & (1 << (n & 31)) - 1) != 0;
    }
}
