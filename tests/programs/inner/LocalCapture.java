import java.util.*;
import java.util.function.*;

public class LocalCapture {
    static List<Supplier<String>> make(int n, String tag) {
        List<Supplier<String>> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            final int k = i; long big = 1L << (i + 31); double d = i / 2.0;
            class Loc implements Supplier<String> {
                int calls;
                public String get() {
                    calls++;
                    return tag + k + ":" + big + ":" + d + "#" + calls;
                }
                Loc again() {
                    return new Loc();
                }
            }
            Loc l = new Loc(); l.get(); out.add(l); out.add(l.again());
        }
        return out;
    }

    public static void main(String[] args) throws Exception {
        for (Supplier<String> s : make(3, "t")) { p(s.get() + " " + s.get()); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
