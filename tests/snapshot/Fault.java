public class Fault {
    static long x;

    static void spin() {
        for (;;) {
            x = x * 31 + 7;
        }
    }

    static void work() {
        spin();
    }

    public static void main(String[] args) throws Exception {
        Thread thread = new Thread(Fault::work, "spinner");
        thread.setDaemon(true);
        thread.start();
        Thread.sleep(2500);
        System.exit(7);
    }
}
