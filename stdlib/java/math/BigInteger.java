package java.math;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/** Integers of any size. */
public class BigInteger extends Number implements Comparable<BigInteger> {
    public static final BigInteger ZERO = new BigInteger(0, Limbs.NONE);
    public static final BigInteger ONE = new BigInteger(1, new int[] {1});
    public static final BigInteger TWO = new BigInteger(1, new int[] {2});
    public static final BigInteger TEN = new BigInteger(1, new int[] {10});

    private static final BigInteger[] SMALL = new BigInteger[33];
    private static final long MASK = 0xffffffffL;
    /** Digits of a radix that fit 31 bits, and the radix to that power. */
    private static final int[] CHUNK = new int[37];
    private static final int[] CHUNK_POWER = new int[37];

    static {
        for (int r = 2; r <= 36; r++) {
            int n = 0;
            long p = 1;
            while (p * r <= Integer.MAX_VALUE) {
                p *= r;
                n++;
            }
            CHUNK[r] = n;
            CHUNK_POWER[r] = (int) p;
        }
        for (int i = -16; i <= 16; i++) {
            SMALL[i + 16] = i == 0 ? ZERO : new BigInteger(i < 0 ? -1 : 1, new int[] {Math.abs(i)});
        }
    }

    private final int signum;
    final int[] mag;

    private BigInteger(int signum, int[] mag) {
        this.mag = mag;
        this.signum = mag.length == 0 ? 0 : signum;
    }

    public BigInteger(byte[] val, int off, int len) {
        if (val.length == 0) {
            throw new NumberFormatException("Zero length BigInteger");
        }
        Objects.checkFromIndexSize(off, len, val.length);
        boolean negative = len > 0 && val[off] < 0;
        mag = fromBytes(val, off, len, negative);
        signum = mag.length == 0 ? 0 : negative ? -1 : 1;
    }

    public BigInteger(byte[] val) {
        this(val, 0, val.length);
    }

    public BigInteger(int signum, byte[] magnitude, int off, int len) {
        if (signum < -1 || signum > 1) {
            throw new NumberFormatException("Invalid signum value");
        }
        Objects.checkFromIndexSize(off, len, magnitude.length);
        mag = fromBytes(magnitude, off, len, false);
        if (mag.length != 0 && signum == 0) {
            throw new NumberFormatException("signum-magnitude mismatch");
        }
        this.signum = mag.length == 0 ? 0 : signum;
    }

    public BigInteger(int signum, byte[] magnitude) {
        this(signum, magnitude, 0, magnitude.length);
    }

    /** The magnitude of big-endian bytes, in two's complement if {@code negative}. */
    private static int[] fromBytes(byte[] b, int off, int len, boolean negative) {
        int[] r = new int[(len + 3) / 4 + (negative ? 1 : 0)];
        if (negative) {
            Arrays.fill(r, -1);
        }
        for (int i = 0; i < len; i++) {
            int at = i >> 2;
            int shift = (i & 3) * 8;
            r[at] = r[at] & ~(0xff << shift) | (b[off + len - 1 - i] & 0xff) << shift;
        }
        if (negative) {
            negate(r);
        }
        return Limbs.trim(r);
    }

    private static void negate(int[] r) {
        boolean carry = true;
        for (int i = 0; i < r.length; i++) {
            r[i] = ~r[i];
            if (carry) {
                carry = ++r[i] == 0;
            }
        }
    }

    public BigInteger(String val, int radix) {
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw new NumberFormatException("Radix out of range");
        }
        int n = val.length();
        if (n == 0) {
            throw new NumberFormatException("Zero length BigInteger");
        }
        int minus = val.lastIndexOf('-');
        int plus = val.lastIndexOf('+');
        int i = 0;
        int sign = 1;
        if (minus >= 0) {
            if (minus != 0 || plus >= 0) {
                throw new NumberFormatException("Illegal embedded sign character");
            }
            sign = -1;
            i = 1;
        } else if (plus >= 0) {
            if (plus != 0) {
                throw new NumberFormatException("Illegal embedded sign character");
            }
            i = 1;
        }
        if (i == n) {
            throw new NumberFormatException("Zero length BigInteger");
        }
        while (i < n - 1 && Character.digit(val.charAt(i), radix) == 0) {
            i++;
        }
        mag = parse(val, i, n, radix);
        signum = mag.length == 0 ? 0 : sign;
    }

    public BigInteger(String val) {
        this(val, 10);
    }

    private static int[] parse(String s, int from, int to, int radix) {
        int chunk = CHUNK[radix];
        int n = to - from;
        if (n > 2000) {
            // In halves: the products are then large enough for the fast multiplication.
            int low = n / 2;
            int[] high = parse(s, from, to - low, radix);
            int[] rest = parse(s, to - low, to, radix);
            return Limbs.add(Limbs.multiply(high, valueOf(radix).pow(low).mag), rest);
        }
        int[] r = Limbs.NONE;
        int i = from;
        int first = n % chunk;
        int end = i + (first == 0 ? chunk : first);
        while (i < to) {
            int v = 0;
            int scale = 1;
            for (; i < end; i++) {
                int d = Character.digit(s.charAt(i), radix);
                if (d < 0) {
                    throw new NumberFormatException("For input string: \"" + s.substring(Math.max(from, end - chunk), end) + "\""
                            + (radix == 10 ? "" : " under radix " + radix));
                }
                v = v * radix + d;
                scale *= radix;
            }
            r = Limbs.multiplyAdd(r, scale, v);
            end += chunk;
        }
        return r;
    }

    public BigInteger(int numBits, Random rnd) {
        this(1, randomBits(numBits, rnd));
    }

    private static byte[] randomBits(int numBits, Random rnd) {
        if (numBits < 0) {
            throw new IllegalArgumentException("numBits must be non-negative");
        }
        int n = (int) (((long) numBits + 7) / 8);
        byte[] b = new byte[n];
        if (n > 0) {
            rnd.nextBytes(b);
            b[0] &= (byte) ((1 << 8 - (8 * n - numBits)) - 1);
        }
        return b;
    }

    public BigInteger(int bitLength, int certainty, Random rnd) {
        if (bitLength < 2) {
            throw new ArithmeticException("bitLength < 2");
        }
        BigInteger prime = randomPrime(bitLength, certainty, rnd);
        signum = 1;
        mag = prime.mag;
    }

    private static BigInteger randomPrime(int bitLength, int certainty, Random rnd) {
        while (true) {
            BigInteger p = new BigInteger(bitLength, rnd).setBit(bitLength - 1);
            if (bitLength > 2) {
                p = p.setBit(0);
            }
            if (p.isProbablePrime(Math.max(certainty, 1))) {
                return p;
            }
        }
    }

    public static BigInteger probablePrime(int bitLength, Random rnd) {
        if (bitLength < 2) {
            throw new ArithmeticException("bitLength < 2");
        }
        return randomPrime(bitLength, 100, rnd);
    }

    public BigInteger nextProbablePrime() {
        if (signum < 0) {
            throw new ArithmeticException("start < 0: " + this);
        }
        if (compareTo(TWO) < 0) {
            return TWO;
        }
        BigInteger n = add(ONE).setBit(0);
        while (!n.isProbablePrime(100)) {
            n = n.add(TWO);
        }
        return n;
    }

    public static BigInteger valueOf(long val) {
        if (val >= -16 && val <= 16) {
            return SMALL[(int) val + 16];
        }
        return val < 0 ? new BigInteger(-1, Limbs.of(-val)) : new BigInteger(1, Limbs.of(val));
    }

    public BigInteger add(BigInteger val) {
        if (val.signum == 0) {
            return this;
        }
        if (signum == 0) {
            return val;
        }
        if (signum == val.signum) {
            return new BigInteger(signum, Limbs.add(mag, val.mag));
        }
        int c = Limbs.compare(mag, val.mag);
        if (c == 0) {
            return ZERO;
        }
        return c > 0 ? new BigInteger(signum, Limbs.subtract(mag, val.mag)) : new BigInteger(val.signum, Limbs.subtract(val.mag, mag));
    }

    public BigInteger subtract(BigInteger val) {
        return add(val.negate());
    }

    public BigInteger multiply(BigInteger val) {
        if (signum == 0 || val.signum == 0) {
            return ZERO;
        }
        return new BigInteger(signum * val.signum, Limbs.multiply(mag, val.mag));
    }

    public BigInteger[] divideAndRemainder(BigInteger val) {
        if (val.signum == 0) {
            throw new ArithmeticException("BigInteger divide by zero");
        }
        int[][] qr = Limbs.divide(mag, val.mag);
        return new BigInteger[] {new BigInteger(signum * val.signum, qr[0]), new BigInteger(signum, qr[1])};
    }

    public BigInteger divide(BigInteger val) {
        return divideAndRemainder(val)[0];
    }

    public BigInteger remainder(BigInteger val) {
        return divideAndRemainder(val)[1];
    }

    public BigInteger pow(int exponent) {
        if (exponent < 0) {
            throw new ArithmeticException("Negative exponent");
        }
        if (signum == 0) {
            return exponent == 0 ? ONE : this;
        }
        // Powers of two are shifted out first.
        int twos = getLowestSetBit();
        long shift = (long) twos * exponent;
        if (shift > Integer.MAX_VALUE) {
            throw new ArithmeticException("BigInteger would overflow supported range");
        }
        int[] base = Limbs.shiftRight(mag, twos);
        int[] r = {1};
        if (base.length != 1 || base[0] != 1) {
            for (int e = exponent; e > 0; e >>>= 1) {
                if ((e & 1) != 0) {
                    r = Limbs.multiply(r, base);
                }
                if (e > 1) {
                    base = Limbs.multiply(base, base);
                }
            }
        }
        return new BigInteger((exponent & 1) == 0 ? 1 : signum, Limbs.shiftLeft(r, (int) shift));
    }

    public BigInteger sqrt() {
        if (signum < 0) {
            throw new ArithmeticException("Negative BigInteger");
        }
        if (signum == 0) {
            return ZERO;
        }
        // Newton's method from above.
        BigInteger x = ONE.shiftLeft((bitLength() + 1) / 2);
        while (true) {
            BigInteger y = x.add(divide(x)).shiftRight(1);
            if (y.compareTo(x) >= 0) {
                return x;
            }
            x = y;
        }
    }

    public BigInteger[] sqrtAndRemainder() {
        BigInteger s = sqrt();
        return new BigInteger[] {s, subtract(s.multiply(s))};
    }

    public BigInteger gcd(BigInteger val) {
        int[] a = mag;
        int[] b = val.mag;
        while (b.length > 0) {
            int[] r = Limbs.divide(a, b)[1];
            a = b;
            b = r;
        }
        return new BigInteger(1, a);
    }

    public BigInteger abs() {
        return signum >= 0 ? this : negate();
    }

    public BigInteger negate() {
        return new BigInteger(-signum, mag);
    }

    public int signum() {
        return signum;
    }

    public BigInteger mod(BigInteger m) {
        if (m.signum <= 0) {
            throw new ArithmeticException("BigInteger: modulus not positive");
        }
        BigInteger r = remainder(m);
        return r.signum >= 0 ? r : r.add(m);
    }

    public BigInteger modPow(BigInteger exponent, BigInteger m) {
        if (m.signum <= 0) {
            throw new ArithmeticException("BigInteger: modulus not positive");
        }
        if (m.equals(ONE)) {
            return ZERO;
        }
        BigInteger base = exponent.signum < 0 ? modInverse(m) : mod(m);
        BigInteger e = exponent.abs();
        if ((m.mag[0] & 1) != 0) {
            return new BigInteger(1, Limbs.oddPower(base.mag, e.mag, m.mag));
        }
        BigInteger r = ONE;
        for (int i = e.bitLength() - 1; i >= 0; i--) {
            r = r.multiply(r).mod(m);
            if (e.testBit(i)) {
                r = r.multiply(base).mod(m);
            }
        }
        return r;
    }

    public BigInteger modInverse(BigInteger m) {
        if (m.signum <= 0) {
            throw new ArithmeticException("BigInteger: modulus not positive");
        }
        if (m.equals(ONE)) {
            return ZERO;
        }
        BigInteger a = mod(m);
        BigInteger b = m;
        BigInteger x = ONE;
        BigInteger y = ZERO;
        while (b.signum != 0) {
            BigInteger[] qr = a.divideAndRemainder(b);
            BigInteger t = x.subtract(qr[0].multiply(y));
            a = b;
            b = qr[1];
            x = y;
            y = t;
        }
        if (!a.equals(ONE)) {
            throw new ArithmeticException("BigInteger not invertible.");
        }
        return x.mod(m);
    }

    public BigInteger shiftLeft(int n) {
        if (signum == 0 || n == 0) {
            return this;
        }
        if (n < 0) {
            return n == Integer.MIN_VALUE ? shiftRight(Integer.MAX_VALUE).shiftRight(1) : shiftRight(-n);
        }
        return new BigInteger(signum, Limbs.shiftLeft(mag, n));
    }

    public BigInteger shiftRight(int n) {
        if (signum == 0 || n == 0) {
            return this;
        }
        if (n < 0) {
            return n == Integer.MIN_VALUE ? shiftLeft(Integer.MAX_VALUE).shiftLeft(1) : shiftLeft(-n);
        }
        int[] r = Limbs.shiftRight(mag, n);
        // Towards negative infinity.
        if (signum < 0 && Limbs.anyBelow(mag, n)) {
            r = Limbs.add(r, ONE.mag);
        }
        return new BigInteger(signum, r);
    }

    /** Limb number i of the two's complement. */
    private int word(int i) {
        if (i >= mag.length) {
            return signum < 0 ? -1 : 0;
        }
        if (signum >= 0) {
            return mag[i];
        }
        for (int k = 0; k < i; k++) {
            if (mag[k] != 0) {
                return ~mag[i];
            }
        }
        return -mag[i];
    }

    private int[] words(int n) {
        int[] r = Arrays.copyOf(mag, n);
        if (signum < 0) {
            negate(r);
        }
        return r;
    }

    private static BigInteger fromWords(int[] r) {
        if (r.length > 0 && r[r.length - 1] < 0) {
            negate(r);
            return new BigInteger(-1, Limbs.trim(r));
        }
        return new BigInteger(1, Limbs.trim(r));
    }

    private int roomWith(BigInteger val) {
        return Math.max(mag.length, val.mag.length) + 1;
    }

    public BigInteger and(BigInteger val) {
        int n = roomWith(val);
        int[] a = words(n);
        int[] b = val.words(n);
        for (int i = 0; i < n; i++) {
            a[i] &= b[i];
        }
        return fromWords(a);
    }

    public BigInteger or(BigInteger val) {
        int n = roomWith(val);
        int[] a = words(n);
        int[] b = val.words(n);
        for (int i = 0; i < n; i++) {
            a[i] |= b[i];
        }
        return fromWords(a);
    }

    public BigInteger xor(BigInteger val) {
        int n = roomWith(val);
        int[] a = words(n);
        int[] b = val.words(n);
        for (int i = 0; i < n; i++) {
            a[i] ^= b[i];
        }
        return fromWords(a);
    }

    public BigInteger not() {
        return negate().subtract(ONE);
    }

    public BigInteger andNot(BigInteger val) {
        return and(val.not());
    }

    private static void checkBit(int n) {
        if (n < 0) {
            throw new ArithmeticException("Negative bit address");
        }
    }

    public boolean testBit(int n) {
        checkBit(n);
        return (word(n >>> 5) >>> (n & 31) & 1) != 0;
    }

    private BigInteger withBit(int n, int how) {
        checkBit(n);
        int[] r = words(Math.max(mag.length, (n >>> 5) + 1) + 1);
        int bit = 1 << (n & 31);
        int i = n >>> 5;
        r[i] = how > 0 ? r[i] | bit : how < 0 ? r[i] & ~bit : r[i] ^ bit;
        return fromWords(r);
    }

    public BigInteger setBit(int n) {
        return withBit(n, 1);
    }

    public BigInteger clearBit(int n) {
        return withBit(n, -1);
    }

    public BigInteger flipBit(int n) {
        return withBit(n, 0);
    }

    public int getLowestSetBit() {
        for (int i = 0; i < mag.length; i++) {
            if (mag[i] != 0) {
                return i * 32 + Integer.numberOfTrailingZeros(mag[i]);
            }
        }
        return -1;
    }

    public int bitLength() {
        int n = Limbs.bitLength(mag);
        // A negative power of two needs one bit less.
        return signum < 0 && getLowestSetBit() == n - 1 ? n - 1 : n;
    }

    public int bitCount() {
        int n = 0;
        for (int w : mag) {
            n += Integer.bitCount(w);
        }
        return signum < 0 ? n + getLowestSetBit() - 1 : n;
    }

    public boolean isProbablePrime(int certainty) {
        if (certainty <= 0) {
            return true;
        }
        BigInteger w = abs();
        if (w.equals(TWO)) {
            return true;
        }
        if (!w.testBit(0) || w.equals(ONE)) {
            return false;
        }
        for (int p = 3; p < 100; p += 2) {
            BigInteger q = valueOf(p);
            if (w.compareTo(q) == 0) {
                return true;
            }
            int[] copy = w.mag.clone();
            if (Limbs.divideInPlace(copy, p) == 0) {
                return false;
            }
        }
        return w.passesMillerRabin(Math.min(64, (certainty + 1) / 2 + 1));
    }

    /** Deterministic for what fits 64 bits (the first twelve primes suffice), otherwise with random bases. */
    private boolean passesMillerRabin(int rounds) {
        BigInteger minusOne = subtract(ONE);
        int a = minusOne.getLowestSetBit();
        BigInteger m = minusOne.shiftRight(a);
        boolean small = mag.length <= 2;
        int[] bases = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};
        Random random = small ? null : new Random();
        int n = small ? bases.length : rounds;
        for (int i = 0; i < n; i++) {
            BigInteger b;
            if (small) {
                b = valueOf(bases[i]);
            } else {
                do {
                    b = new BigInteger(bitLength(), random);
                } while (b.compareTo(ONE) <= 0 || b.compareTo(this) >= 0);
            }
            BigInteger z = b.modPow(m, this);
            int j = 0;
            while (!(j == 0 && z.equals(ONE) || z.equals(minusOne))) {
                if (j > 0 && z.equals(ONE) || ++j == a) {
                    return false;
                }
                z = z.multiply(z).mod(this);
            }
        }
        return true;
    }

    @Override
    public int compareTo(BigInteger val) {
        if (signum != val.signum) {
            return signum > val.signum ? 1 : -1;
        }
        return signum * Limbs.compare(mag, val.mag);
    }

    @Override
    public boolean equals(Object x) {
        if (x == this) {
            return true;
        }
        return x instanceof BigInteger && signum == ((BigInteger) x).signum && Arrays.equals(mag, ((BigInteger) x).mag);
    }

    public BigInteger min(BigInteger val) {
        return compareTo(val) < 0 ? this : val;
    }

    public BigInteger max(BigInteger val) {
        return compareTo(val) > 0 ? this : val;
    }

    @Override
    public int hashCode() {
        int h = 0;
        for (int i = mag.length - 1; i >= 0; i--) {
            h = 31 * h + mag[i];
        }
        return h * signum;
    }

    public String toString(int radix) {
        if (signum == 0) {
            return "0";
        }
        int r = radix < Character.MIN_RADIX || radix > Character.MAX_RADIX ? 10 : radix;
        StringBuilder sb = new StringBuilder();
        if (signum < 0) {
            sb.append('-');
        }
        digits(mag, r, 0, sb);
        return sb.toString();
    }

    /** Appends the digits, with zeros in front up to {@code least} of them. */
    private static void digits(int[] mag, int radix, int least, StringBuilder out) {
        if (mag.length > 80) {
            // In halves, as in parse.
            int n = (int) (Limbs.bitLength(mag) * Math.log(2) / Math.log(radix) / 2);
            int[][] qr = Limbs.divide(mag, valueOf(radix).pow(n).mag);
            digits(qr[0], radix, Math.max(0, least - n), out);
            digits(qr[1], radix, n, out);
            return;
        }
        int[] rest = mag.clone();
        int length = rest.length;
        int chunk = CHUNK[radix];
        String[] parts = new String[mag.length * 32 / (31 - Integer.numberOfLeadingZeros(radix)) / chunk + 2];
        int count = 0;
        while (length > 0) {
            int[] view = length == rest.length ? rest : Arrays.copyOf(rest, length);
            parts[count++] = Integer.toString(Limbs.divideInPlace(view, CHUNK_POWER[radix]), radix);
            rest = view;
            while (length > 0 && rest[length - 1] == 0) {
                length--;
            }
        }
        int size = count == 0 ? 0 : (count - 1) * chunk + parts[count - 1].length();
        for (int i = size; i < least; i++) {
            out.append('0');
        }
        for (int i = count - 1; i >= 0; i--) {
            if (i < count - 1) {
                for (int k = parts[i].length(); k < chunk; k++) {
                    out.append('0');
                }
            }
            out.append(parts[i]);
        }
    }

    @Override
    public String toString() {
        return toString(10);
    }

    public byte[] toByteArray() {
        int n = bitLength() / 8 + 1;
        byte[] b = new byte[n];
        int[] w = words(n / 4 + 1);
        for (int i = 0; i < n; i++) {
            b[n - 1 - i] = (byte) (w[i >> 2] >> (i & 3) * 8);
        }
        return b;
    }

    @Override
    public int intValue() {
        return word(0);
    }

    @Override
    public long longValue() {
        return (long) word(1) << 32 | word(0) & MASK;
    }

    @Override
    public float floatValue() {
        return (float) rounded(24, Float.MAX_EXPONENT);
    }

    @Override
    public double doubleValue() {
        return rounded(53, Double.MAX_EXPONENT);
    }

    /** To the nearest number of so many bits, ties to even. */
    private double rounded(int bits, int maxExponent) {
        int n = Limbs.bitLength(mag);
        if (n > maxExponent + 1) {
            return signum * Double.POSITIVE_INFINITY;
        }
        if (n <= bits) {
            return (double) longValue();
        }
        int shift = n - bits;
        BigInteger kept = abs().shiftRight(shift);
        long v = kept.longValue();
        boolean half = abs().testBit(shift - 1);
        if (half && ((v & 1) != 0 || Limbs.anyBelow(mag, shift - 1))) {
            v++;
        }
        double d = Math.scalb((double) v, shift);
        if (bits == 24 && d > Float.MAX_VALUE) {
            d = Double.POSITIVE_INFINITY;
        }
        return signum * d;
    }

    /** The number as a long, or Long.MIN_VALUE if it does not fit (or is that). */
    final long compact() {
        int n = mag.length;
        if (n < 2) {
            return n == 0 ? 0 : signum * (mag[0] & MASK);
        }
        if (n > 2 || mag[1] < 0) {
            return Long.MIN_VALUE;
        }
        return signum * ((long) mag[1] << 32 | mag[0] & MASK);
    }

    public long longValueExact() {
        if (bitLength() <= 63) {
            return longValue();
        }
        throw new ArithmeticException("BigInteger out of long range");
    }

    public int intValueExact() {
        if (bitLength() <= 31) {
            return intValue();
        }
        throw new ArithmeticException("BigInteger out of int range");
    }

    public short shortValueExact() {
        if (bitLength() <= 15) {
            return shortValue();
        }
        throw new ArithmeticException("BigInteger out of short range");
    }

    public byte byteValueExact() {
        if (bitLength() <= 7) {
            return byteValue();
        }
        throw new ArithmeticException("BigInteger out of byte range");
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        java.io.ObjectOutputStream.PutField fields = out.putFields();
        byte[] bytes = abs().toByteArray();
        int from = bytes.length > 0 && bytes[0] == 0 ? 1 : 0;
        fields.put("signum", signum);
        fields.put("magnitude", java.util.Arrays.copyOfRange(bytes, from, bytes.length));
        fields.put("bitCount", -1);
        fields.put("bitLength", -1);
        fields.put("lowestSetBit", -2);
        fields.put("firstNonzeroByteNum", -2);
        out.writeFields();
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        java.io.ObjectInputStream.GetField fields = in.readFields();
        int sign = fields.get("signum", -2);
        byte[] bytes = (byte[]) fields.get("magnitude", null);
        if (sign < -1 || sign > 1 || bytes == null) {
            throw new java.io.StreamCorruptedException("BigInteger: Invalid signum value");
        }
        BigInteger value = new BigInteger(1, bytes);
        if ((value.mag.length == 0) != (sign == 0)) {
            throw new java.io.StreamCorruptedException("BigInteger: signum-magnitude mismatch");
        }
        rvm.internal.SerialForms.set(BigInteger.class, "signum", this, sign);
        rvm.internal.SerialForms.set(BigInteger.class, "mag", this, value.mag);
    }
}
