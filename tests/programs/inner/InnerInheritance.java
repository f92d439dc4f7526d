public class InnerInheritance {
    class A { String w() { return "A" + id; } }
    class B extends A { String w() { return "B" + super.w(); } }
    static class Ext extends InnerInheritance.A {
        Ext(InnerInheritance o) {
            o.super();
        }
        String w() {
            return "Ext" + super.w();
        }
    }
    int id; InnerInheritance(int id) { this.id = id; }

    public static void main(String[] args) throws Exception {
        InnerInheritance x = new InnerInheritance(1), y = new InnerInheritance(2);
        p(x.new A().w() + y.new B().w() + new Ext(y).w());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
