import java.util.*;
import java.util.stream.*;

public class ArraysMethods {
    public static void main(String[] args) throws Exception {
        int[] a = {5, 3, 9, 1, 7};
        int[] b = a.clone();
        Arrays.sort(b);
        p(Arrays.toString(a) + Arrays.toString(b) + Arrays.binarySearch(b, 7) + Arrays.binarySearch(b, 4) + Arrays.equals(a, b) + Arrays.hashCode(a));
        Arrays.fill(a, 1, 3, 0);
        p(Arrays.toString(a) + Arrays.toString(Arrays.copyOf(a, 7)) + Arrays.toString(Arrays.copyOfRange(b, 1, 3)));
        Integer[] c = {3, 1, 2};
        Arrays.sort(c, Collections.reverseOrder());
        p(Arrays.asList(c));
        String[] s = {"pear", "Fig", "apple"};
        Arrays.sort(s, String.CASE_INSENSITIVE_ORDER);
        p(String.join(",", s));
        p(Arrays.deepToString(new int[][] {{1}, {2, 3}, null}) + Arrays.deepEquals(new Object[] {new int[] {1}}, new Object[] {new int[] {1}}) + Arrays.deepHashCode(new Object[] {new int[] {1}, 2}));
        int[] pre = {1, 2, 3, 4};
        Arrays.parallelPrefix(pre, Integer::sum);
        p(Arrays.toString(pre));
        Arrays.setAll(pre, i -> i * i);
        p(Arrays.stream(pre).sum() + " " + Arrays.stream(pre, 1, 3).boxed().collect(Collectors.toList()));
        p(Arrays.toString((int[]) null) + Arrays.toString(new char[] {'a'}) + Arrays.toString(new boolean[2]) + Arrays.toString(new double[] {1}) + Arrays.toString(new byte[1]));
        List<Integer> v = Arrays.asList(c);
        v.set(0, 100);
        p(c[0]);
        p(Arrays.compare(pre, b) + Arrays.mismatch(pre, new int[] {0, 1, 5}) + "" + Arrays.equals(pre, 0, 1, b, 0, 1));
        long[] big = new Random(2).longs(2000).toArray();
        Arrays.sort(big);
        boolean ok = true;
        for (int i = 1; i < big.length; i++) ok &= big[i - 1] <= big[i];
        p(ok);
        char[] cs = "sorting".toCharArray();
        Arrays.sort(cs);
        p(new String(cs));
        byte[] bs = {3, -1, 2};
        Arrays.sort(bs);
        p(Arrays.toString(bs));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
