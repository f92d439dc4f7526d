import java.util.*;
import java.io.*;

public class CloneAndTypes {
    public static void main(String[] args) throws Exception {
        int[] a = {1, 2};
        int[] b = a.clone();
        b[0] = 9;
        p(a[0] + b[0]);
        int[][] d = {{1}, {2}};
        int[][] e = d.clone();
        e[0][0] = 7;
        e[1] = null;
        p(d[0][0] + d[1][0]);
        Object o = a;
        p(o instanceof int[]);
        p(o instanceof Object[]);
        Object[] os = new Integer[] {1, 2};
        p(os instanceof Number[]);
        p(os.getClass() + " " + new int[0][].getClass() + new Object[0].getClass().getSuperclass());
        Object[] n = d;
        p(n.length);
        Cloneable c = a;
        java.io.Serializable s = d;
        p(c.equals(a) + "" + (s == d));
        p(new int[0].equals(new int[0]));
        System.arraycopy(a, 0, a, 1, 1);
        p(Arrays.toString(a));
        int[] z = {};
        for (int q : z) p(q);
        p(int[].class == a.getClass());
        final int[] f = {1};
        f[0]++;
        p(f[0]);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
