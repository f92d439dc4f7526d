import java.util.concurrent.CountDownLatch;

/** Monitors in compiled code: synchronized methods in place, recursion beyond what a thin lock counts, exceptions, contention. */
public class InlinedMonitors {
    static int total;
    int count;

    synchronized int add(int n) {
        if (n % 1000 == 999) {
            throw new IllegalStateException("at " + n);
        }
        count += n & 3;
        return count;
    }

    static synchronized int addAll(int n) {
        total += n & 1;
        return total;
    }

    synchronized int deep(int n) {
        return n == 0 ? (Thread.holdsLock(this) ? 1 : -1000) : deep(n - 1) + 1;
    }

    int swallow(int n) {
        try {
            return add(n);
        } catch (IllegalStateException e) {
            return Thread.holdsLock(this) ? -1 : -2;
        } finally {
            if (Thread.holdsLock(this)) {
                System.out.println("still held");
            }
        }
    }

    synchronized void waits(long millis) throws InterruptedException {
        wait(millis);
        count++;
    }

    static int nested(Object a, Object b, int n) {
        synchronized (a) {
            synchronized (b) {
                synchronized (a) {
                    if (n % 777 == 5) {
                        throw new RuntimeException("nested");
                    }
                    return n + (Thread.holdsLock(a) && Thread.holdsLock(b) ? 1 : 0);
                }
            }
        }
    }

    synchronized InlinedMonitors replaced(InlinedMonitors other) {
        InlinedMonitors me = this;
        synchronized (other) {
            me = other;
            other.count++;
        }
        return me;
    }

    static int hash(Object o, int n) {
        synchronized (o) {
            int h = o.hashCode();
            synchronized (o) {
                return h == o.hashCode() ? n & 1 : -1;
            }
        }
    }

    public static void main(String[] args) throws Exception {
        InlinedMonitors m = new InlinedMonitors();
        long sum = 0;
        for (int i = 0; i < 20000; i++) {
            sum += m.swallow(i);
            sum += addAll(i);
        }
        System.out.println(sum + " " + m.count + " " + total + " " + Thread.holdsLock(m) + Thread.holdsLock(InlinedMonitors.class));
        for (int i = 0; i < 400; i++) {
            sum += m.deep(i);
        }
        System.out.println(sum + " " + Thread.holdsLock(m));
        Object a = new Object();
        Object b = new Object();
        int failed = 0;
        for (int i = 0; i < 20000; i++) {
            try {
                sum += nested(a, i % 3 == 0 ? a : b, i);
            } catch (RuntimeException e) {
                failed++;
            }
        }
        System.out.println(sum + " " + failed + " " + Thread.holdsLock(a) + Thread.holdsLock(b));
        for (int i = 0; i < 5000; i++) {
            Object fresh = new Object();
            sum += hash(fresh, i) + (Thread.holdsLock(fresh) ? 7 : 0);
            sum += m.replaced(new InlinedMonitors()).count;
        }
        System.out.println(sum);
        try {
            swallowNull(null);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        Thread[] threads = new Thread[4];
        CountDownLatch go = new CountDownLatch(1);
        InlinedMonitors shared = new InlinedMonitors();
        total = 0;
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int i = 0; i < 20000; i++) {
                    shared.add(1);
                    addAll(1);
                    if (i % 5000 == 0) {
                        shared.deep(300);
                    }
                }
            });
            threads[t].start();
        }
        go.countDown();
        for (Thread t : threads) {
            t.join();
        }
        System.out.println(shared.count + " " + total);
        for (int i = 0; i < 3; i++) {
            shared.waits(1);
        }
        System.out.println(shared.count + " " + Thread.holdsLock(shared));
        for (int i = 0; i < 3; i++) {
            try {
                shared.notify();
                System.out.println("no exception");
            } catch (IllegalMonitorStateException e) {
                System.out.println(e.getMessage());
            }
        }
        trace(m);
    }

    static int swallowNull(InlinedMonitors m) {
        return m.add(1);
    }

    static void trace(InlinedMonitors m) {
        for (int i = 0; i < 3000; i++) {
            try {
                m.add(999);
            } catch (IllegalStateException e) {
                if (i % 1000 == 0) {
                    StackTraceElement[] s = e.getStackTrace();
                    System.out.println(s[0] + " " + s[1] + " " + s.length);
                }
            }
        }
    }
}
