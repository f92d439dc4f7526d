import java.util.*;

public class Knapsack {
    public static void main(String[] args) throws Exception {
        int[] w = {12, 7, 11, 8, 9}, v = {24, 13, 23, 15, 16};
        int[] d = new int[27];
        for (int i = 0; i < w.length; i++) for (int c = 26; c >= w[i]; c--) d[c] = Math.max(d[c], d[c - w[i]] + v[i]);
        p(d[26] + Arrays.toString(d));
        int[] coins = {1, 5, 10, 25};
        long[] ways = new long[101];
        ways[0] = 1;
        for (int c : coins) for (int i = c; i <= 100; i++) ways[i] += ways[i - c];
        p(ways[100]);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
