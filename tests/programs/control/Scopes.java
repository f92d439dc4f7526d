import java.util.*;

public class Scopes {
    static int x = 1;

    public static void main(String[] args) throws Exception {
        {
            int x = 2;
            p(x);
        }
        p(x);
        int x = 3;
        p(x + Scopes.x);
        for (int i = 0; i < 1; i++) {
            int y = i;
            p(y);
        }
        for (int i = 5; i < 6; i++) {
            String y = "s" + i;
            p(y);
        }
        var v = new ArrayList<Map<String, int[]>>();
        p(v.size());
        for (var e : List.of(1, 2)) p(e);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
