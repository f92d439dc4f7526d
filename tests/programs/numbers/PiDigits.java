import java.math.*;

public class PiDigits {
    public static void main(String[] args) throws Exception {
        BigInteger q = BigInteger.ONE, r = BigInteger.ZERO, t = BigInteger.ONE;
        StringBuilder sb = new StringBuilder();
        for (int k = 1; sb.length() < 60; k++) {
            BigInteger l = BigInteger.valueOf(2 * k + 1), kk = BigInteger.valueOf(k);
            r = q.shiftLeft(1).add(r).multiply(l);
            t = t.multiply(l);
            q = q.multiply(kk);
            BigInteger d3 = q.multiply(BigInteger.valueOf(3)).add(r).divide(t), d4 = q.shiftLeft(2).add(r).divide(t);
            while (d3.equals(d4) && q.compareTo(r) < 0 && sb.length() < 60) {
                sb.append(d3);
                r = r.subtract(t.multiply(d3)).multiply(BigInteger.TEN);
                q = q.multiply(BigInteger.TEN);
                d3 = q.multiply(BigInteger.valueOf(3)).add(r).divide(t);
                d4 = q.shiftLeft(2).add(r).divide(t);
            }
        }
        p(sb);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
