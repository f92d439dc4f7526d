public class Interrupts {
    public static void main(String[] args) throws Exception {
        Thread t = new Thread(() -> { try { Thread.sleep(100000); p("no"); } catch (InterruptedException e) { p(e.getMessage() + Thread.currentThread().isInterrupted()); } });
        t.start();
        t.interrupt();
        t.join();
        Thread.currentThread().interrupt();
        p(Thread.interrupted() + "" + Thread.interrupted());
        ThreadLocal<Integer> tl = ThreadLocal.withInitial(() -> 7);
        tl.set(8);
        Thread u = new Thread(() -> p(tl.get()));
        u.start();
        u.join();
        p(tl.get());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
