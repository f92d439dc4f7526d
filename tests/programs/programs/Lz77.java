import java.util.*;
import java.io.*;

public class Lz77 {
    static List<int[]> pack(byte[] in) {
        List<int[]> out = new ArrayList<>();
        for (int i = 0; i < in.length;) {
            int best = 0, off = 0;
            for (int j = Math.max(0, i - 255); j < i; j++) {
                int k = 0;
                while (k < 200 && i + k < in.length - 1 && in[j + k] == in[i + k]) k++;
                if (k > best) {
                    best = k;
                    off = i - j;
                }
            }
            out.add(new int[] {off, best, in[i + best]});
            i += best + 1;
        }
        return out;
    }
    static byte[] unpack(List<int[]> l) {
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        for (int[] t : l) {
            for (int k = 0; k < t[1]; k++) o.write(o.toByteArray()[o.size() - t[0]]);
            o.write(t[2]);
        }
        return o.toByteArray();
    }

    public static void main(String[] args) throws Exception {
        String t = "how much wood would a woodchuck chuck if a woodchuck could chuck wood aaaaaaaaaaaaaaaaaaaaaaaaaa!";
        List<int[]> l = pack(t.getBytes());
        for (int[] x : l) p(x[0] + "," + x[1] + "," + (char) x[2]);
        p(new String(unpack(l)).equals(t) + " " + l.size());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
