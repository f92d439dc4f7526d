import java.util.*;
import java.util.function.*;

/** When classes are initialised: nested, interfaces with defaults, constants, arrays, failing, recursive, through reflection and lambdas. */
public class InitOrderAttack {
    static String say(String s) { System.out.println("init " + s); return s; }
    static class A { static final String CONST = "constant"; static final int N = 5; static final Integer BOX = 7; static { say("A"); } static int plain = 3; static void call() { } }
    static class B extends A { static { say("B"); } static int own = 1; B() { say("new B"); } { say("B instance"); } }
    interface I { int X = say("I").length(); static int s() { return 1; } int Y = 9; }
    interface J extends I { int Z = say("J").length(); default void d() { } }
    interface K { Object Q = say("K"); default void k() { } }
    static class C implements J, K { static { say("C"); } }
    static class D implements I { static { say("D"); } int v = X; }
    static class Fail { static { say("Fail"); if (true) { throw new IllegalStateException("no"); } } static int f; static final int OK = 4; Fail() { } }
    static class FailErr { static int f = boom(); static int boom() { throw new OutOfMemoryError("mine"); } }
    static class Loop1 { static { say("Loop1"); } static int a = Loop2.b + 1; }
    static class Loop2 { static { say("Loop2"); } static int b = Loop1.a + 1; }
    enum E { P, Q { void m() { } }; static { say("E"); } static final Map<String, E> BY = new HashMap<>(); static { for (E e : values()) { BY.put(e.name(), e); } } E() { say("E." + name()); } void m() { } }
    static class Singleton { static final Singleton ONE = new Singleton(); static int count = 10; static int later; Singleton() { count++; later++; } }
    static class Self { static final Self S = new Self(); final int k = K; static final int K = Integer.parseInt("5"); }
    static abstract class Base { Base() { say("Base ctor"); hook(); } abstract void hook(); }
    static class Derived extends Base { int x = 5; String s = "set"; final int fin = 8; Derived() { super(); say("Derived ctor " + x + s + fin); } void hook() { say("hook " + x + s + fin); } }
    static class Outer { static { say("Outer"); } static class In { static { say("Outer.In"); } static int z = 1; } class Inst { { say("Inst"); } } }
    static class Order { int a = p("a", 1); { p("block1", 0); } int b = p("b", a + 1); static int sa = sp("sa"); static { sp("static block"); } static int sb = sp("sb"); { p("block2", b); } Order(int x) { p("ctor " + x, a + b); } Order() { this(5); p("ctor()", 0); } static int p(String n, int v) { System.out.print(n + "=" + v + " "); return v; } static int sp(String n) { System.out.print("[" + n + "] "); return 1; } }
    static int forward() { return later; }
    static int early = forward(); static int later = 6;
    public static void main(String[] args) throws Exception {
        System.out.println(A.CONST + A.N); System.out.println("before BOX"); System.out.println(A.BOX);
        A[] arr = new A[2]; System.out.println("B array " + new B[1].length + B.class.getSimpleName()); System.out.println(B.plain); B.call(); System.out.println("own " + B.own); new B();
        System.out.println(I.Y); System.out.println(C.class.getName()); new C(); System.out.println(I.s()); D d = new D(); System.out.println(d.v); System.out.println(J.Z);
        for (int i = 0; i < 3; i++) { try { System.out.println(Fail.f); } catch (Throwable t) { System.out.println(t + " cause " + t.getCause()); } }
        System.out.println(Fail.OK); try { new Fail(); } catch (Throwable t) { System.out.println(t); } try { Class.forName("InitOrderAttack$Fail"); } catch (Throwable t) { System.out.println(t); }
        for (int i = 0; i < 2; i++) { try { System.out.println(FailErr.f); } catch (Throwable t) { System.out.println(t + " cause " + t.getCause()); } }
        System.out.println(Loop1.a + " " + Loop2.b); Supplier<E> se = () -> E.P; System.out.println("lambda made"); System.out.println(se.get() + " " + E.BY.keySet().size() + E.Q.getClass() + E.Q.getDeclaringClass());
        System.out.println(Singleton.count + " " + Singleton.later); System.out.println(Self.S.k); new Derived(); Outer.In.z++; System.out.println("then"); new Outer().new Inst(); new Order(); System.out.println(); new Order(9); System.out.println(); System.out.println(early + " " + later);
        Supplier<Outer> ref = Outer::new; System.out.println(ref.get() != null); Object o = Class.forName("InitOrderAttack$Lazy", false, InitOrderAttack.class.getClassLoader()); System.out.println("loaded"); Class.forName("InitOrderAttack$Lazy"); Runnable r = Lazy2::run; System.out.println("bound"); r.run(); System.out.println(Lazy3.class.isInterface()); int[] cnt = {0}; Thread[] ts = new Thread[4]; for (int i = 0; i < 4; i++) { ts[i] = new Thread(() -> { synchronized (cnt) { cnt[0] += Slow.v; } }); ts[i].start(); } for (Thread t : ts) { t.join(); } System.out.println(cnt[0]);
    }
    static class Lazy { static { say("Lazy"); } }
    static class Lazy2 { static { say("Lazy2"); } static void run() { System.out.println("run"); } }
    interface Lazy3 { String S = say("Lazy3"); }
    static class Slow { static int v; static { say("Slow"); try { Thread.sleep(30); } catch (InterruptedException e) { throw new Error(e); } v = 5; } }
}
