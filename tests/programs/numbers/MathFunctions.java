public class MathFunctions {
    public static void main(String[] args) throws Exception {
        double[] v = {0, 0.5, 1, -1, 2, 10, -3.7, 100};
        for (double x : v) p(StrictMath.sqrt(Math.abs(x)) + " " + StrictMath.sin(x) + " " + StrictMath.cos(x) + " " + StrictMath.tan(x) + " " + StrictMath.exp(x) + " " + StrictMath.atan(x) + " " + StrictMath.log(Math.abs(x)) + " " + StrictMath.cbrt(x) + " " + Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.round(x));
        p(StrictMath.pow(2, 0.5) + " " + StrictMath.pow(10, -3) + " " + StrictMath.atan2(1, -1) + " " + StrictMath.sinh(1) + " " + StrictMath.asin(0.5) + " " + StrictMath.log10(1000) + " " + StrictMath.expm1(1e-10) + " " + StrictMath.log1p(1e-10) + " " + StrictMath.hypot(1, 1));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
