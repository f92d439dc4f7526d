public class UncaughtArrayIndex {
    static int[] data = new int[3];

    public static void main(String[] args) throws Exception {
        data[3] = 1;
    }
}
