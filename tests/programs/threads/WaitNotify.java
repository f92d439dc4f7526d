import java.util.*;

public class WaitNotify {
    static final Object lock = new Object(); static final Deque<Integer> q = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        Thread prod = new Thread(() -> { for (int i = 0; i < 50; i++) synchronized (lock) { while (q.size() >= 3) try { lock.wait(); } catch (InterruptedException e) { return; } q.add(i); lock.notifyAll(); } });
        prod.start();
        int s = 0;
        for (int i = 0; i < 50; i++) synchronized (lock) {
            while (q.isEmpty()) lock.wait();
            int v = q.remove();
            if (v != i) p("order");
            s += v;
            lock.notifyAll();
        }
        prod.join();
        p(s);
        try {
            lock.notify();
        }  catch (IllegalMonitorStateException e) {
            p(e.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
