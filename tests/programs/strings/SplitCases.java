import java.util.*;

public class SplitCases {
    public static void main(String[] args) throws Exception {
        for (String r : new String[] {",", "[,;]", "\\s", "", "x", ",+"}) p(r + Arrays.asList("a,b;;c, d,,".split(r)) + "a,b;;c, d,,".split(r, 2).length + "a,b;;c, d,,".split(r, -1).length);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
