public class HandlerDaemon {
    public static void main(String[] args) throws Exception {
        Thread t = new Thread(() -> { throw new RuntimeException("x"); }, "bad");
        t.setUncaughtExceptionHandler((th, e) -> p(th.getName() + " " + e));
        t.start();
        t.join();
        Thread d = new Thread(() -> { while (true) try { Thread.sleep(1000); } catch (InterruptedException e) { return; } });
        d.setDaemon(true);
        d.start();
        p(d.isDaemon() + " main ends");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
