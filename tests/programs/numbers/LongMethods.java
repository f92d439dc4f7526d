import java.util.*;

public class LongMethods {
    public static void main(String[] args) throws Exception {
        long[] v = {0, 1, -1, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdef0L};
        for (long x : v) {
            p(x + " " + Long.toHexString(x) + " " + Long.toOctalString(x) + " " + Long.toBinaryString(x) + " " + Long.toString(x, 7) + " " + Long.toUnsignedString(x));
            p(Long.bitCount(x) + " " + Long.reverse(x) + " " + Long.reverseBytes(x) + " " + Long.highestOneBit(x) + " " + Long.lowestOneBit(x) + " " + Long.numberOfLeadingZeros(x) + " " + Long.numberOfTrailingZeros(x) + " " + Long.rotateLeft(x, 12) + " " + Long.hashCode(x) + " " + Long.signum(x));
        }
        p(Long.divideUnsigned(-1, 10) + " " + Long.remainderUnsigned(-1, 10) + " " + Long.compareUnsigned(1, -1) + " " + Long.parseLong("-9223372036854775808") + Long.parseLong("zz", 36) + " " + Long.decode("-0x80") + Long.parseUnsignedLong("18446744073709551615"));
        try {
            Long.parseLong("9223372036854775808");
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        try {
            Long.parseLong("12L");
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        p(Long.valueOf(127) == Long.valueOf(127));
        p(Long.valueOf(5).equals(5));
        p(Long.valueOf(5).equals(5L));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
