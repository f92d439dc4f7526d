public class FieldHiding {
    static class A { String f = "A.f"; static String s() { return "A.s"; } String get() { return f; } }
    static class B extends A {
        String f = "B.f";
        static String s() {
            return "B.s";
        }
        String get() {
            return f + "/" + super.f + "/" + super.get();
        }
    }
    static class C extends B { int f = 7; String get() { return f + ":" + ((A) this).f + ":" + ((B) this).f; } }

    public static void main(String[] args) throws Exception {
        A a = new B();
        p(a.f + " " + ((B) a).f + " " + a.get());
        p(A.s() + B.s() + C.s());
        C c = new C();
        p(c.f + c.get());
        a = c;
        p(a.f + a.get());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
