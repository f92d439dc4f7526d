import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** At some number there are no more threads; the program is told so, goes on, and can start others when these have ended. */
public class Threads {
    public static void main(String[] args) throws Exception {
        for (int round = 0; round < 2; round++) {
            CountDownLatch over = new CountDownLatch(1);
            List<Thread> all = new ArrayList<>();
            String end = "all were made";
            try {
                while (all.size() < 600) {
                    Thread t = new Thread(null, () -> {
                        try {
                            over.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }, "t", 64 << 10);
                    t.start();
                    all.add(t);
                }
            } catch (OutOfMemoryError e) {
                end = e.getMessage().startsWith("unable to create native thread") ? "no more threads" : e.toString();
            }
            System.out.println(end + ", " + (all.size() > 450 && all.size() < 512 ? "about 500" : "" + all.size()));
            over.countDown();
            for (Thread t : all) {
                t.join();
            }
        }
    }
}
