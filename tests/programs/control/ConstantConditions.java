/** Conditions that are known, but not before something was evaluated. */
public class ConstantConditions {
    static int calls;

    static boolean call(boolean result) {
        calls++;
        return result;
    }

    static int nested(int a, String s) {
        int n = 0;
        for (int i = 0; i < 2; i++) {
            if ((((s.equals(s) ? (true ? false : true) : (false ? false : false)) ? true : (true ? (Double.MIN_VALUE <= Double.NaN) : (n > a))))) {
                n += 100;
            }
            if ((call(a > 0) ? false : false) ? a > 1 : a > 2) {
                n += 1;
            }
            if ((call(a > 0) ? true : true) ? a > 1 : a > 2) {
                n += 10;
            }
            if ((call(a > 0) || true) ? a > 1 : a > 2) {
                n += 1000;
            }
            if ((call(a > 0) && false) ? a > 1 : a > 2) {
                n += 10000;
            }
            boolean b = ((call(a > 1) && false) ? a > 3 : (call(a > 2) || true)) ? a > 0 : a < 0;
            n += b ? 100000 : 200000;
            while ((call(true) && false) ? true : n < 5) {
                n++;
            }
            n += ((call(false) || true) ? false : true) ? 7 : (call(a == 2) ? 3 : 3);
        }
        return n;
    }

    public static void main(String[] args) {
        for (int a = -1; a < 5; a++) {
            System.out.println(nested(a, "x" + a) + " " + calls);
        }
    }
}
