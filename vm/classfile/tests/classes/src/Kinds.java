import java.io.*;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

public abstract class Kinds<T extends Comparable<? super T>> implements Serializable {
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.CONSTRUCTOR})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mark {
        String value() default "x";
        int[] numbers() default {1, 2};
        Class<?> type() default Object.class;
        Thread.State state() default Thread.State.NEW;
        Deprecated nested() default @Deprecated;
        char c() default 'c'; byte b() default 1; short s() default 2; long l() default 3L;
        float f() default 1.5f; double d() default 2.5; boolean z() default true;
    }
    @Target(ElementType.TYPE_USE) @Retention(RetentionPolicy.RUNTIME) @interface Use { int value() default 0; }
    @Retention(RetentionPolicy.CLASS) @interface Hidden { }

    static final int INT = 42;
    static final long LONG = 1L << 40;
    static final float FLOAT = 3.25f;
    static final double DOUBLE = -1e300;
    static final String STRING = "tab\t quote\" nul\0 \u20ac \ud83d\ude00";
    static final boolean BOOL = true;
    static final char CHAR = '\u1234';
    static final byte BYTE = -5;
    static final short SHORT = 1000;
    @Mark("field") @Hidden protected volatile T value;
    private transient @Use(1) List<@Use(2) ? extends @Use(3) Number> list = new ArrayList<>();

    @Deprecated
    public abstract <X extends Exception & Runnable> T abs(@Mark int a, @Hidden String b) throws X, IOException;

    static native void nat();
    synchronized strictfp double sum(double... xs) { double s = 0; for (double x : xs) s += x; return s; }

    int switches(int k, String s) {
        int r = 0;
        switch (k) { case 1: r = 10; break; case 2: r = 20; case 3: r++; break; default: r = -1; }
        switch (k) { case -1000: r += 1; break; case 100000: r += 2; }
        switch (s) { case "a": r += 5; break; case "Aa": r += 6; break; case "BB": r += 7; }
        return r;
    }

    void tries(Object o) throws Exception {
        try (StringReader in = new StringReader("x")) {
            in.read();
        } catch (IOException | RuntimeException e) {
            throw new @Use IllegalStateException(e);
        } finally {
            list = null;
        }
        synchronized (o) { o.notify(); }
        long[][][] a = new long[3][4][];
        a[0][1] = new long[] {1, 2, 3};
        String t = o instanceof @Use String ? (@Use String) o : "n" + a.length + 'c' + 1.0;
        Object[] objs = {t, a, int.class, String[].class};
        int wide = 0;
        wide += 1000;
        assert wide > 0 : objs;
    }

    Supplier<String> lambdas(int x) {
        Function<Integer, int[]> f = int[]::new;
        Runnable r = () -> System.out.println(x + STRING);
        Comparator<String> c = (Comparator<String> & Serializable) String::compareTo;
        r.run();
        return () -> f.apply(x).length + "" + c;
    }

    enum E implements Runnable {
        A { public void run() { } }, B { public void run() { } };
    }
    record R<Q>(@Mark int x, Q y, @Use String... z) { R { if (x < 0) throw new IllegalArgumentException(); } }
    sealed interface Shape permits Circle, Square { default int m() { return p(); } private int p() { return 1; } }
    static final class Circle implements Shape { }
    static non-sealed class Square implements Shape { }
    class Inner { class Deep { T t = value; } }
    Object anonymous() {
        class Local { int v = INT; }
        return new Object() { Local l = new Local(); };
    }
    int math(int i, long l, float f, double d, byte b, char c, short s, boolean z) {
        i = i + 1 - 2 * 3 / 4 % 5 << 1 >> 2 >>> 3 & 7 | 8 ^ 9;
        l = -l + (i << 3) - l * l / 3 % 7 << 2 >> 1 >>> i & 5 | 3 ^ l;
        f = -f * 2 + f / 3 - f % 1; d = -d * 2 + d / 3 - d % 1;
        b = (byte) i; c = (char) i; s = (short) i; i = (int) l; i = (int) f; i = (int) d; l = (long) f; l = (long) d; f = l; d = l; f = (float) d; d = f; l = i; f = i; d = i;
        if (f < d || f > d || l < i || l == 5 || f >= 1 || d <= 2 || d != 3) i++;
        boolean[] zs = {z, !z}; byte[] bs = {b}; char[] cs = {c}; short[] ss = {s}; float[] fs = {f}; double[] ds = {d}; int[] is = {i};
        zs[0] ^= z; bs[0] += 1; cs[0]++; ss[0]--; fs[0] *= 2; ds[0] /= 2; is[0] <<= 1;
        do { i--; } while (i > 0 && i != 7 && (i & 1) == 0);
        return z ? i : bs[0] + cs[0] + ss[0] + (int) fs[0] + (int) ds[0] + is[0];
    }
}
