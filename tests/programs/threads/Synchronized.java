public class Synchronized {
    static class C {
        private int n;
        synchronized void inc() {
            n++;
        }
        static synchronized int st() {
            return 5;
        }
        int re() {
            synchronized (this) {
                synchronized (this) {
                    inc();
                    return n;
                }
            }
        }
        boolean held() {
            return Thread.holdsLock(this);
        }
        int thr() {
            synchronized (this) {
                throw new IllegalStateException("rel");
            }
        }
    }

    public static void main(String[] args) throws Exception {
        C c = new C();
        Thread[] t = new Thread[3];
        for (int i = 0; i < 3; i++) {
            t[i] = new Thread(() -> { for (int j = 0; j < 2000; j++) c.inc(); });
            t[i].start();
        }
        for (Thread x : t) x.join();
        p(c.n + " " + C.st() + c.re());
        try {
            c.thr();
        }  catch (IllegalStateException e) {
            p(c.held());
        }
        synchronized (c) {
            p(c.held());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
