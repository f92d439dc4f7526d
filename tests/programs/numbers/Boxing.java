import java.util.*;

public class Boxing {
    static Integer nul; static String k(Object o) { return o.getClass().getSimpleName(); }

    public static void main(String[] args) throws Exception {
        Integer a = 127, b = 127, c = 128, d = 128;
        p(a == b);
        p(c == d);
        p(c.equals(d));
        p(c >= d && c <= d);
        p(c == 128);
        Long l = 127L;
        p(l.equals(127));
        p(l == 127);
        Character x = 'a', y = 'a';
        p(x == y);
        Boolean t = true;
        p(t == Boolean.TRUE);
        p(k(1) + k(1L) + k(1f) + k('c') + k((byte) 1) + k(true) + k((short) 2) + k(1.0));
        try {
            int i = nul;
        }  catch (NullPointerException e) {
            p("npe");
        }
        try {
            nul++;
        }  catch (NullPointerException e) {
            p("npe2");
        }
        List<Integer> li = new ArrayList<>(Arrays.asList(5, 6, 7));
        li.remove(1);
        li.remove((Integer) 5);
        p(li);
        Map<Character, Integer> m = new TreeMap<>();
        for (char ch : "banana".toCharArray()) m.merge(ch, 1, Integer::sum);
        p(m);
        Object o = true ? 1 : 2L;
        p(k(o));
        Integer q = 5;
        q = q + 1;
        p(q);
        double dd = q;
        long ll = q;
        p(dd + ll);
        Number n = 3.7;
        p(n.intValue() + n.longValue() + n.byteValue());
        Object[] os = {1, 'c', 2.0};
        p(Arrays.toString(os));
        p(Integer.valueOf(1000).equals(1000) + "" + new ArrayList<>(Arrays.asList(1, 2)).equals(Arrays.asList(1, 2)));
        byte bb = 5;
        Byte B = bb;
        Short S = (short) 9;
        p(B + S);
        p(((Object) 1).equals(1L));
        int[] arr = {1, 2};
        for (Integer i : arr) p(i);
        Integer[] ia = {3, 4};
        int s = 0;
        for (int i : ia) s += i;
        p(s);
        switch (c) {
            case 128: p("s");
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
