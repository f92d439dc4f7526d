import java.util.*;
import java.util.regex.*;

public class Basics {
    public static void main(String[] args) throws Exception {
        Matcher m = Pattern.compile("(\\w+)@(\\w+)\\.com").matcher("bob@site.com, al@x.com");
        while (m.find()) p(m.group() + " " + m.group(1) + " " + m.group(2) + " " + m.start() + "-" + m.end() + " " + m.start(2) + m.groupCount());
        p(m.reset().lookingAt() + "" + m.matches());
        p("2024-01-15".replaceAll("(\\d+)-(\\d+)-(\\d+)", "$3/$2/$1"));
        p(Arrays.toString(Pattern.compile("\\s*,\\s*").split("a , b,c ,d")));
        p(Pattern.matches("a*b", "aaab"));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
