import java.util.*;

public class MultiDim {
    public static void main(String[] args) throws Exception {
        int[][] a = new int[3][4];
        a[1][2] = 5;
        int[][] j = {{1}, {2, 3}, {}};
        p(Arrays.deepToString(a) + Arrays.deepToString(j));
        int[][][] c = new int[2][3][];
        p(c[1][2] == null);
        c[0][0] = new int[] {9};
        p(Arrays.deepToString(c));
        long[][] l = new long[2][0];
        p(l[1].length);
        String[][] s = new String[2][2];
        s[0][1] = "x";
        p(Arrays.deepToString(s));
        int[] x[] = {{1}, {2}};
        p(x[1][0]);
        char[][] g = new char[2][3];
        for (char[] r : g) Arrays.fill(r, '.');
        g[1][1] = '#';
        for (char[] r : g) p(new String(r));
        double[][] m = {{1, 2}, {3, 4}};
        double[][] q = new double[2][2];
        for (int i = 0; i < 2; i++) for (int k = 0; k < 2; k++) for (int n = 0; n < 2; n++) q[i][k] += m[i][n] * m[n][k];
        p(Arrays.deepToString(q));
        byte[][] b = new byte[1][2];
        b[0][1] += 200;
        p(b[0][1]);
        boolean[] z = new boolean[2];
        z[1] |= true;
        p(z[0] ^ z[1]);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
