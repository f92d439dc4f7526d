import java.util.*;

public class JoinerTokenizer {
    public static void main(String[] args) throws Exception {
        StringJoiner j = new StringJoiner(", ", "[", "]");
        j.setEmptyValue("EMPTY");
        p(j);
        j.add("a").add("b");
        p(j + " " + j.length());
        StringJoiner k = new StringJoiner("-");
        k.add("x").add("y");
        p(j.merge(k));
        StringTokenizer t = new StringTokenizer("a b\tc  d");
        p(t.countTokens());
        while (t.hasMoreTokens()) p(t.nextToken());
        t = new StringTokenizer("1+2*3", "+*", true);
        while (t.hasMoreElements()) p(t.nextElement());
        t = new StringTokenizer("k=v;x", "=");
        p(t.nextToken() + t.nextToken(";") + t.nextToken());
        try {
            t.nextToken();
        }  catch (NoSuchElementException e) {
            p(e.getClass());
        }
        p(String.join(",", new TreeSet<>(Arrays.asList("z", "a"))));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
