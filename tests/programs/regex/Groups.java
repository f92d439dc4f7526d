import java.util.regex.*;

public class Groups {
    public static void main(String[] args) throws Exception {
        Matcher m = Pattern.compile("(?<y>\\d{4})-(?<m>\\d\\d)?").matcher("2024-");
        p(m.find() + m.group("y") + m.group("m") + m.start("y"));
        try {
            m.group("zz");
        }  catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        try {
            m.group(9);
        }  catch (IndexOutOfBoundsException e) {
            p(e.getMessage());
        }
        try {
            Pattern.compile("a").matcher("b").group();
        }  catch (IllegalStateException e) {
            p(e.getMessage());
        }
        p("abab".matches("(ab)\\1"));
        p("xyz".replaceAll("(?<a>y)", "[${a}]"));
        p("aBc".matches("(?i)ABC") + "" + Pattern.compile("b", Pattern.CASE_INSENSITIVE).matcher("aBc").find());
        p("a1b2".replaceAll("(?:[a-z])(\\d)", "$1"));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
