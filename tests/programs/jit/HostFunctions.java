import java.util.Arrays;

/** Library methods that compiled code does itself: their corner cases, hot. */
public class HostFunctions {
    static long sum;

    static void mix(long v) {
        sum = sum * 31 + v;
    }

    static void mix(double v) {
        mix(Double.doubleToRawLongBits(v == v ? v : Double.NaN));
    }

    static final double[] DOUBLES = {0.0, -0.0, 1.5, -1.5, 2.5, -2.5, 0.5, -0.5, 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 4503599627370497.5, -4503599627370495.5, 0.49999999999999994};
    static final int[] INTS = {0, 1, -1, 5, 31, 32, 33, -31, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x12345678};
    static final long[] LONGS = {0, 1, -1, 63, 64, 65, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdef0L, 1L << 32};

    static void numbers() {
        for (double a : DOUBLES) {
            mix(Math.rint(a));
            mix(Math.floor(a));
            mix(Math.ceil(a));
            mix(Math.abs(a));
            mix(Math.round(a));
            for (double b : DOUBLES) {
                mix(Math.min(a, b));
                mix(Math.max(a, b));
                mix((double) Math.min((float) a, (float) b));
                mix((double) Math.max((float) a, (float) b));
            }
        }
        for (int a : INTS) {
            mix(Math.abs(a));
            mix(Integer.reverseBytes(a));
            for (int b : INTS) {
                mix(Integer.rotateLeft(a, b));
                mix(Integer.rotateRight(a, b));
                mix(Long.rotateLeft(a, b));
            }
        }
        for (long a : LONGS) {
            mix(Math.abs(a));
            mix(Long.reverseBytes(a));
            for (long b : LONGS) {
                mix(Math.multiplyHigh(a, b));
                mix(Long.rotateLeft(a, (int) b));
                mix(Long.rotateRight(a, (int) b));
            }
        }
    }

    static void copy(Object from, int f, Object to, int t, int n) {
        try {
            System.arraycopy(from, f, to, t, n);
            mix(n);
        } catch (RuntimeException e) {
            mix(e.getClass().getName().hashCode());
            mix(e.getMessage() == null ? 0 : e.getMessage().replaceAll("@.*", "").hashCode());
            mix(e.getStackTrace()[0].getMethodName().hashCode());
        }
    }

    static void copies() {
        int[] a = {1, 2, 3, 4, 5};
        int[] b = new int[5];
        copy(a, 0, b, 0, 5);
        copy(a, 0, a, 1, 4);
        copy(a, 1, a, 0, 4);
        copy(a, 0, b, 0, 6);
        copy(a, -1, b, 0, 1);
        copy(a, 0, b, -1, 1);
        copy(a, 0, b, 0, -1);
        copy(a, Integer.MAX_VALUE, b, 0, 1);
        copy(a, 0, b, 5, 0);
        copy(a, 5, b, 0, Integer.MAX_VALUE);
        copy(null, 0, b, 0, 0);
        copy(a, 0, null, 0, 0);
        copy(a, 0, new long[5], 0, 1);
        copy("x", 0, b, 0, 1);
        copy(a, 0, "x", 0, 1);
        mix(Arrays.hashCode(a) + Arrays.hashCode(b));
        Object[] objects = {"a", "b", 1, "c"};
        String[] strings = new String[4];
        copy(objects, 0, strings, 0, 2);
        copy(objects, 0, strings, 1, 3);
        copy(strings, 0, objects, 0, 4);
        copy(strings, 0, new Integer[4], 0, 4);
        copy(new boolean[3], 0, new byte[3], 0, 2);
        mix(Arrays.hashCode(objects));
        mix(Arrays.hashCode(strings));
    }

    static void fills(int[] a, byte[] b, double[] d, boolean[] z) {
        Arrays.fill(a, 7);
        Arrays.fill(b, (byte) -3);
        Arrays.fill(d, 0.5);
        Arrays.fill(z, true);
        mix(Arrays.hashCode(a) + Arrays.hashCode(b) + Arrays.hashCode(d) + Arrays.hashCode(z));
    }

    static void texts(String a, String b, Object c) {
        mix(a.equals(b) ? 1 : 0);
        mix(a.equals(c) ? 1 : 0);
        mix(a.hashCode() + b.hashCode());
        mix(a.compareTo(b));
        mix(a.indexOf(b));
        mix(a.indexOf('b') + b.lastIndexOf('é'));
        mix(a.indexOf('€') + a.indexOf(0x1f600));
        mix(a.regionMatches(1, b, 0, 2) ? 1 : 0);
        mix((a + b).hashCode());
        mix(new StringBuilder(a).append('x').append(b).append('€').indexOf("é"));
    }

    public static void main(String[] args) {
        String[] some = {"", "a", "abc", "aébc", "a€bc", "\uD83D\uDE00b", new String("abc"), "abd", "é"};
        for (int round = 0; round < 60; round++) {
            numbers();
            copies();
            fills(new int[round], new byte[round + 3], new double[9], new boolean[round % 5]);
            try {
                fills(null, new byte[1], null, null);
            } catch (NullPointerException e) {
                mix(e.getStackTrace()[0].getMethodName().hashCode());
            }
            for (String a : some) {
                for (String b : some) {
                    texts(a, b, round % 2 == 0 ? null : (Object) round);
                }
            }
            try {
                texts("x", null, null);
            } catch (NullPointerException e) {
                mix(5);
            }
            if (round % 10 == 0) {
                System.out.println(round + " " + sum);
            }
        }
        System.out.println(sum);
    }
}
