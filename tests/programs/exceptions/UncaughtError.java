public class UncaughtError {
    static class Custom extends Error {
        Custom() {
            super("custom error");
        }
        @Override public String toString() {
            return "Custom!" + getMessage();
        }
    }

    public static void main(String[] args) throws Exception {
        try { throw new Custom(); } finally { p("finally runs"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
