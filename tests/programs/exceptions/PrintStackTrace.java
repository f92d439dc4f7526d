public class PrintStackTrace {
    static void rec(int n) { if (n == 0) throw new UnsupportedOperationException("deep"); rec(n - 1); }

    public static void main(String[] args) throws Exception {
        try { rec(3); } catch (UnsupportedOperationException e) { e.printStackTrace(); e.printStackTrace(System.out); }
        System.err.println("err line");
    }
}
