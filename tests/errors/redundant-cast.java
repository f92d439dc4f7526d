import java.util.*;

class T {
    void m(String s, int i, List<String> l, Object o) {
        Object a = (String) s;
        int b = (int) i;
        long c = (long) i;
        String d = (String) l.get(0);
        String e = (String) o;
        Object f = (Object) s;
        Integer g = (Integer) i;
        double h = (double) 3;
    }
}
