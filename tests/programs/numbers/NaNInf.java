import java.util.*;

public class NaNInf {
    public static void main(String[] args) throws Exception {
        double n = Double.NaN, i = Double.POSITIVE_INFINITY;
        p(n == n);
        p(n != n);
        p(n < 1 || n > 1 || n <= n);
        p(Double.isNaN(0.0 / 0));
        p(1 / 0.0 + " " + -1 / 0.0 + " " + 1 / -0.0 + " " + 0.0 / 0 + " " + i * 0 + " " + (i - i) + " " + i % 2 + " " + 5 % i + " " + 5.5 % -2 + " " + -5.5 % 2 + " " + -0.0 % 3 + " " + 1 % 0.0);
        p(0.0 == -0.0);
        p(Double.valueOf(0.0).equals(-0.0) + "" + Double.valueOf(n).equals(n));
        p(Double.compare(0.0, -0.0) + Double.compare(n, i) + " " + Math.min(-0.0, 0.0) + Math.max(-0.0, 0.0) + Math.min(n, 1) + Math.max(1, n));
        double[] a = {n, 1, -0.0, 0.0, -i, i, -1};
        Arrays.sort(a);
        p(Arrays.toString(a));
        p(Math.sqrt(-1) + " " + Math.sqrt(-0.0) + " " + Math.pow(0, 0) + Math.pow(n, 0) + Math.pow(1, i) + Math.pow(-2, 3) + Math.pow(-8, 1.0 / 3) + Math.log(0) + Math.log(-1));
        p(!(n > 0) + "" + !(n <= 0) + (n > 0 ? 1 : 2) + Float.NaN + (float) i + (float) 1e40 + (float) 1e-50);
        p(Math.round(n) + " " + Math.round(i) + " " + Math.round(-2.5) + Math.round(2.5) + Math.round(0.49999999999999994) + Math.rint(2.5) + Math.rint(3.5) + Math.ceil(-0.5) + Math.floor(-0.5));
        p(Double.doubleToLongBits(n) + " " + Long.toHexString(Double.doubleToLongBits(-0.0)) + " " + Float.floatToIntBits(1f) + Float.intBitsToFloat(0x7f800000) + Double.longBitsToDouble(1));
        p(Double.MIN_VALUE / 2 + " " + Double.MAX_VALUE * 2 + " " + Math.ulp(1.0) + Math.nextUp(1.0f) + Math.nextDown(0.0) + Math.getExponent(1e10) + Math.signum(-3.5) + Math.copySign(2, -0.0) + Math.hypot(3, 4) + Math.cbrt(27));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
