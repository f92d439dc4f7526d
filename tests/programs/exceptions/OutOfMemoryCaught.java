public class OutOfMemoryCaught {
    public static void main(String[] args) throws Exception {
        try {
            int[] x = new int[Integer.MAX_VALUE];
            p(x.length);
        }  catch (OutOfMemoryError e) {
            p(e.getMessage());
        }
        try {
            long[][] x = new long[100000][Integer.MAX_VALUE - 8];
            p(x.length);
        }  catch (OutOfMemoryError e) {
            p("oom");
        }
        p("alive " + new int[1000].length);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
