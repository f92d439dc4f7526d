/** Class initialisation under threads (JVMS 5.5). */
public class ClassInit {
    static class Slow { static int value; static { sleep(30); value = 7; } static void touch() { } }
    static class Bad { static int v; static { sleep(20); if (true) throw new IllegalStateException("bad"); } }
    static class Parent { static { sleep(10); System.out.println("Parent"); } static int x = 1; }
    static class Kid extends Parent { static { System.out.println("Kid"); } static int y = x + 1; }
    interface Def { int Z = log("Def"); default void m() { } }
    interface NoDef { int Z = log("NoDef"); }
    static class Both implements Def, NoDef { static { System.out.println("Both"); } }
    static class Recursive { static int a = Other.b + 1; }
    static class Other { static int b = Recursive.a + 1; }

    static int log(String s) { System.out.println(s); return 1; }
    static void sleep(int n) { try { Thread.sleep(n); } catch (InterruptedException e) { } }

    static void both(Runnable r) throws Exception {
        Thread[] t = new Thread[4];
        for (int i = 0; i < t.length; i++) { t[i] = new Thread(r); t[i].start(); }
        for (Thread x : t) x.join();
    }

    public static void main(String[] args) throws Exception {
        int[] seen = new int[2];
        both(() -> { int v = Slow.value; synchronized (seen) { seen[0] += v; } });
        System.out.println(seen[0]);
        both(() -> {
            try { Bad.v++; } catch (ExceptionInInitializerError e) { synchronized (seen) { seen[1] += 1; } } catch (NoClassDefFoundError e) { synchronized (seen) { seen[1] += 10; } }
        });
        System.out.println(seen[1]);
        both(() -> { if (Kid.y != 2) System.out.println("wrong"); });
        new Both();
        System.out.println(Recursive.a + " " + Other.b);
        // Two classes initialised from both ends by one thread each, one after the other: no deadlock.
        Thread a = new Thread(() -> Slow.touch());
        a.start();
        a.join();
        System.out.println("done");
    }
}
