import java.util.Arrays;

/** Clones of arrays in compiled code: all kinds, null, what is of a class below the one named, and copies that are changed. */
public class ArrayClones {
    enum Colour { RED, GREEN, BLUE { } }

    interface Shape { }

    static final class Square implements Shape { }

    static int ints(int[] a) {
        int[] b = a.clone();
        b[0]++;
        return b[0] * 10 + a[0] + b.length;
    }

    static Object objects(Object[] a) {
        Object[] b = a.clone();
        String s = b.getClass().getSimpleName() + b.length;
        if (b == a) {
            return "same";
        }
        try {
            b[0] = "text";
            s += " stored";
        } catch (ArrayStoreException e) {
            s += " refused";
        }
        return s;
    }

    static long all(long[] l, double[] d, char[] c, byte[] b, boolean[] z, short[] s, float[] f) {
        long[] l2 = l.clone();
        double[] d2 = d.clone();
        char[] c2 = c.clone();
        byte[] b2 = b.clone();
        boolean[] z2 = z.clone();
        short[] s2 = s.clone();
        float[] f2 = f.clone();
        l[0] = 0;
        c[0] = 'x';
        return l2[0] + (long) d2[1] + c2[0] + b2[2] + (z2[0] ? 1 : 0) + s2[0] + (long) f2[0] + z2.length;
    }

    static int deep(int[][] a) {
        int[][] b = a.clone();
        b[1] = b[1].clone();
        b[1][0] = 77;
        return a[1][0] + b[1][0] + (a[0] == b[0] ? 1 : 0);
    }

    static int lengthOfNull(int[] a) {
        try {
            return a.clone().length;
        } catch (NullPointerException e) {
            return -1;
        }
    }

    static int colours() {
        int sum = 0;
        for (Colour c : Colour.values()) {
            sum += c.ordinal() + c.name().length();
        }
        Colour[] all = Colour.values();
        all[0] = null;
        return sum + (Colour.values()[0] == Colour.RED ? 100 : 0);
    }

    public static void main(String[] args) {
        long sum = 0;
        Object[] kinds = {new Object[3], new String[2], new Shape[1], new Square[4], new int[2][2], new Integer[1]};
        String last = "";
        for (int i = 0; i < 30000; i++) {
            sum += ints(new int[] {i, 2, 3});
            sum += all(new long[] {i, 1}, new double[] {1, i}, new char[] {'a', 'b', 'c'}, new byte[] {1, 2, -3},
                    new boolean[] {i % 2 == 0, true}, new short[] {(short) i}, new float[] {i / 2f});
            sum += deep(new int[][] {{1, 2}, {i}});
            sum += lengthOfNull(i % 100 == 99 ? null : new int[i % 5]);
            sum += colours();
            if (i % 7 == 0) {
                String now = "" + objects((Object[]) kinds[i % kinds.length]);
                if (i > 29900 && !now.equals(last)) {
                    System.out.println(now);
                    last = now;
                }
            }
        }
        System.out.println(sum);
        int[] large = new int[100000];
        large[99999] = 5;
        System.out.println(large.clone()[99999] + " " + new int[0].clone().length + " " + Arrays.toString(Colour.values()));
    }
}
