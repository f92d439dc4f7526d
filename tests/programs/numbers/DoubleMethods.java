public class DoubleMethods {
    public static void main(String[] args) throws Exception {
        p(Double.toString(1e5) + Double.valueOf("3") + Double.hashCode(1.5) + Double.isInfinite(1 / 0.0) + Double.isFinite(1) + Double.MIN_NORMAL + Double.MAX_EXPONENT);
        p(Double.toHexString(1.5) + " " + Double.toHexString(-0.1) + " " + Double.toHexString(Double.MIN_VALUE) + Float.toHexString(0.5f));
        p(Double.sum(1, 2) + Double.max(1, 2) + Float.compare(1f, 2f));
        p(Float.floatToRawIntBits(-1.5f) + " " + Double.doubleToRawLongBits(2.5));
        p(Double.valueOf(2.7).intValue() + Float.valueOf(3.9f).longValue());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
