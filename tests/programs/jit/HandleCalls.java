import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.invoke.WrongMethodTypeException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Method handles, variable handles, atomics and interface methods called on classes, from compiled code. */
public class HandleCalls {
    volatile int number;
    volatile long wide;
    volatile String text = "a";
    static MethodHandle changing;
    static final VarHandle NUMBER;
    static final VarHandle WIDE;
    static final VarHandle TEXT;
    static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(int[].class);
    static final MethodHandle ADD;
    static final MethodHandle SUB;
    static final MethodHandle FAIL;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            NUMBER = lookup.findVarHandle(HandleCalls.class, "number", int.class);
            WIDE = lookup.findVarHandle(HandleCalls.class, "wide", long.class);
            TEXT = lookup.findVarHandle(HandleCalls.class, "text", String.class);
            MethodType ints = MethodType.methodType(int.class, int.class, int.class);
            ADD = lookup.findStatic(HandleCalls.class, "add", ints);
            SUB = lookup.findStatic(HandleCalls.class, "sub", ints);
            FAIL = lookup.findStatic(HandleCalls.class, "fail", ints);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static int add(int a, int b) {
        return a + b;
    }

    static int sub(int a, int b) {
        return a - b;
    }

    static int fail(int a, int b) {
        throw new IllegalArgumentException(a + "," + b);
    }

    interface Shape {
        int area();

        default int twice() {
            return 2 * area();
        }
    }

    abstract static class Base implements Shape {
        int total(int n) {
            return area() + twice() + n;
        }
    }

    static class Square extends Base {
        public int area() {
            return 9;
        }
    }

    static class Circle extends Base {
        public int area() {
            return 28;
        }

        public int twice() {
            return 57;
        }
    }

    static class Round extends Circle {
        public int area() {
            return 30;
        }
    }

    static int exact(MethodHandle h, int a, int b) throws Throwable {
        return (int) h.invokeExact(a, b);
    }

    static long generic(MethodHandle h, int a, short b) throws Throwable {
        return (long) h.invoke(a, b);
    }

    static void dropped(HandleCalls o) {
        NUMBER.getAndAdd(o, 2);
        WIDE.setVolatile(o, 5L + (long) WIDE.getVolatile(o));
    }

    static int variables(HandleCalls o, int i) {
        int old = (int) NUMBER.getAndAdd(o, i);
        boolean swapped = NUMBER.compareAndSet(o, old + i, old + 1);
        long w = (long) WIDE.getAndSet(o, (long) i);
        String t = (String) TEXT.getAndSet(o, "t" + (i & 7));
        return old + (swapped ? 1 : 0) + (int) w + t.length();
    }

    static int shapes(Base[] all, int i) {
        Base one = all[i % all.length];
        return one.total(i) + one.area() - one.twice();
    }

    public static void main(String[] args) throws Throwable {
        long sum = 0;
        HandleCalls o = new HandleCalls();
        Base[] all = {new Square(), new Circle(), new Round(), new Base() {
            public int area() {
                return 1;
            }
        }};
        int[] array = new int[8];
        for (int i = 0; i < 6000; i++) {
            changing = i % 100 < 50 ? ADD : SUB;
            sum = sum * 3 + exact(changing, i, 7);
            sum += exact(ADD, i, 1) + generic(SUB, i, (short) 3);
            dropped(o);
            sum += variables(o, i);
            sum += (int) ELEMENTS.getAndAdd(array, i & 7, i);
            sum += shapes(all, i);
        }
        System.out.println(sum + " " + o.number + " " + o.wide + " " + o.text + " " + array[3]);
        int wrong = 0;
        for (int i = 0; i < 4000; i++) {
            try {
                exact(i % 2 == 0 ? FAIL : ADD, i, 2);
            } catch (IllegalArgumentException e) {
                wrong += e.getMessage().length();
            }
            try {
                exact(i % 4 == 0 ? null : ADD, i, 2);
            } catch (NullPointerException e) {
                wrong++;
            }
            try {
                exact(i % 4 == 1 ? MethodHandles.identity(int.class) : SUB, i, 2);
            } catch (WrongMethodTypeException e) {
                wrong += 3;
            }
            try {
                shapes(i % 8 == 1 ? new Base[] {null} : all, i);
            } catch (NullPointerException e) {
                wrong += 5;
            }
        }
        System.out.println(wrong);
        atomics();
        try {
            ELEMENTS.getAndAdd(array, 8, 1);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println("bounds");
        }
    }

    static void atomics() throws InterruptedException {
        AtomicInteger n = new AtomicInteger();
        AtomicLong w = new AtomicLong();
        AtomicReference<Object> r = new AtomicReference<>();
        Thread[] threads = new Thread[3];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 20000; i++) {
                    n.incrementAndGet();
                    w.addAndGet(3L << 33);
                    Object old;
                    do {
                        old = r.get();
                    } while (!r.compareAndSet(old, old == null || i % 100 == 0 ? new int[] {1} : new int[] {((int[]) old)[0] + 1}));
                }
            });
            threads[t].start();
        }
        for (Thread t : threads) {
            t.join();
        }
        int[] last = (int[]) r.getAndSet("x");
        System.out.println(n + " " + w + " " + (last[0] > 0) + " " + r.get() + " " + n.compareAndSet(1, 2) + n.compareAndSet(60000, -1) + n.getAndSet(4) + n);
    }
}
