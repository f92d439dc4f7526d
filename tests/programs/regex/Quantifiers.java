import java.util.regex.*;

public class Quantifiers {
    static void f(String r, String s) {
        Matcher m = Pattern.compile(r).matcher(s);
        StringBuilder sb = new StringBuilder(r + ":");
        while (m.find()) sb.append(" '").append(m.group()).append("'@").append(m.start());
        p(sb);
    }

    public static void main(String[] args) throws Exception {
        f("a+", "aaba");
        f("a+?", "aaba");
        f("a*", "aaba");
        f("a*+a", "aaaa");
        f("<.*>", "<a><b>");
        f("<.*?>", "<a><b>");
        f("a{2}", "aaaaa");
        f("a{2,3}", "aaaaaaa");
        f("a{2,}?", "aaaa");
        f("(a|ab)(c|bcd)", "abcd");
        f("x?", "ax");
        f("[^a-c]+", "abcdefabc");
        f("[a-d&&[^b]]", "abcd");
        f("\\b\\w", "hi the re");
        f("^.|.$", "abc");
        f("(?m)^\\w", "a\nb");
        f("(?s).+", "a\nb");
        f(".+", "a\nb");
        f("\\d+(?=%)", "5% 6 7%");
        f("(?<!a)b", "ab cb b");
        f("(?<=\\$)\\d+", "$42 17");
        f("(?!x)\\w", "xy");
        f("\\p{Upper}\\p{Alpha}+", "ab Cde");
        f("[\\w.]+", "a.b c");
        f("\\Qa.b\\E", "a.b axb");
        f("\\x41|\\u0042|\\t", "AB\t");
        f("(a(b)?)+", "aba");
        f("\\s\\S", "a b c");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
