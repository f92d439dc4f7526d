public class SuperChains {
    static class A { String m() { return "A"; } String n(Object o) { return "A.o"; } }
    static class B extends A { String n(String s) { return "B.s"; } }
    static class C extends B {
        @Override String m() {
            return super.m() + "C";
        }
        @Override String n(Object o) {
            return "C.o+" + super.n(o);
        }
        class In {
            String up() {
                return C.super.m() + C.this.m() + C.super.n("q");
            }
        }
    }

    public static void main(String[] args) throws Exception {
        C c = new C(); p(c.m() + c.n("x") + c.n(1) + ((A) c).n("x") + c.new In().up());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
