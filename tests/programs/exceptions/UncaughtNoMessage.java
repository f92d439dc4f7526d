public class UncaughtNoMessage {
    public static void main(String[] args) throws Exception {
        throw new RuntimeException();
    }
}
