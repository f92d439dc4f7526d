public class BridgeMethods {
    interface Cmp<T> { int cmp(T a, T b); }
    static class SC implements Cmp<String> { public int cmp(String a, String b) { return a.length() - b.length(); } }
    static abstract class Node<T> { T v; void set(T t) { v = t; } T get() { return v; } }
    static class INode extends Node<Integer> {
        void set(Integer i) {
            super.set(i * 2);
        }
        Integer get() {
            return super.get() + 1;
        }
    }

    public static void main(String[] args) throws Exception {
        Cmp<String> c = new SC(); p(c.cmp("abc", "z"));
        Node<Integer> n = new INode(); n.set(5); p(n.get());
        Node raw = n; raw.set(7); p(raw.get());
        try { raw.set("str"); } catch (ClassCastException e) { p("cce"); }
        try { ((Cmp) c).cmp(1, 2); } catch (ClassCastException e) { p("cce2"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
