public class GenericMethodsOverride {
    interface Visitor<R> { R num(int n); R add(Expr a, Expr b); R mul(Expr a, Expr b); }
    interface Expr { <R> R accept(Visitor<R> v); }
    static Expr num(int n) { return new Expr() { public <R> R accept(Visitor<R> v) { return v.num(n); } }; }
    static Expr add(Expr a, Expr b) { return new Expr() { public <R> R accept(Visitor<R> v) { return v.add(a, b); } }; }
    static Expr mul(Expr a, Expr b) { return new Expr() { public <R> R accept(Visitor<R> v) { return v.mul(a, b); } }; }
    static class Eval implements Visitor<Integer> {
        public Integer num(int n) {
            return n;
        }
        public Integer add(Expr a, Expr b) {
            return a.accept(this) + b.accept(this);
        }
        public Integer mul(Expr a, Expr b) {
            return a.accept(this) * b.accept(this);
        }
    }
    static class Show implements Visitor<String> {
        public String num(int n) {
            return "" + n;
        }
        public String add(Expr a, Expr b) {
            return "(" + a.accept(this) + "+" + b.accept(this) + ")";
        }
        public String mul(Expr a, Expr b) {
            return a.accept(this) + "*" + b.accept(this);
        }
    }

    public static void main(String[] args) throws Exception {
        Expr e = mul(add(num(2), num(3)), add(num(4), mul(num(5), num(6))));
        p(e.accept(new Show()) + "=" + e.accept(new Eval()));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
