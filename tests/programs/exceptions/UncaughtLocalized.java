public class UncaughtLocalized {
    static class L extends Exception {
        L() {
            super("plain");
        }
        @Override public String getLocalizedMessage() {
            return "localized";
        }
    }

    public static void main(String[] args) throws Exception {
        throw new L();
    }
}
