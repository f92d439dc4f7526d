import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Fields through reflection: every kind, who may, what fits, volatile, static and final ones, receivers that are none; often enough to be compiled. */
public class FieldAccess {
    public static class Open {
        public int i = 1;
        public long l = 2;
        public volatile int vi = 3;
        public volatile long vl = 4;
        public String s = "s";
        public volatile Object o = "o";
        public double d = 5;
        public byte b = 6;
        public char c = 'c';
        public boolean z;
        public short h = 8;
        public float f = 9;
        public static int si = 10;
        public static String ss = "static";
        public final int fi = Integer.parseInt("11");
        public final String fs = String.valueOf(12);
    }

    static class Hidden {
        public int i = 1;
        private int p = 2;
        private String q = "q";
    }

    static class Other {
        private int mine = 1;
        private final int last = Integer.parseInt("3");
    }

    interface Act {
        Object run() throws Exception;
    }

    static String tried(Act a) {
        try {
            return "" + a.run();
        } catch (Exception e) {
            return e.getClass().getSimpleName() + (e instanceof NullPointerException ? "" : ": " + e.getMessage());
        }
    }

    static long often(Field[] all, Open o, int n) throws Exception {
        long sum = 0;
        for (int k = 0; k < n; k++) {
            for (Field f : all) {
                Class<?> t = f.getType();
                boolean settable = !Modifier.isFinal(f.getModifiers());
                if (t == int.class) {
                    sum += f.getInt(o) + f.getLong(o) + (Integer) f.get(o);
                    if (settable) {
                        f.setInt(o, k);
                    }
                } else if (t == long.class) {
                    sum += f.getLong(o);
                    if (settable) {
                        f.setLong(o, sum);
                        f.setInt(o, k);
                    }
                } else if (!t.isPrimitive()) {
                    sum += f.get(o).hashCode();
                    if (settable) {
                        f.set(o, "k" + k % 10);
                    }
                } else if (t == double.class) {
                    sum += (long) f.getDouble(o);
                    f.setInt(o, k);
                    f.setDouble(o, k / 2.0);
                } else {
                    sum += f.get(o).hashCode();
                    f.set(o, f.get(o));
                }
            }
        }
        return sum;
    }

    public static void main(String[] args) throws Exception {
        Open o = new Open();
        System.out.println(often(Open.class.getFields(), o, 3000));
        System.out.println(o.i + " " + o.l + " " + o.vi + " " + o.vl + " " + o.s + " " + o.o + " " + o.d + " " + Open.si + Open.ss);
        for (Field f : Open.class.getFields()) {
            StringBuilder line = new StringBuilder(f.getName());
            line.append(' ').append(tried(() -> f.getInt(o))).append(" | ").append(tried(() -> f.getLong(o)));
            line.append(" | ").append(tried(() -> {
                f.setInt(o, 65);
                return f.get(o);
            })).append(" | ").append(tried(() -> {
                f.set(o, "text");
                return f.get(o);
            })).append(" | ").append(tried(() -> {
                f.setLong(o, 66);
                return f.get(o);
            })).append(" | ").append(tried(() -> {
                f.set(o, null);
                return f.get(o);
            })).append(" | ").append(tried(() -> f.get(null))).append(" | ").append(tried(() -> f.getInt("no")))
                    .append(" | ").append(tried(() -> f.getInt(null)));
            System.out.println(line);
        }
        Hidden h = new Hidden();
        Field i = Hidden.class.getField("i");
        Field p = Hidden.class.getDeclaredField("p");
        Field q = Hidden.class.getDeclaredField("q");
        System.out.println(i.getInt(h) + " " + p.getInt(h) + " " + q.get(h) + " " + p.canAccess(h));
        p.setInt(h, 7);
        q.set(h, "changed");
        System.out.println(h.p + h.q);
        Field last = Other.class.getDeclaredField("last");
        System.out.println(tried(() -> {
            last.setInt(new Other(), 5);
            return "set";
        }));
        last.setAccessible(true);
        Other other = new Other();
        last.setInt(other, 9);
        last.set(other, 10);
        System.out.println(last.getInt(other) + " " + last.get(other) + " " + tried(() -> last.getInt(null)));
        Field value = String.class.getDeclaredField("hash");
        System.out.println(tried(() -> value.getInt("x")).replaceAll(":.*", ""));
        System.out.println(tried(() -> {
            value.setAccessible(true);
            return "opened";
        }).replaceAll(":.*", ""));
        System.out.println(tried(() -> Thread.class.getDeclaredField("name").get(Thread.currentThread())).replaceAll(":.*", ""));
        System.out.println(Counted.up());
    }

    static final class Counted {
        static String up() throws Exception {
            Field f = Open.class.getField("i");
            Open o = new Open();
            for (int k = 0; k < 20000; k++) {
                f.setInt(o, f.getInt(o) + 1);
            }
            return "" + o.i;
        }
    }
}
