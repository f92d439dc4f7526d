import java.util.*;
import java.util.function.*;

public class Conditional {
    static Integer nul() { return null; }

    public static void main(String[] args) throws Exception {
        boolean t = args.length == 0;
        char x = 'X';
        int i = 0;
        p(t ? x : 0);
        p(t ? x : i);
        p(false ? i : x);
        p(t ? 1 : 2.0);
        p(t ? 'a' : (byte) 1);
        p(t ? (Integer) 1 : (Double) 2.0);
        Object o = t ? 1 : "s";
        p(o);
        p(t ? (short) 1 : 'a');
        p(t ? null : 0);
        try {
            int v = t ? nul() : 0;
            p(v);
        }  catch (NullPointerException e) {
            p("npe");
        }
        Integer ok = t ? null : Integer.valueOf(0);
        p(ok);
        long l = t ? 1 : 2L;
        p(l);
        p((t ? 1 : 'c') + 1);
        p((!t ? "a" : t ? "b" : "c") + (t ? 1 : 0));
        Supplier<String> s = t ? () -> "lam" : () -> "other";
        p(s.get());
        List<String> ls = t ? new ArrayList<>() : Collections.emptyList();
        p(ls);
        p(t ? 1L : 1f);
        final char fc = 'q';
        p(t ? 98 : fc);
        p(t ? 'b' : 70000);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
