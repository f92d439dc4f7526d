import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Strings compared and hashed in compiled code, and short arrays copied: every length, every outcome. */
public class StringBasics {
    static int equal(String[] all, Object[] others) {
        int count = 0;
        for (String a : all) {
            for (Object b : others) {
                if (a.equals(b)) {
                    count++;
                }
            }
        }
        return count;
    }

    static int hashes(String[] all) {
        int sum = 0;
        for (String s : all) {
            sum = sum * 31 + s.hashCode();
        }
        return sum;
    }

    static boolean onNull(String s, Object o) {
        return s.equals(o);
    }

    static String copies(int length) {
        byte[] bytes = new byte[64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7 + 1);
        }
        byte[] other = new byte[64];
        System.arraycopy(bytes, 3, other, 5, length);
        System.arraycopy(bytes, 10, bytes, 11, length);
        System.arraycopy(bytes, 31, bytes, 29, length);
        short[] shorts = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        int[] ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        long[] longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        char[] chars = "abcdefghijklmnopqrstuvwxyz".toCharArray();
        int n = length % 17;
        System.arraycopy(shorts, 1, shorts, 2, n);
        System.arraycopy(ints, 2, ints, 1, n);
        System.arraycopy(longs, 0, longs, 3, n);
        System.arraycopy(chars, 4, chars, 7, n);
        int h = Arrays.hashCode(bytes) ^ Arrays.hashCode(other) * 3 ^ Arrays.hashCode(shorts) * 5 ^ Arrays.hashCode(ints) * 7;
        return h + " " + Arrays.hashCode(longs) + " " + new String(chars);
    }

    static String refused(Object from, int fromIndex, Object to, int toIndex, int count) {
        try {
            System.arraycopy(from, fromIndex, to, toIndex, count);
            return "copied";
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    public static void main(String[] args) {
        String[] all = new String[120];
        Object[] others = new Object[130];
        for (int i = 0; i < 40; i++) {
            all[i] = "x".repeat(i);
            all[i + 40] = "x".repeat(i) + (i % 2 == 0 ? "a" : "b");
            all[i + 80] = "\u4e2d".repeat(i) + (i % 3 == 0 ? "x" : "");
        }
        for (int i = 0; i < 120; i++) {
            others[i] = i % 5 == 4 ? all[i] : new StringBuilder(all[i]).toString();
        }
        others[121] = 5;
        others[122] = new StringBuilder("x");
        others[123] = all;
        others[124] = "";
        others[125] = "xxxxxxxa".substring(0, 7);
        others[126] = "\u4e2d\u4e2dxx".substring(2);
        others[127] = "xxxxxxxxy";
        others[128] = "yxxxxxxxx";
        Map<String, Integer> map = new HashMap<>();
        for (int round = 0; round < 300; round++) {
            int a = equal(all, others);
            int b = hashes(all);
            // These have 0 as hash.
            int c = "\0\0\0".hashCode() + "".hashCode() + "f5a5a608".hashCode();
            if (round % 100 == 99) {
                System.out.println(a + " " + b + " " + c + " " + onNull("a", null));
            }
            for (String s : all) {
                map.merge(new String(s), 1, Integer::sum);
            }
        }
        System.out.println(map.size() + " " + map.get("xxx") + " " + map.get("\u4e2d\u4e2d") + " " + map.get(""));
        try {
            onNull(null, "a");
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        int sum = 0;
        for (int round = 0; round < 200; round++) {
            for (int length = 0; length < 32; length++) {
                String s = copies(length);
                sum = sum * 31 + s.hashCode();
                if (round == 0) {
                    System.out.println(length + " " + s);
                }
            }
        }
        System.out.println(sum);
        byte[] small = new byte[4];
        for (int round = 0; round < 2000; round++) {
            String s = refused(small, 0, small, 1, 3) + refused(small, 0, small, 2, 3) + refused(small, -1, small, 0, 1)
                + refused(small, 0, small, 0, -1) + refused(null, 0, small, 0, 0) + refused(small, 0, new int[4], 0, 1)
                + refused(small, 4, small, 4, 0) + refused(small, 0, new boolean[4], 0, 2) + refused("a", 0, small, 0, 1);
            if (round % 1000 == 0) {
                System.out.println(s);
            }
        }
    }
}
