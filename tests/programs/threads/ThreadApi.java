import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.LockSupport;

/** What the API of threads promises, corner by corner. */
public class ThreadApi {
    static void expect(String what, Callable<?> c) {
        try { System.out.println(what + ": " + c.call()); }
        catch (Throwable t) { System.out.println(what + ": " + t.getClass().getName() + ": " + t.getMessage()); }
    }

    static Thread parked(Runnable r, Thread.State s) throws Exception {
        Thread t = new Thread(r, "parked");
        t.setDaemon(true);
        t.start();
        while (t.getState() != s) Thread.sleep(1);
        return t;
    }

    static void sleepLong() {
        try { Thread.sleep(100000); } catch (InterruptedException e) { System.out.println("sleep: " + e.getMessage() + " " + Thread.currentThread().isInterrupted()); }
    }

    public static void main(String[] args) throws Exception {
        Thread main = Thread.currentThread();
        System.out.println(main + " " + main.getId() + " " + main.getPriority() + " " + main.isDaemon() + " " + main.getState() + " " + main.isAlive());
        Thread a = new Thread();
        System.out.println(a.getName().startsWith("Thread-") + " " + a.getState() + " " + a.isAlive() + " " + a.getThreadGroup().getName());
        expect("start twice", () -> { a.start(); a.join(); a.start(); return null; });
        System.out.println(a.getState() + " " + a.getThreadGroup() + " " + a);
        expect("null name", () -> new Thread((String) null));
        expect("set null name", () -> { a.setName(null); return null; });
        expect("priority 0", () -> { a.setPriority(0); return null; });
        expect("priority 11", () -> { a.setPriority(11); return null; });
        expect("negative sleep", () -> { Thread.sleep(-1); return null; });
        expect("bad nanos", () -> { Thread.sleep(1, 1000000); return null; });
        expect("negative join", () -> { a.join(-1); return null; });
        expect("daemon of a live thread", () -> { main.setDaemon(true); return null; });
        expect("wait without monitor", () -> { new Object().wait(); return null; });
        expect("wait 5 without monitor", () -> { new Object().wait(5); return null; });
        expect("notify without monitor", () -> { new Object().notify(); return null; });
        expect("notifyAll without monitor", () -> { new Object().notifyAll(); return null; });
        expect("negative wait", () -> { Object o = new Object(); synchronized (o) { o.wait(-1); } return null; });
        expect("bad wait nanos", () -> { Object o = new Object(); synchronized (o) { o.wait(1, -1); } return null; });
        expect("holdsLock null", () -> Thread.holdsLock(null));
        Object lock = new Object();
        synchronized (lock) { expect("holdsLock", () -> Thread.holdsLock(lock)); }
        expect("holdsLock not", () -> Thread.holdsLock(lock));
        expect("stop thread group", () -> new Thread(new ThreadGroup("g"), "in g").toString());
        expect("group null name", () -> new ThreadGroup(null).getName());
        ThreadGroup g = new ThreadGroup("outer");
        ThreadGroup inner = new ThreadGroup(g, "inner");
        inner.setMaxPriority(3);
        Thread low = new Thread(inner, () -> { }, "low");
        low.setPriority(9);
        System.out.println(low + " " + g.parentOf(inner) + " " + inner.parentOf(g) + " " + inner.getMaxPriority() + " " + g.activeCount() + " " + inner.getParent().getName());
        System.out.println(inner);
        Thread s = parked(ThreadApi::sleepLong, Thread.State.TIMED_WAITING);
        s.interrupt();
        s.join();
        System.out.println(s.isInterrupted() + " " + s.getState());
        main.interrupt();
        System.out.println(main.isInterrupted() + " " + Thread.interrupted() + " " + Thread.interrupted());
        main.interrupt();
        expect("interrupted sleep", () -> { Thread.sleep(1000); return null; });
        main.interrupt();
        expect("interrupted wait", () -> { synchronized (lock) { lock.wait(); } return null; });
        Thread idle = parked(() -> LockSupport.park(), Thread.State.WAITING);
        main.interrupt();
        expect("interrupted join", () -> { new Thread(() -> { }).join(); s.join(); idle.join(); return null; });
        System.out.println(Thread.interrupted());
        main.interrupt();
        LockSupport.park();
        System.out.println("park returns " + Thread.interrupted());
        LockSupport.unpark(main);
        LockSupport.unpark(main);
        LockSupport.park();
        long t = System.nanoTime();
        LockSupport.parkNanos(20_000_000);
        System.out.println("parked " + (System.nanoTime() - t >= 19_000_000));
        LockSupport.parkUntil(System.currentTimeMillis() + 5);
        Thread p = parked(() -> LockSupport.park("blocker"), Thread.State.WAITING);
        System.out.println(LockSupport.getBlocker(p) + " " + p.getState());
        StackTraceElement[] trace = p.getStackTrace();
        System.out.println(trace.length > 2 && trace[trace.length - 1].getMethodName().equals("run"));
        LockSupport.unpark(p);
        p.join();
        System.out.println(p.getStackTrace().length + " " + LockSupport.getBlocker(p));
        Thread b;
        synchronized (lock) {
            b = parked(() -> { synchronized (lock) { } }, Thread.State.BLOCKED);
            System.out.println(b.getState());
        }
        b.join();
        Thread w = parked(() -> { synchronized (lock) { try { lock.wait(); } catch (InterruptedException e) { System.out.println("wait interrupted " + e.getMessage()); } } }, Thread.State.WAITING);
        w.interrupt();
        w.join();
        t = System.nanoTime();
        synchronized (lock) { lock.wait(15); lock.wait(0, 1); }
        System.out.println("waited " + (System.nanoTime() - t >= 15_000_000));
        ThreadLocal<String> local = ThreadLocal.withInitial(() -> "initial");
        InheritableThreadLocal<String> handed = new InheritableThreadLocal<>() {
            @Override protected String childValue(String v) { return v + " of parent"; }
        };
        local.set("main's");
        handed.set("value");
        Thread child = new Thread(() -> { System.out.println(local.get() + ", " + handed.get()); local.remove(); });
        child.start();
        child.join();
        System.out.println(local.get() + ", " + handed.get());
        local.remove();
        System.out.println(local.get());
        Thread bad = new Thread(() -> { throw new IllegalStateException("thrown"); }, "bad");
        bad.setUncaughtExceptionHandler((th, e) -> System.out.println(th.getName() + " died of " + e));
        bad.start();
        bad.join();
        System.out.println(bad.getUncaughtExceptionHandler());
        Thread.setDefaultUncaughtExceptionHandler((th, e) -> System.out.println("default: " + th.getName() + " " + e.getMessage()));
        bad = new Thread(() -> { throw new Error("again"); }, "worse");
        bad.start();
        bad.join();
        Thread.setDefaultUncaughtExceptionHandler(null);
        ThreadGroup own = new ThreadGroup("own") {
            @Override public void uncaughtException(Thread th, Throwable e) { System.out.println("group: " + th.getName() + " " + e.getMessage()); }
        };
        bad = new Thread(own, () -> { throw new RuntimeException("in group"); }, "member");
        bad.start();
        bad.join();
        Thread[] many = new Thread[50];
        int[] sum = new int[1];
        for (int i = 0; i < many.length; i++) { many[i] = new Thread(() -> { synchronized (sum) { sum[0]++; } }); many[i].start(); }
        for (Thread m : many) m.join();
        System.out.println(sum[0] + " " + (Thread.activeCount() >= 1) + " " + Thread.getAllStackTraces().containsKey(main));
        Thread quick = new Thread(() -> { });
        quick.start();
        quick.join(1000, 5);
        System.out.println(quick.isAlive());
        expect("join of unstarted", () -> { new Thread().join(10); return "returns"; });
        synchronized (lock) {
            synchronized (lock) {
                Thread n = new Thread(() -> { synchronized (lock) { lock.notifyAll(); } });
                n.start();
                lock.wait();
                n.join();
            }
            System.out.println("entered twice, waited, still owner: " + Thread.holdsLock(lock));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        Thread last = new Thread(() -> { try { Thread.sleep(50); } catch (InterruptedException e) { } System.out.println("last"); });
        last.start();
        System.out.println("main ends");
    }
}
