public class UncaughtSuppressed {
    static class R implements AutoCloseable {
        final String n;
        R(String n) {
            this.n = n;
        }
        @Override public void close() {
            throw new IllegalStateException("close " + n);
        }
    }
    static void use() { try (R a = new R("a"); R b = new R("b")) { throw new RuntimeException("body"); } }

    public static void main(String[] args) throws Exception {
        use();
    }
}
