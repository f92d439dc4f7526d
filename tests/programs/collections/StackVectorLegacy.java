import java.util.*;

public class StackVectorLegacy {
    public static void main(String[] args) throws Exception {
        Stack<Integer> s = new Stack<>();
        s.push(1);
        s.push(2);
        s.push(3);
        p(s + " " + s.peek() + s.search(1) + s.search(9) + s.pop() + s.empty());
        Vector<String> v = new Vector<>(Arrays.asList("a", "b"));
        v.addElement("c");
        v.insertElementAt("z", 0);
        p(v + v.elementAt(1) + v.firstElement() + v.lastElement());
        try {
            v.elementAt(9);
        }  catch (ArrayIndexOutOfBoundsException e) {
            p(e.getMessage());
        }
        Enumeration<String> en = v.elements();
        while (en.hasMoreElements()) p(en.nextElement());
        Hashtable<String, Integer> h = new Hashtable<>();
        h.put("one", 1);
        p(h + "" + h.get("two"));
        try {
            h.put(null, 1);
        }  catch (NullPointerException e) {
            p("npe");
        }
        Properties pr = new Properties();
        pr.setProperty("k", "v");
        p(pr.getProperty("k") + pr.getProperty("q", "dflt"));
        try {
            new Stack<>().peek();
        }  catch (EmptyStackException e) {
            p(e);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
