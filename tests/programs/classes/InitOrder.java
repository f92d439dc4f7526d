public class InitOrder {
    static StringBuilder log = new StringBuilder();
    static int note(String s) { log.append(s).append(' '); return log.length(); }
    static class P {
        static { note("P.static"); }
        int a = note("P.a");
        { note("P.block"); }
        int b = note("P.b");
        P() { note("P()"); }
        P(int x) { this(); note("P(int)"); }
    }
    static class Q extends P {
        static int z = note("Q.z");
        { note("Q.block1"); }
        int c = note("Q.c");
        Q() { super(1); note("Q()"); }
        { note("Q.block2"); }
        static { note("Q.static"); }
    }

    public static void main(String[] args) throws Exception {
        new Q();
        p(log);
        log.setLength(0);
        new Q(); new P();
        p(log);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
