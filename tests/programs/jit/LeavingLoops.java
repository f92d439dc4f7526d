import java.lang.invoke.*;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;

/** A random program, kept: code entered in the middle of its loops once lost values where it left for the interpreter. */
public class LeavingLoops {
    static long h;
    static final Object LOCK = new Object();
    static final Problem SHARED = new Problem(77);
    static boolean SWITCH;
    static final AtomicInteger ATOM = new AtomicInteger();
    static final AtomicLong ALONG = new AtomicLong();
    static final IntBinaryOperator ADD = (a, b) -> a + b;
    static final Counter CELL = new Counter();
    static final VarHandle COUNT;
    static final MethodHandle SUM;
    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Counter.class, "count", int.class);
            SUM = MethodHandles.lookup().findStatic(LeavingLoops.class, "sum", MethodType.methodType(int.class, int.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
    static int sum(int a, int b) { return a * 31 + b; }
    static int handle(int a, int b) {
        try {
            return (int) SUM.invokeExact(a, b);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
    static void mix(long v) { h = h * 31 + (v ^ (v >>> 32)); }
    static void mix(int v) { h = h * 31 + v; }
    static void mix(char v) { h = h * 31 + v; }
    static void mix(boolean v) { h = h * 31 + (v ? 1231 : 1237); }
    static void mix(double v) { mix(Double.doubleToLongBits(v)); }
    static void mix(float v) { mix(Float.floatToIntBits(v)); }
    static void mix(String v) { mix(v == null ? 0 : v.hashCode()); }
    static void mix(Integer v) { mix(v == null ? 0 : v.intValue()); }
    static void mix(int[] v) { mix(Arrays.hashCode(v)); }
    static void mix(Throwable t) {
        mix(t.getClass().getName());
        mix(t.getMessage());
        if (t == SHARED) return;
        int seen = 0;
        for (StackTraceElement e : t.getStackTrace()) {
            if (e.getClassName().startsWith("LeavingLoops") && seen++ < 6) {
                // Compilers number lambdas as they like.
                mix(e.getMethodName().startsWith("lambda$") ? "lambda" : e.getMethodName());
                mix(e.getLineNumber());
            }
        }
    }
    static String cut(String s) { return s.length() > 40 ? s.substring(s.length() - 40) : s; }
    static A[] bases(int n) {
        A[] made = new A[n];
        for (int i = 0; i < n; i++) made[i] = i % 3 == 0 ? new B() : i % 3 == 1 ? new C() : new D();
        return made;
    }
    static String[] strings(int n) {
        String[] made = new String[n];
        for (int i = 0; i < n; i++) made[i] = "s" + i;
        return made;
    }
    static final class Counter { volatile int count; }
    static final class Problem extends RuntimeException {
        Problem(int code) { super("p" + code); }
    }
    record Pair(int a, long b) { }
    static final class Cell<T> {
        private T value;
        Cell(T value) { this.value = value; }
        T get() { return value; }
        void set(T value) { this.value = value; }
    }
    enum E {
        X, Y, Z, W;
        static E at(int n) { return values()[n & 3]; }
    }
    static final A BASE = new C();
    static int s0 = 0;
    static long s1 = 0L;
    static double s2 = 0d;
    static int s3 = 0;
    static volatile double s4 = 0d;
    static Integer s5 = ((Integer) 0);
    static String s6 = "";
    static final int[] s7 = new int[16];
    static final boolean[] s8 = new boolean[16];
    interface I {
    }
    abstract static class A implements I {
        int tag = 1;
        A next = this;
        int[] fa0 = new int[8];
        public int w1() {
            int v49 = ((int) (((long) ((((short) ((-3e9f))))))));
            final ArrayList<Integer> list50 = new ArrayList<>();
            for (int i51 = 0; i51 < 9; i51++) {
                list50.add(Long.numberOfLeadingZeros((s1 * s1)));
            }
            for (int i52 : list50) {
                mix(i52);
                mix((((char) (((long) ((((short) (v49)))))))));
            }
            return tag;
        }
        public short w4() {
            if (((byte) 74 >= (((byte) (next.tag))))) {
                final boolean[] near145 = new boolean[57];
                final boolean[] near146 = near145;
                final boolean[] near147 = near145;
                for (int i148 = 0; i148 < 57; i148++) near145[i148] = (i148 * 336 >> 2 & 1) == 0;
                for (int i148 = 0; i148 < 57; i148++) near146[i148] = (i148 * 910 >> 2 & 1) == 0;
                for (int i148 = 0; i148 < 57; i148++) near147[i148] = (i148 * 665 >> 2 & 1) == 0;
                final int same149 = (s3 + s0);
                int total150 = same149;
                try {
                    for (int i148 = -1; i148 < near145.length - 2; i148++) {
                        near147[i148] = near147[i148];
                        near147[i148 - 1] = near146[i148 + 1];
                        near147[i148 + 1] = ((near147[i148] | !near146[i148]) & !(near147[i148 + 0] ^ !near147[i148 + 1]));
                    }
                } catch (ArrayIndexOutOfBoundsException e) {
                    mix(e.getMessage());
                }
                mix(total150);
                mix(Arrays.hashCode(near145));
                mix(Arrays.hashCode(near146));
                mix(Arrays.hashCode(near147));
                final double v151 = (Math.rint((true ? s2 : s4)) / ((s2 = s2) * ((long) (10))));
            } else {
                if (s8[((Math.abs(128) - fa0[(s0) & 7])) & 7]) {
                    s7[4] = (cut(Integer.toString(s3) + "abc").substring((Integer.rotateLeft(s3, 15)) & 3)).indexOf('a');
                } else {
                    final Cell<Integer> o152 = new Cell<>(((Integer) ((new D()).w1())));
                    o152.set(o152.get() + 1);
                    mix((int) o152.get());
                    try {
                        s0 = ((int) (((new D()).fd1 / Long.MIN_VALUE)));
                        int v153 = ((new B()).w1() + (Integer.toString(s0)).lastIndexOf('b'));
                    } finally {
                        s0 = (s0 -= Integer.rotateLeft((false ? s0 : tag), (s0 | s0)));
                        final Pair o154 = new Pair((new C()).fc0, ((long) (1f)));
                        mix(o154.a() + o154.b());
                        mix(o154.hashCode());
                    }
                    try {
                        if (false) {
                            float v155 = (-0f);
                            double v156 = -((Math.ulp(s2) - (s4 % (-1d))));
                        } else {
                            if (((((byte) (Double.POSITIVE_INFINITY))) <= (((byte) (0.5))))) throw new IllegalStateException("s" + s7[2]);
                            if ((s6).replace('a', 'Ω').equals((s6 = cut(s6)))) return (((short) ((s4 % 66))));
                            final int[] o157 = {tag, 3, tag};
                            o157[1] += o157[0] ^ o157[2];
                            mix(o157[1] + o157.length);
                        }
                        try {
                            s2 *= ((Thread.holdsLock(next) & (s1 >= 1000L)) ? s4++ : (((double) (Float.POSITIVE_INFINITY)) - (int) (s5)));
                            tag = (switch ((next.tag) & 7) { case 0 -> (s0 << 78); case 1, 2 -> m3(new D(), fa0); case 5 -> 32; default -> m3(new D(), fa0); });
                            if (((true ? 7 : tag) == s7[2])) throw new Error("e");
                            long v158 = s1;
                        } catch (Throwable t159) {
                            mix(t159);
                            s4 *= (((true ? 0.5f : Float.POSITIVE_INFINITY) + Long.MAX_VALUE) % s1);
                            if (!Thread.holdsLock(next)) throw new Problem(((int) ((short) 14299)));
                        } finally {
                            final long v160 = Math.multiplyHigh(((new D()).fd2 / (-8)), (ALONG.getAndAdd(s1) << Math.getExponent(s2)));
                        }
                        if (s8[(fa0[(ATOM.getAndAdd(s0)) & 7]) & 7]) {
                            s0 = m3(new D(), new int[] {Float.floatToIntBits((-0f)), ((int) ((short) 34726)), (s6).hashCode(), m3(new D(), fa0), (false ? s0 : 33), (s0 + s0), m3(new D(), s7), ((int) (s1))});
                            (new D()).fd2 = (((tag / s3) > (false ? s3 : tag)) ? (Long.reverse(1L) & (s1 * s0)) : ((true ? s1 : s1) >> Math.round(2f)));
                        } else {
                            fa0[(((false ? new B() : new B())).fb2) & 7] = (Integer.valueOf(Arrays.hashCode(fa0))).hashCode();
                        }
                    } catch (Error t161) {
                        mix(t161);
                    } catch (ArrayIndexOutOfBoundsException t162) {
                        mix(t162);
                        {
                            if (((Object) (false ? new B() : next) instanceof C)) return (((short) (s1)));
                        }
                    }
                }
                if (((s2 / (s4 / Float.NaN)) < -((s2 % 0.5f)))) {
                    final ArrayList<Integer> list163 = new ArrayList<>();
                    for (int i164 = 0; i164 < 8; i164++) {
                        list163.add(i164);
                    }
                    final HashMap<Integer, Integer> mlist163 = new HashMap<>();
                    for (Integer klist163 : list163) mlist163.merge(klist163, 1, Integer::sum);
                    mix(mlist163.hashCode() + mlist163.size());
                    L165: for (int i166 = 11; i166 >= 0; i166--) {
                        final double v167 = (((s4 + i166) / ((float) (tag))) * (Thread.holdsLock(next) ? -(s4) : ((double) (s1))));
                        fa0[(s7[(Long.signum((-1L))) & 7]) & 7] = (m3(new D(), new int[15]) >>> s0);
                        int v168 = Math.floorDiv(((int) (((Integer) (-1))) - m3(new D(), fa0)), fa0[i166 & 7] | 1);
                    }
                    if ((((float) (((-1L) % (s1 | 1)))) < ((0.5f / (-1f)) / Float.NaN))) {
                        s2 = s2;
                        mix(m3(new D(), new int[19]));
                    }
                }
                final int[] o169 = {Integer.remainderUnsigned((s0 + 77), Long.hashCode(s1) | 1), 3, Integer.remainderUnsigned((s0 + 77), Long.hashCode(s1) | 1)};
                o169[1] += o169[0] ^ o169[2];
                mix(o169[1] + o169.length);
            }
            return (((short) (fa0[(85) & 7])));
        }
    }
    static class B extends A {
            Integer fb0 = ((Integer) 0);
        double fb1 = 0d;
        int fb2 = 0;
        public short w4() {
            {
                final ArrayList<Integer> list170 = new ArrayList<>();
                for (int i171 = 0; i171 < 8; i171++) {
                    list170.add(m3(new D(), new int[] {fb2, fb2, tag, s3, 0x55aa55aa, fb2, 29, 84}));
                }
                for (int i172 : list170) {
                    mix(i172);
                    mix(((float) (tag)));
                }
            }
            s2 = ((double) (((true ? true : false) ? Math.getExponent(s4) : ATOM.getAndAdd(fb2))));
            L173: for (int i174 = 0; i174 < 5; i174++) {
                mix(((String.valueOf(fb2)).replace('a', (((char) (0.1f))))).replace('a', (((char) ((Long.MAX_VALUE << 64L))))));
                tag += ((int) ((((byte) (0.5f)))));
                tag = s8.length;
                mix((fa0 = new int[] {(fb2 = i174), m3(new D(), fa0), (false ? 64 : i174), Arrays.hashCode(s7), i174, fb2, (i174 | i174), (tag * 53)}));
            }
            return (((short) ((s1 / 16))));
        }
    }
    static class C extends B {
            int fc0 = 0;
        volatile long fc1 = 0L;
        public int w1() {
            if (s6.equals(cut(("hello").replace('a', 'é') + "abc").substring((26) & 3))) {
                L53: for (int i54 = 0; i54 < 17; i54++) {
                    if (((Object) (next.next == null ? next : next.next) instanceof C)) throw new Problem(fb2);
                    L55: for (int i56 = 0; i56 < 17; i56++) {
                        if (s8[i56]) {
                            next.next = new B();
                            s2 = ((((double) (' ')) * ("a").length()) * Math.nextUp(Math.abs(s2)));
                        }
                    }
                }
            }
            if (((new S()).fs1 == -(-((-1f))))) {
                mix('Ω');
            } else {
                try {
                    L57: for (int i58 = 0; i58 < 4; i58++) {
                        if ((Integer.toHexString(43).contains(cut(new StringBuilder(s6).append(fb2).append('Ω').append('-').reverse().toString())) ? ((true ? i58 : (-1)) != -(fb2)) : ((Object) new D() instanceof B))) {
                            s7[i58] = Long.bitCount(s1);
                            if ((fa0[i58 & 7] != tag)) throw new Problem(((int) (Float.POSITIVE_INFINITY)));
                        } else {
                            if (((Object) (true ? new B() : new B()) instanceof B p59 && p59.next != null)) continue L57;
                            s4 = s4;
                            mix((Math.round(Math.max(s2, s2)) - (((char) (s1)))));
                        }
                        if (Double.isInfinite(((true ? s2 : s2) * (true ? fb1 : s4)))) {
                            s0 += ((s1 * Double.doubleToLongBits(s4)) * (int) Math.round((false ? s4 : 3.25)));
                            mix((((char) (((long) ((true ? 0.5f : Float.POSITIVE_INFINITY)))))));
                            s7[(i58) & 7] = next.tag;
                        } else {
                            mix(new Cell<Integer>(((fc0 - fc0) ^ 2)).get());
                            if ((fa0[i58] < (s0 << tag))) throw new ArrayStoreException("q");
                        }
                        mix(s0);
                        final int[] v60 = Arrays.copyOf(s7, 9);
                    }
                } finally {
                    final Integer v61 = Integer.valueOf(((true | true) ? (new C()).fc0 : tag));
                }
                s0 = ((COUNT.compareAndSet(CELL, (int) (Integer.rotateLeft(s3, s0)), 7) ? 1 : 0) % ((fb2 & 15) + 1));
                if (((((char) (fb2))) < (((char) (s1))))) return ((int) (((double) (s1))));
            }
            final short[] near62 = new short[39];
            final short[] near63 = new short[39];
            final short[] near64 = new short[39];
            for (int i65 = 0; i65 < 39; i65++) near62[i65] = (short) (i65 * 281L << i65 % 8);
            for (int i65 = 0; i65 < 39; i65++) near63[i65] = (short) (i65 * 1088L << i65 % 1);
            for (int i65 = 0; i65 < 39; i65++) near64[i65] = (short) (i65 * 104L << i65 % 4);
            final int same66 = ((short) 47748 & 8);
            int total67 = same66;
            try {
                for (int i65 = 50 - 1; i65 >= 0; i65--) {
                    near62[i65] = (short) ((Math.min(((long) (near62[i65]) >>> same66), ((int) (near63[i65]) << same66)) * (Integer.rotateLeft((int) (-79), same66) * Integer.rotateLeft((int) (i65), same66))));
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                mix(e.getMessage());
            }
            mix(total67);
            mix(Arrays.hashCode(near62));
            mix(Arrays.hashCode(near63));
            mix(Arrays.hashCode(near64));
            fb2 = (((Object) new C() instanceof B) ? fa0[0] : ((s6).indexOf(s6) >> (s1 = fc1)));
            if ((s0 <= Math.min(3, 255))) {
                next.next = next.next;
                fc0 = Double.compare(((true ? s2 : fb1) * -(s1)), fb1);
                double v68 = (Math.min((s2 * s1), (s2 -= s2)) / Double.MIN_VALUE);
            } else {
                mix(Arrays.copyOf(fa0, 10));
                if ((((float) (4294967295L)) != ((2f + 0.1f) + (true ? (-0f) : 1f)))) {
                    mix(~((fc1 % (((s1 - fc1) & 15) + 1))));
                    try {
                        L69: for (int i70 = 0; i70 < 7; i70++) {
                            s7[(Arrays.hashCode(new int[(tag) % 20])) & 7] = ((int) COUNT.getAndAdd(CELL, (int) ((fb0).hashCode())) ^ ((C) (Object) ((next.next == null ? next : next.next))).tag);
                            double v71 = (new B()).fb1;
                            mix(s7[(Arrays.hashCode(new int[] {s0, tag, s0, i70, tag, s3, fb2, i70})) & 7]);
                            fb2--;
                        }
                        int v72 = fa0[Math.floorMod(s0, fa0.length)];
                    } catch (ClassCastException | NegativeArraySizeException t73) {
                        mix(t73);
                    } catch (ArithmeticException t74) {
                        mix(t74);
                        synchronized (this) {
                            if ((Math.signum((-1f)) == (0.5f / fb2))) throw new Problem((fc0 % ((fc0 & 15) + 1)));
                            fa0 = new int[13];
                        }
                        mix(Thread.holdsLock(this));
                        double v75 = ((true ? Math.rint(1d) : (s4 % (-3e9f))) / (Thread.holdsLock(next) ? s4 : (fb1 / 0L)));
                    }
                } else {
                    final D v76 = new D();
                    float v77 = ((float) (((s1 - s1) | (((char) ((-1d)))))));
                }
            }
            L78: for (int i79 = 0; i79 < 11; i79++) {
                (new B()).fb1 = ((s2 = (fb1 % Float.POSITIVE_INFINITY)) / ((long) (((-3e9f) / Float.MIN_VALUE))));
                if (Double.isNaN(((double) ((((char) (i79))))))) {
                    mix(((((float) ((byte) 173)) / ALONG.getAndAdd(Long.MAX_VALUE)) % ((int) ((((byte) (s2)))))));
                    switch ((2) % 7) {
                    case 1:
                        fb2 = ((int) ((((short) ((fb2 / (fb2 | 1)))))));
                        break;
                    case 2:
                        s7[(next.tag) & 7] = Long.numberOfLeadingZeros(((long) (-(0.1f))));
                        break;
                    case 4:
                        L80: for (int i81 = 0; i81 < s7.length; i81++) {
                            int v82 = Integer.numberOfLeadingZeros(fa0[(fc0) & 7]);
                            fc1++;
                            mix(next.tag);
                            Integer v83 = new Cell<Integer>(Integer.remainderUnsigned((i81 + 127), (int) Math.signum(s2) | 1)).get();
                        }
                    case -3:
                        fb1 = (((s4 - fc1) * ((int) ((short) 8977))) % ((s2 / 0.5) - fb1));
                        mix(s0);
                        break;
                    default:
                        int v84 = i79;
                    }
                    mix(-((-0f)));
                }
                synchronized (this) {
                    L85: for (long i86 = 0; i86 < 12; i86++) {
                        L87: for (int i88 = 0; i88 < 2; i88++) {
                            final int v91 = (-((new B()).fb2) % 16);
                            s3 = (new C()).fc0;
                        }
                    }
                    mix(((8 > ("b").indexOf(s6)) ? ((double) (Integer.reverseBytes(fb2))) : ((double) (-(s1)))));
                }
                fc1++;
            }
            return (((Object) next != next) ? -(fc0) : ((int) (s4)));
        }
        public short w4() {
            L175: for (int i176 = 0; i176 < 195; i176++) {
                mix(new int[13]);
            }
            return (((short) ((Float.POSITIVE_INFINITY + 0f))));
        }
    }
    static class D extends A {
            int fd0 = 0;
        float fd1 = 0f;
        long fd2 = 0L;
        public short w4() {
            final double v177 = (Math.min((s4 - fd1), ((double) ('a'))) * ((float) ((false ? (byte) 127 : (byte) 243))));
            return (((short) ((0x5555aaaa3333ccccL % 1000))));
        }
    }
    static final class S implements I {
            long fs0 = 0L;
        float fs1 = 0f;
        long fs2 = 0L;
    }
    static double m0(int a0, float a1) {
        L1: for (int i2 = 0; i2 < 124; i2++) {
            if (((Object) new C() == new C())) {
                try {
                    if (true) {
                        mix(Integer.remainderUnsigned((s7[(a0) & 7] >>> (a0 % i2)), ((D) (Object) (new B())).tag | 1));
                        short v3 = (short) 9103;
                    } else {
                        a0 += ((double) ((((char) (((D) (Object) (new B())).tag)))));
                        long v4 = (((Object) new B() instanceof D) ? ALONG.get() : ((s1 % (s1 | 1)) & (false ? 'Ω' : 'z')));
                        mix(((ALONG.get() > ((-1L) | v4)) ? Math.copySign((1e300 % a1), (s4 % (-1e19))) : ((true ? new B() : new B())).fb1));
                    }
                    L5: for (long i6 = 0; i6 < 5; i6++) {
                        mix(((('0' <= '0') ? true : (true ? false : true)) ? ((double) ((a1 - i6))) : (((double) ('a')) / s1)));
                        a0++;
                    }
                    s3 = ((false ? (false ? 65536 : 1) : (a0 / a0)) - ((false ? a0 : a0) | s7[(2) & 7]));
                } catch (Error t7) {
                    mix(t7);
                } catch (ArrayIndexOutOfBoundsException t8) {
                    mix(t8);
                    s2 = ((double) ((Math.nextUp((-1f)) - (a0 = 19))));
                } finally {
                    final D o9 = new D();
                    o9.tag = (Integer.rotateLeft(a0, i2) & (false ? a0 : Integer.MAX_VALUE));
                    o9.next = new C();
                    mix(o9.tag + o9.next.tag);
                    if (((Object) new C() instanceof B p10 && p10.next != null)) continue L1;
                }
            } else {
                mix((((char) (-((true ? s4 : 1e300))))));
                final IntBinaryOperator v15 = (((false && true) ? s6.contains(s6) : (a0 == a0)) ? (x11, y12) -> ((int) ((short) 41743)) : (x13, y14) -> y14);
                try {
                    L16: for (int i17 = 0; i17 < 8; i17++) {
                        mix((s8[((i17 / ((i2 & 15) + 1))) & 7] ? ((i17 + i17) < Long.compare(s1, s1)) : (s7[11] <= ((int) (a1)))));
                        mix((switch (((a0 + (i2 + i17))) & 7) { case 0 -> s3; case 1, 2 -> (false ? 60 : 31); case 5 -> (i17 - Integer.MIN_VALUE); default -> (int) COUNT.getAndAdd(CELL, (int) (5)); }));
                    }
                    L18: for (double di19 = 0; di19 < 6; di19 += 1.5) {
                        mix(((((C) (Object) (new B())).tag - Integer.MIN_VALUE) & Math.round((a1 / s1))));
                        s3 = ((IntBinaryOperator) (x20, y21) -> x20).applyAsInt(((int) ((((char) (a1))))), s0);
                        mix(((false ? (s1 ^ 'z') : s1) != s1));
                    }
                    mix((((char) ((a1 - -(a1))))));
                    try {
                        mix((new B()).fa0);
                        mix(s5);
                        if ((s5.equals(s5) ? (32767 < i2) : ((Object) new B() instanceof B p22 && p22.next != null))) continue L1;
                    } catch (RuntimeException t23) {
                        mix(t23);
                    }
                } catch (ArithmeticException t24) {
                    mix(t24);
                    final int v25 = ((int) ((byte) 73));
                    if (false) return s4;
                } catch (IndexOutOfBoundsException t26) {
                    mix(t26);
                    L27: for (int i28 = 0; i28 < 12; i28++) {
                        a0--;
                        s0 = (COUNT.compareAndSet(CELL, (int) ((s8[(i2) & 7] ? ((int) ('b')) : (s3 = i2))), 7) ? 1 : 0);
                        mix((new C()).fa0);
                        mix(32767);
                    }
                    mix(((Integer) (i2)));
                } catch (RuntimeException t29) {
                    mix(t29);
                } finally {
                    final ArrayList<Integer> list30 = new ArrayList<>();
                    for (int i31 = 0; i31 < 3; i31++) {
                        list30.add(((a0 ^ s3) << ('Ω' & (-128))));
                    }
                    for (int i32 : list30) {
                        mix(i32);
                        s2 *= ((float) ((((double) ('0')) - Long.reverseBytes(4294967295L))));
                    }
                }
            }
            if ((s8[i2] ? ((Integer) (a0)) : ((Integer) (a0))).equals(Integer.valueOf((s5).hashCode()))) {
                (new C()).tag = ((Integer.numberOfTrailingZeros(128) >>> Double.doubleToLongBits(s4)) % (((((IntBinaryOperator) (x33, y34) -> x33).applyAsInt(i2, 24) + (a0 / ((a0 & 15) + 1))) & 15) + 1));
            } else {
                s3 = a0;
                if (s8[4]) {
                    L35: for (int i36 = 1; i36 <= 7; i36 += 2) {
                        final Cell<Integer> o37 = new Cell<>(s5);
                        o37.set(o37.get() + 1);
                        mix((int) o37.get());
                        s7[(((32 % (-8)) * (false ? i36 : (-1)))) & 7] = (new C()).tag;
                        if (cut(new StringBuilder(s6).append(255).append('0').append('-').reverse().toString()).equals((s6 = cut("hello")))) throw new ArrayStoreException("q");
                    }
                    long v38 = ((long) ((true ? s2 : Math.fma(s2, s4, s2))));
                    switch ((((true ? new B() : new B())).fb2) % 7) {
                    case 0:
                        mix((((char) (((Object) (false ? new B() : new B()) instanceof B p39 ? p39.tag : 3)))));
                        s7[i2] = Float.floatToIntBits((s5.equals(s5) ? -(a1) : -(a1)));
                        break;
                    case 2:
                        final long v40 = s1;
                        I v41 = new D();
                        break;
                    case 4:
                        s7[Math.floorMod(Integer.compareUnsigned(s0, Arrays.hashCode(s7)), s7.length)] = ((cut(s6 + (byte) 181)).indexOf(cut(s6 + "abc").substring((s3) & 3)) * s7[i2 + 1]);
                        break;
                    case -3:
                        Integer v42 = ((Integer) (Long.numberOfTrailingZeros(((long) (s2)))));
                        s2 = ((double) ((((char) ((64 * i2))))));
                        break;
                    default:
                        s7[((new D()).fd0) & 7] = (a0 << ((true ? v38 : s1) + (((char) (63L)))));
                    }
                }
                s7[i2] = (String.valueOf(((int) (0d)))).hashCode();
            }
            switch (E.at((new B()).fb2)) {
                case X -> {
                    if (((Object) new D() == new C())) throw SHARED;
                    final ArrayList<Integer> list43 = new ArrayList<>();
                    for (int i44 = 0; i44 < 6; i44++) {
                        list43.add((int) ((false ? s6 : "a") + "x").charAt(0));
                    }
                    mix(list43.stream().mapToInt(Integer::intValue).reduce(1, (x45, y46) -> ((int) ((true ? (short) 48888 : (short) 53324)))));
                }
                case Y -> {
                    mix(((s6).length() * (cut(s6 + "abc").substring((50) & 3)).lastIndexOf('b')));
                }
                case Z -> {
                    switch ((Arrays.hashCode(new int[11])) % 7) {
                    case 0:
                        final Pair o47 = new Pair((s3 = Long.bitCount(s1)), ((long) ((((short) (7))))));
                        mix(o47.a() + o47.b());
                        mix(o47.hashCode());
                    case 1:
                        mix((s1 = (true ? (s1 >> 0x5555aaaa3333ccccL) : ((long) ((short) 58221)))));
                    case 4:
                        mix((((Object) new D() instanceof B) ? (!true ? (Float.NaN * a1) : (false ? a1 : 1f)) : ((true ? Float.NaN : a1) - (true ? a1 : a1))));
                        break;
                    case -3:
                        s4 = (false ? ((s4 % s4) / (int) (s6 + "x").charAt(0)) : ((s4 / s4) / (int) (s5)));
                        break;
                    }
                    long v48 = s1;
                }
                default -> mix(9);
            }
        }
        return (new C()).fb1;
    }
    static int m2(int a0, double a1, short a2) {
        switch (E.at((a0 += (s3 = 67)))) {
            case X -> {
                if (false) {
                    if (((false && true) == !true)) throw new Error("e");
                    mix((s0 != (new B()).w1()));
                    switch ((((false ? new B() : new B())).w1()) % 3000) {
                    case 0:
                        switch ((s3) % 3000) {
                        case 0:
                            mix(((Math.max(Integer.MIN_VALUE, a0) >>> a0) <= ((true ? "ab" : s6)).compareTo(cut(s6 + 'Ω'))));
                            break;
                        case 1:
                            s7[5] = (((s6).replace('a', 'a')).replace('a', (((char) (a0))))).compareTo(cut(cut(s6 + "abc").substring((a0) & 3) + (byte) 246));
                            final String v92 = cut(cut(cut(new StringBuilder(cut(s6 + false)).append(((int) ((byte) 1))).append('0').append('-').reverse().toString()) + "abc").substring((s8.length) & 3));
                        case 100:
                            s7[7] = s7[(Integer.numberOfLeadingZeros(s7[(50) & 7])) & 7];
                            s7[(0) & 7] ^= s0;
                            break;
                        case -2000:
                            if (Double.isInfinite((new B()).fb1)) return Long.compare((63L ^ s1), -(s1));
                        case 2999:
                            mix(((Integer) (s7[(Math.round(1e10f)) & 7])));
                            break;
                        default:
                            mix(cut(Integer.toHexString((a0 + s3)) + Integer.valueOf((s0 >> 4294967295L))));
                        }
                        break;
                    case 1:
                        final float[] near93 = new float[50];
                        final short[] near94 = new short[50];
                        final short[] near95 = new short[50];
                        for (int i96 = 0; i96 < 50; i96++) near93[i96] = i96 * 1166 / 0f;
                        for (int i96 = 0; i96 < 50; i96++) near94[i96] = (short) (i96 * 1285L << i96 % 5);
                        for (int i96 = 0; i96 < 50; i96++) near95[i96] = (short) (i96 * 774L << i96 % 7);
                        final int same97 = Float.floatToIntBits(Float.NaN);
                        long total98 = same97;
                        try {
                            for (int i96 = -1; i96 < near93.length - 2; i96++) {
                                near95[i96] = (short) (((int) ((((int) (near93[i96 + 1]) >> 38) - ((long) (near93[i96]) >>> same97))) & (int) ((float) (((long) (near94[i96]) ^ (int) (near93[i96 + 1]))))));
                            }
                        } catch (ArrayIndexOutOfBoundsException e) {
                            mix(e.getMessage());
                        }
                        mix(total98);
                        mix(Arrays.hashCode(near93));
                        mix(Arrays.hashCode(near94));
                        mix(Arrays.hashCode(near95));
                        break;
                    case 100:
                        final long v99 = (new S()).fs2;
                        break;
                    case -2000:
                        final Integer v100 = Integer.valueOf(s7[((a0 & s3)) & 7]);
                        synchronized (LOCK) {
                            mix((((char) ((((-0f) / Float.MIN_VALUE) - -(Float.NaN))))));
                            if (s8[((82 % ((s3 & 15) + 1))) & 7]) throw new IllegalStateException("s" + a0);
                            s7[(s0) & 7] = ((a0 >> (true ? s3 : a0)) - s7[((true ? a0 : s0)) & 7]);
                        }
                        mix(Thread.holdsLock(LOCK));
                    case 2999:
                        L101: for (int i102 = 3; i102 >= 0; i102--) {
                            int v103 = (s7[i102 & 7] >> ((new C()).fc1 << (63 & i102)));
                            s0 = Arrays.hashCode((true ? s7 : new int[8]));
                            s0--;
                        }
                    default:
                        L104: for (int i105 = 0; i105 < s7.length; i105++) {
                            int v106 = (s8[i105] ? (new C()).fc0 : s7[i105]);
                        }
                    }
                } else {
                    mix((((a0 += s0) >= (false ? s0 : s0)) ? ((double) (-(0f))) : -((a1 * s2))));
                    final int v107 = ((int) (ALONG.getAndAdd(Double.doubleToLongBits(s2))));
                }
            }
            case Y -> {
                byte v108 = (((byte) (((Float.POSITIVE_INFINITY + 0f) + Math.max(0.5f, (-0f))))));
                try {
                    a2 = (((short) (s7[((a0 - s3)) & 7])));
                    if (!!true) throw new ArrayStoreException("q");
                    if (((Object) new B() != (new B()).next)) {
                        mix(Math.floorMod(a0, Math.abs(s0) | 1));
                        s3 = ((((C) (Object) (new B())).tag ^ s7[(s3) & 7]) - (int) Math.signum((s2 % (-2147483649L))));
                        try {
                            final double v109 = ((double) ((((char) ((true ? (-1f) : (-3e9f)))))));
                        } catch (Error t110) {
                            mix(t110);
                        } catch (ArrayIndexOutOfBoundsException t111) {
                            mix(t111);
                            mix((((true ? a0 : s0) | 127) <= s7[7]));
                        }
                    }
                } catch (ClassCastException | NegativeArraySizeException t112) {
                    mix(t112);
                    mix(cut(cut(new StringBuilder((s6).replace('a', 'z')).append(((int) (v108))).append('z').append('-').reverse().toString()) + ((s3 >> s1) & ((int) (s1)))));
                } catch (ArithmeticException t113) {
                    mix(t113);
                } finally {
                    if (true) {
                        final ArrayList<Integer> list114 = new ArrayList<>();
                        for (int i115 = 0; i115 < 6; i115++) {
                            list114.add(s7[(Integer.rotateRight(s3, 16)) & 7]);
                        }
                        mix(list114.stream().mapToInt(Integer::intValue).reduce(1, (x116, y117) -> (int) ((new B()).fb0)));
                        switch ((s3) % 3000) {
                        case 0:
                            BASE.next = new B();
                            s0 <<= s7.length;
                            break;
                        case 1:
                            mix(1e10f);
                            break;
                        case 100:
                            IntBinaryOperator v120 = (x118, y119) -> y119;
                            break;
                        case -2000:
                            s0 |= (cut(new StringBuilder(cut(new StringBuilder("ab").append(s3).append('b').append('-').reverse().toString())).append(((IntBinaryOperator) Integer::compare).applyAsInt(s3, s3)).append((((char) (1e300)))).append('-').reverse().toString())).length();
                            s1 -= ((long) ((((short) (-(s4))))));
                            break;
                        case 2999:
                            long v121 = ((new S()).fs0 | 1);
                            break;
                        default:
                            final Pair o122 = new Pair(s7[6], Math.round((new B()).fb1));
                            mix(o122.a() + o122.b());
                            mix(o122.hashCode());
                        }
                        int i124 = 0;
                        L123: do {
                            Arrays.fill(s8, 2, 7, s8[i124 & 7]);
                        } while (++i124 < 236);
                    }
                }
            }
            case Z -> {
                try {
                    mix('a');
                    synchronized (BASE) {
                        if (((((byte) ((1f + 0.5f)))) != (((byte) (Float.compare(1f, 1f)))))) {
                            mix(((((-2147483649L) >= 0L) ? false : (true ? false : false)) ? new Cell<Integer>(a0).get() : ((Integer) (a0))));
                        }
                    }
                } catch (Problem t125) {
                    mix(t125);
                    s4 = Math.scalb(a1++, 3);
                } catch (NullPointerException | ArrayStoreException t126) {
                    mix(t126);
                }
                int i128 = 0;
                L127: while (i128++ < 12) {
                    L129: for (int i130 = 0, ni130 = ((i128 * a0)) & 7; i130 < ni130; i130++) {
                        if (((Object) new B() instanceof D)) {
                            a0 -= (s1 + Long.rotateRight((s1 ^ i128), 7));
                            if (false) return (s8[i130] ? (int) COUNT.getVolatile(CELL) : s7[(i130) & 7]);
                        } else {
                            mix((new C()).fb2);
                            s7[(s7[i130 & 7]) & 7] = ((i130 >>> ((long) (a0))) / (((((int) ('z')) + a0) & 15) + 1));
                            I v131 = new B();
                        }
                        if (((((char) ((0.1f / Float.NaN)))) < (((char) ((0.1f - s0)))))) {
                            String v132 = cut(cut((cut(s6 + s5)).replace('a', (((char) (i128)))) + (((byte) (((IntBinaryOperator) ADD).applyAsInt(37, s3))))));
                            final int[] o133 = {(((IntBinaryOperator) ADD).applyAsInt(i130, a0) | ((Object) new B() instanceof B p134 ? p134.tag : 3)), 3, (((IntBinaryOperator) ADD).applyAsInt(i130, a0) | ((Object) new B() instanceof B p134 ? p134.tag : 3))};
                            o133[1] += o133[0] ^ o133[2];
                            mix(o133[1] + o133.length);
                            a0 >>>= (switch ((a0) & 7) { case 0 -> (new B()).fb2; case 1, 2 -> ((int) (2L)); case 5 -> (false ? 5 : i128); default -> s7[(3) & 7]; });
                        }
                        synchronized (BASE) {
                            s7[((i128 ^ i128)) & 7] &= s7[(Long.signum((s1 / ((s1 & 15) + 1)))) & 7];
                            int v136 = ((s7[(i128) & 7] == (15 - i128)) ? s7[i128] : (switch ((((Object) new B() instanceof B p135 ? p135.tag : 3)) & 7) { case 0 -> s7.length; case 1, 2 -> ((int) (1000L)); case 5 -> (a0 = i128); default -> Double.hashCode(a1); }));
                        }
                    }
                    mix((((0.1f < 2f) ? Math.ulp(s4) : (s2 -= s2)) % 0f));
                    L137: for (int i138 = 0; i138 < s8.length; i138++) {
                        L139: for (int i140 = 0; i140 < 3; i140++) {
                            final int[] o141 = {s7[3], 3, s7[3]};
                            o141[1] += o141[0] ^ o141[2];
                            mix(o141[1] + o141.length);
                            s7[i128] |= s7.length;
                            s7[(((Object) new D() instanceof B p142 ? p142.tag : 3)) & 7] = Float.compare(((float) (("b").indexOf(s6))), ((float) (a1)));
                            float v143 = (((32 > i138) ? (-3e9f) : (Float.MIN_VALUE % 1e10f)) + (((-3e9f) == (-0f)) ? -((-0f)) : ((float) (i140))));
                        }
                    }
                }
            }
            default -> mix(9);
        }
        return s7[7];
    }
    static synchronized int m3(D a0, int[] a1) {
        mix(s0);
        float[] v144 = ((Math.min(2d, s4) > ((double) ((-3e9f)))) ? new float[] {(Float.NaN % s0), (0.1f * s0), (1f - 7L), Math.max(1f, 1f), ((float) (Long.MAX_VALUE)), (0.1f + s1), (false ? (-1f) : Float.POSITIVE_INFINITY), ((float) ((byte) 138))} : new float[] {a0.fd1, (Float.POSITIVE_INFINITY % Float.MIN_VALUE), (false ? (-1f) : Float.POSITIVE_INFINITY), -(0.1f), ((float) (s1)), Math.fma((-1f), 0.1f, 0.1f), 0.1f, (-1f)});
        return ((((char) (s1))) ^ ((byte) 98 * 32767));
    }
    static A m5(int a0, int[] a1) {
        final int[] o178 = {(("Ωmega").compareTo("b") | (s3 - s0)), 3, (("Ωmega").compareTo("b") | (s3 - s0))};
        o178[1] += o178[0] ^ o178[2];
        mix(o178[1] + o178.length);
        int i180 = 0;
        L179: while (i180++ < 19) {
            try {
                int v181 = m3(new D(), new int[12]);
                s0 = 32;
            } catch (RuntimeException t182) {
                mix(t182);
            }
        }
        final StringBuilder sb183 = new StringBuilder();
        for (int i184 = 0; i184 < 4; i184++) {
            sb183.append((((char) (1f)))).append(',');
        }
        mix(sb183.toString());
        final Cell<Integer> o185 = new Cell<>(new Cell<Integer>((new B()).w1()).get());
        o185.set(o185.get() + 1);
        mix((int) o185.get());
        s3--;
        a1[5] = Integer.numberOfLeadingZeros((new D()).w1());
        mix(((-((-0f)) - s0) - ((float) ((((byte) (s2)))))));
        int v186 = ((int) ((((-1f) - (-1f)) * (new S()).fs1)));
        L187: for (int i188 = 255; i188 >= 0; i188--) {
            if ((false ^ s8[((true ? i188 : v186)) & 7])) {
                final StringBuilder sb189 = new StringBuilder();
                for (int i190 = 0; i190 < 3; i190++) {
                    sb189.append((((char) (s1)))).append(',');
                }
                mix(sb189.toString());
            }
            if (((s8[(v186) & 7] ? (' ' >= 'z') : (i188 <= v186)) ? true : ((Object) new C() != new C()))) {
                if (((Object) new D() instanceof B p191 && p191.next != null)) continue L187;
                try {
                    try {
                        ((true ? new D() : new D())).fd0 = Long.signum(((new S()).fs0 - (s0 / a0)));
                        v186 = (((true ? i188 : a0) ^ ((C) (Object) (new B())).tag) & ATOM.getAndAdd((a0 + i188)));
                        mix((s5 = ((Integer) (--a0))));
                    } catch (Problem t192) {
                        mix(t192);
                    } catch (NullPointerException | ArrayStoreException t193) {
                        mix(t193);
                        if (SWITCH) throw t193;
                    } finally {
                        s4 = s2;
                    }
                } catch (ClassCastException | NegativeArraySizeException t194) {
                    mix(t194);
                } catch (ArithmeticException t195) {
                    mix(t195);
                    try {
                        int v196 = (((Object) new C() instanceof C) ? (new C()).tag : ((i188 % v186) / Long.compare(s1, (-1L))));
                    } catch (Problem t197) {
                        mix(t197);
                        I v198 = new D();
                        mix((((int) ((((short) (s4))))) * ((false ? i188 : 55) | Float.compare(Float.MIN_VALUE, 2f))));
                    } catch (NullPointerException | ArrayStoreException t199) {
                        mix(t199);
                    }
                    if (((true & ((Object) new B() != new B())) ? !(false ? false : false) : ((true | true) & ((-1) != a0)))) {
                        I v200 = new B();
                    } else {
                        final int v201 = Double.hashCode(Math.nextUp(((double) ('b'))));
                        mix((switch ((a0) & 7) { case 0 -> Arrays.hashCode(a1); case 1, 2 -> (51 + i188); case 5 -> (true ? s3 : i188); default -> s0; }));
                        if (true) break L187;
                    }
                }
            }
            double v202 = s4;
            a1[(Integer.highestOneBit((a0 % ((a0 & 15) + 1)))) & 7] = ATOM.getAndSet(((true != false) ? ((IntBinaryOperator) (x203, y204) -> y204).applyAsInt(v186, 7) : Integer.numberOfTrailingZeros(v186)));
        }
        return new D();
    }
    static byte m6(char a0) {
        synchronized (BASE) {
            if (((s2 *= s2++) > (-(s4) - (int) Math.round(0.5)))) {
                IntBinaryOperator v205 = ADD;
                s0 = Integer.rotateRight((new D()).w1(), ((((byte) (s4))) + ((Object) new B() instanceof D p206 ? p206.tag : 3)));
                final StringBuilder sb207 = new StringBuilder();
                for (int i208 = 0; i208 < 5; i208++) {
                    sb207.append(cut("a" + s6)).append(',');
                }
                mix(sb207.toString());
            }
            s1 ^= (((char) ((true ? ((-0f) / 0f) : ((float) (1000L))))));
        }
        mix((s8[((new B()).w1()) & 7] && ((Object) new B() instanceof I)));
        mix(new Cell<Integer>(((int) COUNT.getVolatile(CELL) / ((s6).indexOf('a') | 1))).get());
        return (((byte) ((s4 % s0))));
    }
    static int m7() {
        {
            synchronized (BASE) {
                if (false) return (switch (((s0 >>> 1)) & 7) { case 0 -> ((int) (s1)); case 1, 2 -> (((Integer) 1000)).hashCode(); case 5 -> s3; default -> m3(new D(), s7); });
            }
            mix(Thread.holdsLock(BASE));
            {
                L209: for (long i210 = 0; i210 < 8; i210++) {
                    if (((s5).hashCode() == Long.hashCode(s1))) return Integer.reverse((int) COUNT.getAndAdd(CELL, (int) (s0)));
                    s0 += (byte) 4;
                    mix(new int[11]);
                }
            }
            if (((((char) (s1))) > (((char) ((-0f)))))) throw new ArrayStoreException("q");
        }
        double[] v211 = new double[8];
        return (new B()).tag;
    }
    static char m8(I a0, double a1, long a2) {
        I v212 = new B();
        s7[(s0) & 7] >>= ((IntBinaryOperator) ADD).applyAsInt(67, (s3 % ((s3 & 15) + 1)));
        L213: for (int i214 = 0; i214 < 13; i214++) {
            mix((!(s0 == s0) ? ((a1 % s2) - s4) : (-1d)));
            final int v215 = Math.round(((2f % a2) / (new S()).fs2));
            s3++;
            {
                final Pair o216 = new Pair(i214, (Double.isNaN(a1) ? (a2 >> 32) : (new S()).fs2));
                mix(o216.a() + o216.b());
                mix(o216.hashCode());
                double v217 = Math.ulp(((false ? a1 : s4) + (s4 - 7L)));
            }
        }
        if (((s5 = s5).equals(Integer.valueOf(4)) ? !(a2 < a2) : (((Object) new B() instanceof B p218 && p218.next != null) ? ((byte) 68 <= (byte) 155) : (false | false)))) {
            final ArrayList<Integer> list219 = new ArrayList<>();
            for (int i220 = 0; i220 < 4; i220++) {
                list219.add((new C()).fc0);
            }
            mix(list219.stream().mapToInt(Integer::intValue).reduce(1, (x221, y222) -> ((y222 >>> x221) + (x221 - y222))));
            s7[4] ^= (((char) ((true ? ATOM.getAndSet(s3) : (s3 & s3)))));
        }
        mix(((new B()).next).fa0);
        if (((Object) new B() instanceof C)) {
            (new D()).fd0 -= ((s3 > (true ? s0 : s0)) ? (new D()).w1() : (s7[7] >>> ((IntBinaryOperator) (x223, y224) -> y224).applyAsInt(s3, s3)));
        }
        L225: for (int i226 = 0; i226 < s8.length; i226++) {
            if (cut(new StringBuilder(cut(s6 + (byte) 183)).append(m3(new D(), s7)).append((((char) ((-128))))).append('-').reverse().toString()).contains((((Object) v212 instanceof B p227 && p227.next != null) ? String.valueOf(s3) : cut(s6 + 31)))) {
                mix(m3(new D(), new int[11]));
                int i229 = 0;
                L228: while (i229++ < 6) {
                    final Pair o230 = new Pair(((true && true) ? ((int) ('b')) : (5 + i226)), (new S()).fs2);
                    mix(o230.a() + o230.b());
                    mix(o230.hashCode());
                }
            }
        }
        if (cut(new StringBuilder(s6).append(s3).append('0').append('-').reverse().toString()).equals((false ? "" : s6))) throw new Problem(10);
        s6 = cut((((s6).replace('a', 'b')).replace('a', (((char) (s3))))).replace('a', (((char) ((s6).indexOf(s6))))));
        L231: for (int i232 = 27; i232 >= 0; i232--) {
            mix(((new B()).fb1 * s0));
            int i234 = 0;
            L233: do {
                int i236 = 0;
                L235: while (i236++ < 3) {
                    final Cell<Integer> o237 = new Cell<>(new Cell<Integer>(s0).get());
                    o237.set(o237.get() + 1);
                    mix((int) o237.get());
                }
            } while (++i234 < 13);
        }
        s0++;
        a1 -= (new B()).fb1;
        return 'a';
    }
    static double[] m9(int a0) {
        mix(((Object) (false ? new C() : new B()) instanceof C p238 ? p238.tag : 3));
        byte[] v239 = new byte[13];
        (new C()).fc0 = (new D()).w1();
        switch (E.at(m7())) {
            case X -> {
                try {
                    mix((cut(cut(s6 + "") + ((int) ('z')))).substring((Math.abs((a0 / 10))) & 3));
                    try {
                        s3 = (s7[3] ^ ((int) ((1e10f - Float.POSITIVE_INFINITY))));
                        switch (((true ? s6 : "ab")).replace('a', (((char) (1e10f))))) {
                        case "a":
                            mix(Math.min(s7[((new D()).fd0) & 7], Long.signum((new S()).fs2)));
                            break;
                        case "":
                            final Cell<Integer> o240 = new Cell<>(Integer.valueOf(a0));
                            o240.set(o240.get() + 1);
                            mix((int) o240.get());
                            break;
                        case "ab":
                            s4 = s4;
                            break;
                        default:
                            BASE.next = new C();
                        }
                        mix((new B()).fb0);
                    } catch (ArithmeticException t241) {
                        mix(t241);
                    } catch (IndexOutOfBoundsException t242) {
                        mix(t242);
                        int v243 = Integer.signum((false ? Math.max(s3, s3) : s3));
                        L244: for (int i245 = 0; i245 < 8; i245++) {
                            mix(cut(new StringBuilder(((false || true) ? cut(s6 + 19) : cut(s6 + s1))).append(m3(new D(), new int[18])).append((((char) (i245)))).append('-').reverse().toString()));
                        }
                    } catch (RuntimeException t246) {
                        mix(t246);
                        s3++;
                        final ArrayList<Integer> list247 = new ArrayList<>();
                        for (int i248 = 0; i248 < 8; i248++) {
                            list247.add((true ? (switch ((44) & 7) { case 0 -> 10; case 1, 2 -> i248; case 5 -> a0; default -> a0; }) : a0));
                        }
                        final HashMap<Integer, Integer> mlist247 = new HashMap<>();
                        for (Integer klist247 : list247) mlist247.merge(klist247, 1, Integer::sum);
                        mix(mlist247.hashCode() + mlist247.size());
                    }
                    mix((((s4 % s2) + ((-3e9f) % s3)) * (new B()).fb1));
                } catch (RuntimeException t249) {
                    mix(t249);
                }
            }
            case Y -> {
                s7[3] = Float.floatToIntBits((((float) (1000L)) % (s3 << s0)));
                final IntBinaryOperator v252 = (x250, y251) -> s7[(((int) ((byte) 244))) & 7];
            }
            case Z -> {
                synchronized (LOCK) {
                    final ArrayList<Integer> list253 = new ArrayList<>();
                    for (int i254 = 0; i254 < 5; i254++) {
                        list253.add(Arrays.hashCode((new B()).fa0));
                    }
                    mix(list253.stream().mapToInt(Integer::intValue).reduce(1, Integer::compare));
                }
                mix(Thread.holdsLock(LOCK));
                {
                    char v255 = (((char) (((4294967296.5 != s2) ? s7[(s0) & 7] : (true ? a0 : 2)))));
                }
            }
            default -> mix(9);
        }
        {
            try {
                BASE.next = new D();
                if (false) {
                    final ArrayList<Integer> list256 = new ArrayList<>();
                    for (int i257 = 0; i257 < 6; i257++) {
                        list256.add(s0);
                    }
                    for (int i258 : list256) {
                        mix(i258);
                        mix(m3(new D(), new int[((true ? i258 : a0)) % 20]));
                    }
                    final ArrayList<Integer> list259 = new ArrayList<>();
                    for (int i260 = 0; i260 < 3; i260++) {
                        list259.add(m3(new D(), new int[18]));
                    }
                    final HashMap<Integer, Integer> mlist259 = new HashMap<>();
                    for (Integer klist259 : list259) mlist259.merge(klist259, 1, Integer::sum);
                    mix(mlist259.hashCode() + mlist259.size());
                } else {
                    s1 &= Long.lowestOneBit(((long) ((((short) (Integer.MAX_VALUE))))));
                    mix((((true != false) ^ ('0' != 'b')) ? cut(new StringBuilder(cut(s6 + (byte) 147)).append(s0).append((((char) (s3)))).append('-').reverse().toString()) : (((Object) new B() instanceof I) ? cut(new StringBuilder(s6).append(a0).append('é').append('-').reverse().toString()) : "ab")));
                    a0 >>= (switch ((((int) ('z'))) & 7) { case 0 -> ((IntBinaryOperator) ADD).applyAsInt(s0, s3); case 1, 2 -> a0; case 5 -> s7[(s3) & 7]; default -> (new C()).fc0; });
                }
                mix(((((double) (0.1f)) - ((double) (6))) * ((true | true) ? (s1 >>> s0) : (false ? s1 : s1))));
                s0 = (new C()).fc0;
            } catch (RuntimeException t261) {
                mix(t261);
            }
            if (s8[5]) throw new Problem((a0 & a0));
            L262: for (int i263 = 0; i263 < v239.length; i263++) {
                s4 = (-(s4) / (s1 >>> (s1 >>> 0)));
                try {
                    mix((((Object) new B() instanceof C) ? new int[] {(a0 ^ a0), s0, (i263 + s3), s0, Integer.bitCount(s0), i263, s7[(s3) & 7], s8.length} : (new B()).fa0));
                    L264: for (int i265 = 0; i265 < 18; i265++) {
                        if (cut(s6 + s1).contains((false ? s6 : "Ωmega"))) throw new Error("e");
                        s7[(s3) & 7] <<= (cut(s6 + "b")).length();
                    }
                    mix(true);
                    final Pair o266 = new Pair((s6).hashCode(), ((long) (((double) (7L)))));
                    mix(o266.a() + o266.b());
                    mix(o266.hashCode());
                } catch (Throwable t267) {
                    mix(t267);
                    (new C()).fc1 -= ((double) ((((char) (((-1f) * (-2147483649L)))))));
                }
                synchronized (LOCK) {
                    final StringBuilder sb268 = new StringBuilder();
                    for (int i269 = 0; i269 < 8; i269++) {
                        sb268.append((true ? s1 : Long.MIN_VALUE)).append(',');
                    }
                    mix(sb268.toString());
                    mix(a0);
                }
            }
        }
        return new double[13];
    }
    static long run(int a0) {
        String v270 = cut((cut(cut(s6 + true) + (false ? 'z' : 'b'))).replace('a', 'a'));
        switch (((new D()).w1()) % 7) {
        case 0:
            synchronized (LOCK) {
                mix((new B()).w1());
            }
            int i272 = 0;
            L271: do {
                int v273 = m7();
                L274: for (int i275 : s7) {
                    try {
                        mix(new Cell<Integer>(m3(new D(), s7)).get());
                        mix(((Object) (((Object) new B() != new B()) ? new C() : (new B()).next) != new C()));
                        mix((((char) (((true ? i275 : s3) >> ((D) (Object) (new B())).tag)))));
                    } catch (Throwable t276) {
                        mix(t276);
                        s1 += (((byte) (Math.min(Math.nextUp(0.5f), (1f % v273)))));
                    } finally {
                        mix(Double.isInfinite((new B()).fb1));
                    }
                    {
                        mix(~(-((new D()).fd2)));
                        a0--;
                    }
                    final StringBuilder sb277 = new StringBuilder();
                    for (int i278 = 0; i278 < 4; i278++) {
                        sb277.append(s8[i275]).append(',');
                    }
                    mix(sb277.toString());
                }
                try {
                    final int v279 = (v273 = Float.floatToIntBits((1f - v273)));
                    mix((((char) (-(Long.rotateLeft(0L, 13))))));
                } catch (Throwable t280) {
                    mix(t280);
                    try {
                        mix((((char) (Math.max((2f - (-0f)), Math.fma(2f, 0f, 1f))))));
                        s7[(i272) & 7] = (s7[(1) & 7] + (switch ((v273) & 7) { case 0 -> v273; case 1, 2 -> ('a' * i272); case 5 -> ((int) (s1)); default -> s7[i272 & 7]; }));
                        v273 = ((v273 *= i272) / (Integer.signum(a0) | 1));
                    } catch (RuntimeException t281) {
                        mix(t281);
                    }
                    try {
                        byte v284 = (((s1 >= s1) ? ((byte) 40 == (byte) 166) : (true & false)) ? (((byte) (((IntBinaryOperator) (x282, y283) -> 63).applyAsInt(7, 32)))) : (((byte) (0.1f))));
                        mix((((s1 + s1) / ((Long.divideUnsigned(s1, 7L | 1L) & 15) + 1)) | (s1 = ALONG.get())));
                        float v285 = 0f;
                        mix(Integer.valueOf(((a0 << s1) ^ Integer.divideUnsigned(10, a0 | 1))));
                    } catch (Problem t286) {
                        mix(t286);
                        if (true) break L271;
                    } catch (NullPointerException | ArrayStoreException t287) {
                        mix(t287);
                        mix(s7[(((new B()).fb2 ^ ((byte) 34 & i272))) & 7]);
                        s0 = s7[i272 & 7];
                    }
                }
            } while (++i272 < 14);
            break;
        case 1:
            s4 *= (((false ? Float.NaN : (-1f)) + Math.fma((-3e9f), Float.POSITIVE_INFINITY, Float.MIN_VALUE)) / ((true ? s0 : a0) % ((s0 % (77 | 1)) | 1)));
            s0 >>>= (int) (s5);
        case 2:
            L288: for (int i289 : s7) {
                a0 = s0;
                s0 = (((Object) new B() != (true ? new B() : new B())) ? ALONG.intValue() : ((38 + s0) * s3));
                final B v290 = new B();
            }
            break;
        case 4:
            if (((Object) new C() == new C())) {
                final ArrayList<Integer> list291 = new ArrayList<>();
                for (int i292 = 0; i292 < 4; i292++) {
                    list291.add(i292);
                }
                mix(list291.stream().mapToInt(Integer::intValue).reduce(1, (x293, y294) -> ((int) ((0f / x293)))));
                int i296 = 0;
                L295: do {
                    if (s8[(s8.length) & 7]) {
                        mix(((true ? new B() : new B())).fb0);
                        Arrays.fill(s7, 4, 7, (v270).indexOf('a'));
                        if (((Object) new D() == (new B()).next)) throw new Problem(a0);
                    }
                    switch (Integer.toString(s7[(a0) & 7])) {
                    case "a":
                        final byte[] near297 = new byte[54];
                        final int[] near298 = new int[54];
                        final int[] near299 = new int[54];
                        for (int i300 = 0; i300 < 54; i300++) near297[i300] = (byte) (i300 * 879L << i300 % 9);
                        for (int i300 = 0; i300 < 54; i300++) near298[i300] = (int) (i300 * 1012L << i300 % 2);
                        for (int i300 = 0; i300 < 54; i300++) near299[i300] = (int) (i300 * 1576L << i300 % 6);
                        final int same301 = Float.floatToIntBits(Float.NaN);
                        int total302 = same301;
                        try {
                            for (int i300 = 0; i300 < 10; i300++) {
                                near298[i300] = (int) ((((same301 - near297[i300 + 1]) * ((int) (near298[i300 + 4]) >> 16)) * (((int) (-46) & (int) (near297[i300])) * ((long) (near298[i300]) >>> same301))));
                                near297[i300] = (byte) (((long) (-(((long) (near298[i300]) ^ (int) (near297[i300])))) ^ (int) (i300)));
                                near297[i300] = (byte) (Math.min(((int) (Integer.rotateLeft((int) (i300), same301)) >> 38), near298[i300]));
                                total302 &= (int) (near298[i300]);
                            }
                        } catch (ArrayIndexOutOfBoundsException e) {
                            mix(e.getMessage());
                        }
                        mix(total302);
                        mix(Arrays.hashCode(near297));
                        mix(Arrays.hashCode(near298));
                        mix(Arrays.hashCode(near299));
                        break;
                    case "":
                        s7[i296 & 7] >>>= Long.signum(Long.reverse(s1));
                        break;
                    case "ab":
                        mix(s7);
                        break;
                    default:
                        System.arraycopy(s7, 3, s7, 3, 4);
                    }
                    final float v303 = (-3e9f);
                    mix(Long.lowestOneBit(((long) ((87 ^ s3)))));
                } while (++i296 < 6);
            }
            break;
        case -3:
            s7[(((new C()).fc0 - Arrays.hashCode(s7))) & 7] -= 'z';
        }
        return (new D()).fd2;
    }
    static void round(int round) {
        try {
            mix(run(round));
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 13 == 0) mix(m0(ALONG.intValue(), ((-0f) * 0f)));
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 2 == 0) mix((round % 4 == 0 ? BASE : round % 4 == 1 ? new B() : new D()).w1());
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 2 == 0) mix((round % 4 == 0 ? BASE : round % 4 == 1 ? new B() : new D()).w1());
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 2 == 0) mix((round % 4 == 0 ? BASE : round % 4 == 1 ? new B() : new D()).w1());
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 7 == 0) mix(m2(s7[Math.floorMod(s0, s7.length)], Math.min(s4, 2d), (((short) (s2)))));
        } catch (Throwable t) {
            mix(t);
        }
        try {
            mix(m3(new D(), new int[15]));
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 4 == 0) mix((round % 4 == 0 ? BASE : round % 4 == 1 ? new B() : new D()).w4());
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 4 == 0) mix((round % 4 == 0 ? BASE : round % 4 == 1 ? new B() : new D()).w4());
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 4 == 0) mix((round % 4 == 0 ? BASE : round % 4 == 1 ? new B() : new D()).w4());
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 8 == 0) mix(m5((int) (s6 + "x").charAt(0), new int[] {0x55aa55aa, round, (-1), s3, round, s3, round, s3}) == null);
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 4 == 0) mix(m6((((char) (s0)))));
        } catch (Throwable t) {
            mix(t);
        }
        try {
            mix(m7());
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 3 == 0) mix(m8(new D(), (s4 % 1e10f), (false ? 0L : s1)));
        } catch (Throwable t) {
            mix(t);
        }
        try {
            if (round % 4 == 0) mix(m9(s0++) == null);
        } catch (Throwable t) {
            mix(t);
        }
    }

    public static void main(String[] args) {
        for (int i = 0; i < 60; i++) {
            round(i);
            if (i % 8 == 7) System.out.println(i + " " + h);
        }
        System.out.println(h + " " + Thread.holdsLock(LOCK) + " " + Thread.holdsLock(BASE) + " " + ATOM.get());
    }
}
