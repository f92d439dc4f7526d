public class StaticInitLazy {
    static void note(String s) { System.out.println(s); }
    static class A {
        static {
            note("A");
        }
        static final int CONST = 5;
        static int var = 6;
        static void m() {}
        static final Integer BOX = 9;
    }
    static class B extends A { static { note("B"); } static int own = 1; }
    interface I { int X = init("I.X"); default void d() {} }
    interface J { int Y = init("J.Y"); }
    static class C implements I, J { static { note("C"); } }
    static int init(String s) { note(s); return 3; }

    public static void main(String[] args) throws Exception {
        p(A.CONST);
        p("array"); A[] as = new A[2];
        p("class literal " + A.class.getSimpleName());
        p(B.var);
        p("then"); p(B.own);
        new C();
        p(J.Y);
        p(A.BOX);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
