import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;

/** Host functions reached from compiled code through calls that are not known: what they return, raise and keep across collections. */
public class HostStubs {
    static class Plain {
    }

    static class Own {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    static class Copied implements Cloneable {
        int[] data = {1, 2, 3};

        Copied copy() {
            try {
                return (Copied) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    static int hashes(Object[] objects) {
        int same = 0;
        for (Object o : objects) {
            int h = o.hashCode();
            if (h == o.hashCode() && (o instanceof Own ? h == 7 : o instanceof String || h == System.identityHashCode(o))) {
                same++;
            }
        }
        return same;
    }

    static String joined(Object a, int i, long l, char c, boolean b, double d, float f, String s) {
        return a + ":" + i + "," + l + c + b + d + "/" + f + s;
    }

    static int lengths(int rounds) {
        int sum = 0;
        String kept = "";
        for (int i = 0; i < rounds; i++) {
            String s = joined(kept, i, i * 3000000000L, (char) ('a' + i % 26), i % 2 == 0, i / 4.0, i / 2f, "\u00e4\u4e00".substring(i % 2));
            sum = sum * 31 + s.hashCode();
            kept = s.length() > 60 ? "" : s;
        }
        return sum;
    }

    static String broken(Object array, int index) {
        try {
            return String.valueOf(Array.get(array, index));
        } catch (ArrayIndexOutOfBoundsException e) {
            return "bounds";
        } catch (IllegalArgumentException e) {
            return "no array";
        }
    }

    static int depth(int n) {
        return n == 0 ? new Throwable().getStackTrace().length : depth(n - 1) + 0;
    }

    static String thrower(Class<?> c, int length) {
        try {
            return c.getName() + Array.getLength(Array.newInstance(c, length));
        } catch (NegativeArraySizeException e) {
            StackTraceElement top = e.getStackTrace()[0];
            return top.getMethodName().isEmpty() + " " + Arrays.stream(e.getStackTrace()).anyMatch(f -> f.getMethodName().equals("thrower"));
        }
    }

    static long copies(int n) {
        long sum = 0;
        Copied c = new Copied();
        for (int i = 0; i < n; i++) {
            Copied d = c.copy();
            sum += d.data == c.data ? 1 : 0;
            int[] a = c.data.clone();
            a[i % 3] += i;
            sum += a[0] + a[1] + a[2];
            d.data = a;
            c = i % 100 == 0 ? new Copied() : d;
        }
        return sum;
    }

    static int interned(int n) {
        int same = 0;
        for (int i = 0; i < n; i++) {
            String s = ("k" + i % 10).intern();
            if (s == ("k" + (i + 10) % 10).intern()) {
                same++;
            }
        }
        return same;
    }

    static boolean constants(int n) {
        boolean all = true;
        for (int i = 0; i < n; i++) {
            Class<?> c = i % 2 == 0 ? String.class : int[].class;
            all &= c == (i % 2 == 0 ? "".getClass() : new int[0].getClass());
            all &= HostStubs.class.getSimpleName().length() == 9;
        }
        return all;
    }

    public static void main(String[] args) {
        Object[] objects = new Object[300];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = i % 3 == 0 ? new Plain() : i % 3 == 1 ? new Own() : "s" + i;
        }
        int same = 0;
        for (int i = 0; i < 200; i++) {
            same += hashes(objects);
        }
        System.out.println(same);
        IdentityHashMap<Object, Integer> map = new IdentityHashMap<>();
        for (int i = 0; i < 20000; i++) {
            map.merge(objects[i % objects.length], 1, Integer::sum);
        }
        System.out.println(map.size() + " " + map.get(objects[5]));
        System.out.println(lengths(20000));
        int counts = 0;
        for (int i = 0; i < 8000; i++) {
            counts += broken(new int[] {i}, i % 2).length() + broken("x", 0).length() + broken(new String[] {null}, 0).length();
        }
        System.out.println(counts);
        System.out.println(depth(50) - depth(20));
        String last = "";
        for (int i = 0; i < 3000; i++) {
            last = thrower(i % 2 == 0 ? int.class : String.class, i % 5 - 1);
        }
        System.out.println(last + " " + thrower(long.class, -1));
        System.out.println(copies(20000));
        System.out.println(interned(20000));
        System.out.println(constants(20000));
    }
}
