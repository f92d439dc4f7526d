import java.util.*;
import java.io.*;

public class StdinLines {
    public static void main(String[] args) throws Exception {
        BufferedReader r = new BufferedReader(new InputStreamReader(System.in));
        String l;
        int n = 0;
        Map<String, Integer> m = new TreeMap<>();
        while ((l = r.readLine()) != null) {
            n++;
            for (String w : l.trim().split("\\s+")) m.merge(w, 1, Integer::sum);
        }
        p(n + " " + m);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
