public class UncaughtCause {
    static class MyEx extends Exception { MyEx(String m, Throwable c) { super(m, c); } }
    static void low() { throw new ArithmeticException("low"); }
    static void mid() throws MyEx { try { low(); } catch (ArithmeticException e) { throw new MyEx("mid", e); } }

    public static void main(String[] args) throws Exception {
        mid();
    }
}
