import java.math.BigInteger;
import java.util.Random;

/** Powers modulo odd numbers of many lengths, against plain squaring. */
public class OddPowers {
    static BigInteger plain(BigInteger b, BigInteger e, BigInteger m) {
        BigInteger r = BigInteger.ONE.mod(m);
        for (int i = e.bitLength() - 1; i >= 0; i--) {
            r = r.multiply(r).mod(m);
            if (e.testBit(i)) {
                r = r.multiply(b).mod(m);
            }
        }
        return r;
    }

    public static void main(String[] args) {
        Random r = new Random(11);
        int sum = 0;
        for (int bits = 2; bits < 400; bits += bits < 140 ? 1 : 13) {
            for (int k = 0; k < 3; k++) {
                BigInteger m = new BigInteger(bits, r).setBit(0).setBit(bits - 1);
                if (k == 1) {
                    // All ones: every carry there is.
                    m = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
                }
                BigInteger b = k == 2 ? m.subtract(BigInteger.ONE) : new BigInteger(bits + 3, r);
                BigInteger e = new BigInteger(1 + r.nextInt(bits + 40), r);
                BigInteger got = b.modPow(e, m);
                if (!got.equals(plain(b, e, m))) {
                    System.out.println("wrong: " + b + " " + e + " " + m + " " + got);
                }
                sum = sum * 31 + got.hashCode();
            }
        }
        System.out.println(sum);
        BigInteger big = BigInteger.ONE.shiftLeft(2203).subtract(BigInteger.ONE);
        System.out.println(BigInteger.valueOf(3).modPow(big.subtract(BigInteger.ONE), big));
        System.out.println(big.isProbablePrime(5) + " " + big.subtract(BigInteger.TWO).isProbablePrime(20));
        BigInteger long_ = BigInteger.ONE.shiftLeft(70001).subtract(BigInteger.ONE);
        System.out.println(BigInteger.TEN.modPow(BigInteger.valueOf(77777), long_).hashCode());
        System.out.println(BigInteger.TWO.modPow(BigInteger.valueOf(-5), BigInteger.valueOf(1000003)));
        System.out.println(new BigInteger("-7").modPow(BigInteger.valueOf(13), BigInteger.valueOf(101)));
    }
}
