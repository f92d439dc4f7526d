public class UnreachedHandlers {
    static int[] ints = new int[3]; static long h;
    static void mix(Object o) { h = h * 31 + o.toString().length(); }
    /** Handlers of code that nothing reaches, with loops. */
    static long leave() {
        outer: for (int i = 0; i < ints.length; i++) {
            try {
                if (!false) break outer;
            } catch (Error e) {
                mix(e);
            } finally {
                int j = 0;
                while (j++ < 8) {
                    try {
                        if (h == 0) throw new ArrayStoreException("q");
                    } catch (NullPointerException | ArrayStoreException e) {
                        mix(e);
                    }
                }
            }
        }
        return h;
    }
    public static void main(String[] a) { System.out.println(leave()); }
}
