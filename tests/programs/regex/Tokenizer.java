import java.util.regex.*;

public class Tokenizer {
    public static void main(String[] args) throws Exception {
        Pattern tok = Pattern.compile("\\s*(?:(?<num>\\d+(?:\\.\\d+)?)|(?<id>[A-Za-z_]\\w*)|(?<str>\"[^\"]*\")|(?<op>[-+*/=<>!]=?|[(){};]))");
        Matcher m = tok.matcher("while (x1 <= 10.5) { y = y * -2; s = \"a b\"; }");
        while (m.lookingAt()) {
            p((m.group("num") != null ? "NUM " : m.group("id") != null ? "ID " : m.group("str") != null ? "STR " : "OP ") + m.group().trim());
            m.region(m.end(), m.regionEnd());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
