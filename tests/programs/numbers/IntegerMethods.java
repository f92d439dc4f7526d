public class IntegerMethods {
    public static void main(String[] args) throws Exception {
        int[] v = {0, 1, -1, 42, 255, -256, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x12345678};
        for (int x : v) {
            p(x + " " + Integer.toHexString(x) + " " + Integer.toOctalString(x) + " " + Integer.toBinaryString(x) + " " + Integer.toString(x, 36) + " " + Integer.toUnsignedString(x));
            p(Integer.bitCount(x) + " " + Integer.reverse(x) + " " + Integer.reverseBytes(x) + " " + Integer.highestOneBit(x) + " " + Integer.lowestOneBit(x) + " " + Integer.numberOfLeadingZeros(x) + " " + Integer.numberOfTrailingZeros(x) + " " + Integer.rotateLeft(x, 8) + " " + Integer.rotateRight(x, 4) + " " + Integer.signum(x) + " " + Integer.hashCode(x));
        }
        p(Integer.compare(3, 5) + Integer.compareUnsigned(-1, 1) + " " + Integer.divideUnsigned(-1, 3) + " " + Integer.remainderUnsigned(-1, 7) + " " + Integer.max(3, 4) + Integer.min(3, 4) + Integer.sum(3, 4) + " " + Integer.toUnsignedLong(-1));
        p(Integer.parseInt("-7f", 16) + Integer.parseInt("+12") + Integer.valueOf("77", 8) + Integer.decode("0x1F") + Integer.decode("-010") + Integer.decode("#ff") + Integer.parseUnsignedInt("4294967295"));
        p(Integer.SIZE + Integer.BYTES + " " + Integer.valueOf(5).byteValue() + Integer.valueOf(300).byteValue() + Integer.valueOf(7).doubleValue());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
