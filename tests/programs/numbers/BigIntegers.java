import java.util.*;
import java.math.*;

public class BigIntegers {
    public static void main(String[] args) throws Exception {
        BigInteger a = new BigInteger("123456789012345678901234567890"), b = BigInteger.valueOf(-987654321);
        p(a.add(b));
        p(a.subtract(b));
        p(a.multiply(b));
        p(a.divide(b) + " " + a.mod(b.negate()) + " " + a.remainder(b));
        p(a.pow(5));
        p(a.gcd(BigInteger.valueOf(30)) + " " + a.signum() + b.signum() + a.compareTo(b) + " " + a.bitLength() + " " + a.bitCount());
        p(a.toString(16) + " " + new BigInteger("-ff", 16) + a.shiftLeft(70) + a.shiftRight(50) + b.shiftRight(3));
        p(a.and(b) + " " + a.or(b) + " " + a.xor(b) + " " + b.not() + a.testBit(3) + a.setBit(200));
        BigInteger f = BigInteger.ONE;
        for (int i = 2; i <= 60; i++) f = f.multiply(BigInteger.valueOf(i));
        p(f);
        p(BigInteger.valueOf(3).modPow(new BigInteger("1000000007"), new BigInteger("998244353")) + " " + BigInteger.valueOf(3).modInverse(BigInteger.valueOf(11)));
        p(a.intValue() + " " + a.longValue() + " " + a.doubleValue() + " " + a.hashCode() + a.equals(new BigInteger(a.toString())));
        try {
            a.divide(BigInteger.ZERO);
        }  catch (ArithmeticException e) {
            p(e.getMessage());
        }
        try {
            new BigInteger("12x");
        }  catch (NumberFormatException e) {
            p("nfe");
        }
        try {
            a.longValueExact();
        }  catch (ArithmeticException e) {
            p(e.getMessage());
        }
        p(Arrays.toString(b.toByteArray()) + Arrays.toString(a.divideAndRemainder(BigInteger.TEN)) + a.sqrt() + a.max(b) + BigInteger.TWO.negate().abs() + BigInteger.valueOf(97).isProbablePrime(20));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
