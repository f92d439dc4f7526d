public class OverloadChoice {
    static String f(int x) { return "int"; }
    static String f(long x) { return "long"; }
    static String f(double x) { return "double"; }
    static String f(Object x) { return "Object"; }
    static String f(Integer x) { return "Integer"; }
    static String f(int... x) { return "int..." + x.length; }
    static String g(long x) { return "long"; }
    static String g(Integer x) { return "Integer"; }
    static String g(Object... x) { return "Object..."; }
    static String h(Object o) { return "Object"; }
    static String h(String o) { return "String"; }
    static String k(char c) { return "char"; }
    static String k(int c) { return "int"; }
    static String m(double d) { return "double"; }
    static String m(Object o) { return "Object"; }

    public static void main(String[] args) throws Exception {
        byte b = 1; short s = 2; char c = 'c'; float fl = 1f;
        p(f(b) + f(s) + f(c) + f(1) + f(1L) + f(fl) + f(1.0));
        p(f((Integer) 5) + f("x") + f() + f(1, 2) + f((Object) 5) + f('c'));
        p(g(1) + g((Integer) 1) + g("x") + g());
        p(h(null) + h("s") + h((Object) "s"));
        p(k('a') + k('a' + 1) + k((char) ('a' + 1)));
        p(m(1) + m(1L) + m((Integer) 3) + m('c') + m(true));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
