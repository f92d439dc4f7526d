public class PrivateNotVirtual {
    static class A {
        private String name() { return "A"; }
        String call() { return name(); }
        static class Sub extends A {
            private String name() {
                return "Sub";
            }
            String callMine() {
                return name() + ((A) this).name();
            }
        }
    }
    static class B { String name() { return "B"; } String call() { return name(); } }
    static class BSub extends B { String name() { return "BSub"; } }

    public static void main(String[] args) throws Exception {
        A.Sub s = new A.Sub();
        p(s.call() + s.callMine());
        p(new BSub().call() + new B().call());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
