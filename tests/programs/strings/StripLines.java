import java.util.*;
import java.util.stream.*;

public class StripLines {
    public static void main(String[] args) throws Exception {
        p(" a\nb ".lines().map(String::strip).collect(Collectors.toList()));
        p("x".indent(2) + "|");
        p("abc".chars().mapToObj(c -> (char) (c + 1)).map(String::valueOf).collect(Collectors.joining()));
        p(String.valueOf(new char[] {'a', 'b', 'c'}, 1, 2));
        p("a-b".toCharArray().length);
        char[] d = new char[4];
        "abcdef".getChars(1, 4, d, 1);
        p((int) d[0] + new String(d, 1, 3));
        p("A".compareTo("a") + "x".indexOf('x', 9));
        p("abc".indexOf("c", -5) + "abcabc".lastIndexOf("bc", 3) + "abcabc".lastIndexOf('c', 4));
        p("%s".equals("%s") + "".join(",", "a"));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
