import java.util.*;
import java.util.stream.*;
import java.util.regex.*;

public class ReplaceAppend {
    public static void main(String[] args) throws Exception {
        Matcher m = Pattern.compile("\\d+").matcher("a1b22c333");
        StringBuffer sb = new StringBuffer();
        while (m.find()) m.appendReplacement(sb, "<" + Integer.parseInt(m.group()) * 2 + ">");
        m.appendTail(sb);
        p(sb);
        p(Pattern.compile("\\d").matcher("1a2").replaceAll(r -> "[" + r.group() + "]"));
        p("a$b".replaceAll("\\$", Matcher.quoteReplacement("$1\\")));
        p(Pattern.quote("a.b"));
        p("1.2".split(Pattern.quote(".")).length);
        try {
            "a".replaceAll("a", "$1");
        }  catch (IndexOutOfBoundsException e) {
            p(e.getMessage());
        }
        p(Pattern.compile("b").splitAsStream("abcbd").collect(Collectors.toList()));
        p(Pattern.compile("\\w").matcher("ab").results().map(r -> r.start() + r.group()).collect(Collectors.toList()));
        p(Stream.of("a1", "b").filter(Pattern.compile("\\d").asPredicate()).count());
        Matcher r = Pattern.compile("a").matcher("aXa");
        r.region(1, 3);
        p(r.find() + "" + r.start() + r.hitEnd());
        p(Pattern.compile("x", Pattern.LITERAL).pattern() + Pattern.compile("a").flags());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
