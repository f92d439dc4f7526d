public class StaticNestedAccess {
    private static int secret = 10;
    private int inst = 20;
    private static int bump() { return ++secret; }
    static class N {
        private int mine = 5;
        private int peek(StaticNestedAccess o) {
            o.inst += mine;
            secret++;
            return o.inst + bump();
        }
        private static class Deep {
            private static String d = "deep";
            private Deep() {}
        }
    }

    public static void main(String[] args) throws Exception {
        StaticNestedAccess o = new StaticNestedAccess();
        N n = new N();
        p(n.peek(o)); n.mine++; p(n.peek(o) + " " + n.mine + " " + o.inst + " " + secret);
        N.Deep.d += "er"; p(N.Deep.d + (new N.Deep() != null));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
