public class AssertOff {
    static boolean side() { System.out.println("evaluated"); return false; }

    public static void main(String[] args) throws Exception {
        assert side() : "never"; assert false; p("assertions are off");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
