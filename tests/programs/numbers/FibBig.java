import java.math.*;

public class FibBig {
    public static void main(String[] args) throws Exception {
        BigInteger a = BigInteger.ZERO, b = BigInteger.ONE;
        for (int i = 0; i < 300; i++) {
            BigInteger t = a.add(b);
            a = b;
            b = t;
        }
        p(a);
        p(a.mod(BigInteger.valueOf(1000007)));
        p(BigInteger.TWO.pow(521).subtract(BigInteger.ONE).toString().length());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
