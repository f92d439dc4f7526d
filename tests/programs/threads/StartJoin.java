import java.util.*;

public class StartJoin {
    static int shared;

    public static void main(String[] args) throws Exception {
        Thread[] ts = new Thread[4];
        int[] res = new int[4];
        for (int i = 0; i < 4; i++) {
            int k = i;
            ts[i] = new Thread(() -> { for (int j = 0; j < 1000; j++) { res[k] += j * k; synchronized (res) { shared++; } } }, "t" + i);
            ts[i].start();
        }
        for (Thread t : ts) t.join();
        p(shared + Arrays.toString(res));
        p(Thread.currentThread().getName() + ts[0].isAlive() + ts[0].getState() + ts[1].getName());
        try {
            ts[0].start();
        }  catch (IllegalThreadStateException e) {
            p(e);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
