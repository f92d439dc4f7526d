import java.util.*;

public class Basics {
    public static void main(String[] args) throws Exception {
        String s = "Hello, World";
        p(s.length() + " " + s.charAt(4) + s.indexOf('o') + s.indexOf("o", 5) + s.lastIndexOf('o') + s.indexOf("zz") + s.indexOf("") + s.lastIndexOf("") + s.contains("World"));
        p(s.substring(7) + s.substring(0, 5) + s.substring(12) + s.toUpperCase() + s.toLowerCase() + s.replace('l', 'L') + s.replace("o", "00") + s.replace("", "-"));
        p("  trim \t\n".trim() + "|" + " \u2003x ".strip() + "|" + "  a ".stripLeading() + "|" + "  a ".stripTrailing() + "|" + "".isEmpty() + "  ".isBlank());
        p("abc".compareTo("abd") + " " + "abc".compareTo("ab") + "B".compareToIgnoreCase("a") + "abc".equalsIgnoreCase("ABC") + "abc".equals(null) + s.startsWith("Hell") + s.startsWith("lo", 3) + s.endsWith("d"));
        p(s.hashCode() + " " + "".hashCode() + "Aa".hashCode() + "BB".hashCode());
        p("ab".repeat(3) + "x".repeat(0) + "a".concat("b") + String.join("-", "a", "b", "c") + String.join("/", Arrays.asList("x", "y")));
        p(String.valueOf(3.0f) + String.valueOf(true) + String.valueOf(new char[] {'a', 'b'}) + String.valueOf((Object) null) + String.copyValueOf(new char[] {'q', 'w', 'e'}, 1, 2));
        p("a,b,,c,,".split(",").length + " " + Arrays.toString("a,b,,c,,".split(",", -1)) + Arrays.toString("a1b22c".split("\\d+")) + Arrays.toString("abc".split("")) + Arrays.toString("".split(",")) + Arrays.toString("a:b:c".split(":", 2)) + Arrays.toString(",a".split(",")));
        p("mississippi".replaceAll("ss", "SS") + "a.b.c".replaceFirst("\\.", "!") + "x1y2".replaceAll("([a-z])(\\d)", "$2$1") + "abc".matches("[a-c]+") + "tést".chars().sum() + "l1\nl2\r\nl3".lines().count());
        p("abc" == "abc");
        p("abc" == new String("abc"));
        p("abc" == new String("abc").intern());
        p("hello".contentEquals(new StringBuilder("hello")) + "" + "abcdef".regionMatches(true, 2, "XCD", 1, 2) + "abc".subSequence(1, 2) + new String("abc".toCharArray(), 1, 2));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
