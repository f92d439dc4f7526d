import java.util.regex.*;

public class Errors {
    static void t(String r) {
        try {
            Pattern.compile(r);
            p("ok " + r);
        }  catch (PatternSyntaxException e) {
            p(e.getDescription() + " @" + e.getIndex() + " in " + e.getPattern());
        }
    }

    public static void main(String[] args) throws Exception {
        t("(a");
        t("a)");
        t("[a");
        t("*a");
        t("a{2");
        t("a{3,1}");
        t("\\");
        t("(?<n>a)(?<n>b)");
        t("[z-a]");
        t("(?z)");
        t("a**");
        t("\\p{Nope}");
        t("x{1}{2}");
        t("]");
        t("}");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
