import java.util.*;

public class FormatErrors {
    static void t(String f, Object... a) {
        try {
            p(String.format(f, a));
        }  catch (IllegalFormatException e) {
            p(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) throws Exception {
        t("%d", "s");
        t("%d");
        t("%s %s", 1);
        t("%q", 1);
        t("%", 1);
        t("%.2d", 1);
        t("%-d", 1);
        t("%c", "str");
        t("%f", 1);
        t("%5");
        t("%#s", "a");
        t("%,x", 1);
        t("%+s", "a");
        t("%x", 1.0);
        t("%c", 0x110000);
        t("%0d", 1);
        t("%-05d", 1);
        t("%3$s", 1);
        t("%<s", 1);
        t("%s");
        t("ok %s", (Object) null);
        t("%d", (Object) null);
        t("%b %b", "x", null);
        t("%s extra", 1, 2, 3);
        t("%10%|");
        t("%.1b", true);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
