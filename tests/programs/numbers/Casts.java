public class Casts {
    public static void main(String[] args) throws Exception {
        double[] d = {0.0, -0.0, 1.9, -1.9, 127.5, 128, 300.7, 65536.5, -32769, 2147483647.5, 2147483648.0, -3e9, 9.3e18, -9.3e18, 1e30, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double x : d) p(x + ": " + (byte) x + " " + (short) x + " " + (int) (char) x + " " + (int) x + " " + (long) x + " " + (double) (float) x);
        float[] f = {1.5f, 3e9f, -1e20f, Float.NaN, 16777217f};
        for (float x : f) p(x + ": " + (byte) x + " " + (char) x % 7 + " " + (int) x + " " + (long) x + " " + (double) x);
        long[] l = {1L << 32, -1L, Long.MAX_VALUE, 1L << 53 | 1};
        for (long x : l) p((byte) x + " " + (short) x + " " + (int) (char) x + " " + (int) x + " " + (double) (float) x + " " + (double) x);
        p((float) 16777217 + " " + (double) (float) Integer.MAX_VALUE + " " + (char) ('a' + 2) + (int) 'é' + (byte) 'ÿ');
        Object o = 5;
        p((int) o + 1);
        p((int) (Integer) o + (long) (int) (Integer) o);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
