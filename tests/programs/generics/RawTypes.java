import java.util.*;

public class RawTypes {
    public static void main(String[] args) throws Exception {
        List raw = new ArrayList(); raw.add(1); raw.add("two"); raw.add(null);
        List<String> strs = raw; p(strs.size() + " " + strs);
        try { String s = strs.get(0); p(s); } catch (ClassCastException e) { p("CCE"); }
        Object o = strs.get(1); p(o);
        for (Object x : raw) p(x);
        Map m = new TreeMap(); m.put("k", new int[] {1}); p(((int[]) m.get("k"))[0]);
        Comparable c = "b"; p(c.compareTo("a"));
        try { c.compareTo(1); } catch (ClassCastException e) { p("CCE2"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
