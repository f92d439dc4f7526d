import java.math.BigInteger;
import java.util.Random;

/** Powers modulo odd and even numbers of all sizes, limbs of all ones among them; inverses, and tests for primes built on them. */
public class ModularPowers {
    static BigInteger number(Random r, int most) {
        int bits = 1 + r.nextInt(most);
        switch (r.nextInt(4)) {
            case 0:
                return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.valueOf(r.nextInt(3)));
            case 1:
                return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE.shiftLeft(r.nextInt(bits))).add(BigInteger.valueOf(r.nextInt(2)));
            default:
                return new BigInteger(bits, r);
        }
    }

    public static void main(String[] args) {
        Random r = new Random(11);
        long hash = 0;
        for (int i = 0; i < 3000; i++) {
            BigInteger base = number(r, i % 50 == 0 ? 900 : 200);
            BigInteger e = number(r, i % 50 == 0 ? 900 : 100);
            BigInteger m = number(r, i % 50 == 0 ? 700 : 200);
            if (r.nextInt(4) > 0) {
                m = m.setBit(0);
            }
            if (r.nextInt(5) == 0) {
                base = base.negate();
            }
            if (r.nextInt(9) == 0) {
                e = e.negate();
            }
            String result;
            try {
                result = base.modPow(e, m).toString(16);
            } catch (ArithmeticException x) {
                result = x.getMessage();
            }
            hash = hash * 31 + result.hashCode();
            if (i % 300 == 0) {
                System.out.println(i + " " + result + " " + hash);
            }
        }
        System.out.println(hash);
        BigInteger p = BigInteger.ONE.shiftLeft(521).subtract(BigInteger.ONE);
        System.out.println(p.isProbablePrime(50) + " " + p.add(BigInteger.TWO).isProbablePrime(50) + " " + BigInteger.valueOf(3).modPow(p.subtract(BigInteger.ONE), p)
                + " " + BigInteger.valueOf(7).modInverse(p).multiply(BigInteger.valueOf(7)).mod(p) + " " + p.modPow(BigInteger.ZERO, BigInteger.TEN) + p.modPow(BigInteger.TEN, BigInteger.ONE)
                + BigInteger.ZERO.modPow(BigInteger.ZERO, BigInteger.valueOf(3)) + BigInteger.ZERO.modPow(BigInteger.TWO, BigInteger.valueOf(3)));
        int primes = 0;
        for (int i = 0; i < 3000; i++) {
            if (BigInteger.valueOf(i * 1000003L + 1).isProbablePrime(30)) {
                primes++;
            }
        }
        System.out.println(primes + " " + new BigInteger("1000000000000000000000").nextProbablePrime());
    }
}
