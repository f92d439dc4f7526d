public class Shifts {
    public static void main(String[] args) throws Exception {
        int[] v = {1, -1, 0x80000000, 0x7fffffff, 12345, -12345};
        int[] s = {0, 1, 5, 31, 32, 33, -1, 63};
        for (int a : v) {
            StringBuilder sb = new StringBuilder();
            for (int b : s) sb.append(a << b).append(',').append(a >> b).append(',').append(a >>> b).append(' ');
            p(sb);
        }
        long[] lv = {1L, -1L, Long.MIN_VALUE, 0x123456789abcdefL};
        for (long a : lv) {
            StringBuilder sb = new StringBuilder();
            for (int b : new int[] {0, 1, 31, 32, 63, 64, 65, -1}) sb.append(a << b).append(',').append(a >> b).append(',').append(a >>> b).append(' ');
            p(sb);
        }
        byte b = -8;
        p(b >> 1);
        p(b >>> 1);
        p((byte) (b >>> 1));
        p(1 << 3L);
        p((char) 8 << 2);
        p(1L << 32 | 1);
        short sh = (short) 0x8000;
        p(sh >>> 4);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
