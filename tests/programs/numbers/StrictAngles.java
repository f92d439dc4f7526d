/** The functions of StrictMath are those of fdlibm to the last bit: sums of bits over arguments up to some hundred thousand, and limits. */
public class StrictAngles {
    static long mix(long h, double d) {
        return h * 31 + Double.doubleToRawLongBits(d);
    }

    public static void main(String[] args) {
        long sin = 0;
        long cos = 0;
        long sinh = 0;
        for (int i = -60000; i < 60000; i++) {
            double x = i % 3 == 0 ? i : i % 3 == 1 ? i * 0.001 : i * 13.37;
            sin = mix(sin, StrictMath.sin(x));
            cos = mix(cos, StrictMath.cos(x));
            sinh = mix(sinh, StrictMath.sinh(i * 0.013));
        }
        System.out.println(sin + " " + cos + " " + sinh);
        double[] limits = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e-8,
            -1e-9, Math.PI, -Math.PI, Math.PI / 2, Math.PI / 4, 3 * Math.PI / 4, 7 * Math.PI, 355, 103993, 710.4, -710.4758, 711,
            22, -22, 1, 0.9999999999999999, 3e-9};
        for (double x : limits) {
            System.out.println(x + " " + StrictMath.sin(x) + " " + StrictMath.cos(x) + " " + StrictMath.sinh(x));
        }
        for (int k = 1; k < 40; k++) {
            double x = k * (Math.PI / 2);
            System.out.print(StrictMath.sin(x) + " " + StrictMath.cos(x) + (k % 4 == 0 ? "\n" : " "));
        }
        System.out.println();
    }
}
