import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is boxed and unboxed: sums in variables of box types, identity of shared and fresh boxes, null, casts, exceptions. */
public class Boxes {
    static Object sink;
    static Integer nothing;

    static long sums(int n) {
        Integer sum = 0;
        Long wide = 0L;
        Double real = 0.0;
        Float single = 1f;
        Short small = 0;
        Byte tiny = 0;
        Character c = 'a';
        Boolean flip = false;
        for (int i = 0; i < n; i++) {
            Integer x = i;
            sum += x;
            wide = wide + x * 3L;
            real += 0.5;
            single = single * 1.0001f;
            small = (short) (small + 1000);
            tiny = (byte) (tiny + 7);
            c++;
            flip = !flip;
        }
        return sum + wide + real.longValue() + single.intValue() + small + tiny + c + (flip ? 1 : 0);
    }

    static Integer returned(int n, boolean early) {
        Integer best = -1;
        for (int i = 0; i < n; i++) {
            if (i % 7 == 3) {
                best = i;
            }
            if (early && i == 100) {
                return best;
            }
        }
        return best;
    }

    static synchronized Integer locked(int n) {
        Integer sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i & 3;
        }
        return sum;
    }

    static int same(int value) {
        Integer a = value;
        Integer b = value;
        Object c = a;
        return (a == b ? 1 : 0) + (a.equals(b) ? 2 : 0) + (c == a ? 4 : 0) + (a != null ? 8 : 0);
    }

    static int keepsIdentity(int n) {
        int twice = 0;
        Integer x = 0;
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            x = i * 100;
            list.add(x);
            list.add(x);
        }
        for (int i = 0; i < list.size(); i += 2) {
            twice += list.get(i) == list.get(i + 1) ? 1 : 0;
        }
        return twice + (x == list.get(list.size() - 1) ? 1000 : 0);
    }

    static int maybeNull(int n) {
        int nulls = 0;
        Integer x = null;
        for (int i = 0; i < n; i++) {
            if (x == null) {
                nulls++;
            }
            x = i % 3 == 0 ? nothing : Integer.valueOf(i);
        }
        try {
            nulls += x;
        } catch (NullPointerException e) {
            nulls += 1000000;
        }
        return nulls;
    }

    static String casts(int n) {
        Object o = 1;
        int wrong = 0;
        for (int i = 0; i < n; i++) {
            try {
                if (i % 50 == 7) {
                    wrong += ((String) o).length();
                } else if (o instanceof Number number) {
                    o = number.intValue() + 1;
                }
            } catch (ClassCastException e) {
                wrong++;
            }
        }
        return o + " " + o.getClass().getName() + " " + wrong;
    }

    static int caught(int n) {
        Integer at = -1;
        int sum = 0;
        for (int i = 0; i < n; i++) {
            try {
                at = i;
                sum += 100 / (i % 5);
                at = -2;
            } catch (ArithmeticException e) {
                sum += at;
            }
        }
        return sum + at;
    }

    static <T> T pick(boolean first, T a, T b) {
        return first ? a : b;
    }

    static int generic(int n) {
        Function<Integer, Integer> twice = x -> x * 2;
        BiFunction<Integer, Integer, Integer> add = Integer::sum;
        Integer sum = 0;
        for (int i = 0; i < n; i++) {
            sum = add.apply(sum, twice.andThen(x -> x + 1).apply(pick(i % 2 == 0, i, -i)));
        }
        return sum;
    }

    static void narrow(int n) {
        Byte b = Byte.MIN_VALUE;
        Short s = Short.MIN_VALUE;
        Character c = Character.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            b++;
            s--;
            c--;
            if (i == n / 2) {
                System.out.println(b + " " + s + " " + (int) c + " " + (b == Byte.valueOf((byte) (b + 0))));
            }
        }
        System.out.println(b + " " + s + " " + (int) c.charValue());
    }

    static int range(int from, int to) {
        int shared = 0;
        for (int i = from; i < to; i++) {
            Object a = i;
            sink = a;
            shared += a == (Object) Integer.valueOf(i) ? 1 : 0;
            Long l = (long) i;
            sink = l;
            shared += sink == (Object) Long.valueOf(i) ? 1000 : 0;
            Short s = (short) i;
            sink = s;
            shared += sink == (Object) Short.valueOf((short) i) ? 1000000 : 0;
        }
        return shared;
    }

    static int chars() {
        int shared = 0;
        for (int i = 0; i < 65536; i++) {
            Object a = (char) i;
            sink = a;
            shared += a == (Object) Character.valueOf((char) i) ? 1 : 0;
        }
        return shared;
    }

    static String counted(String[] words) {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 4000; i++) {
            map.merge(words[i % words.length], 1, Integer::sum);
            map.computeIfPresent("b", (k, v) -> v > 1000 ? null : v);
        }
        return new java.util.TreeMap<>(map).toString();
    }

    public static void main(String[] args) {
        for (int round = 0; round < 40; round++) {
            long a = sums(3000 + round);
            Integer b = returned(500 + round, round % 2 == 0);
            int c = locked(900);
            int d = same(round) + same(round + 1000) * 100 + same(127 + round) * 10000;
            int e = keepsIdentity(200);
            int f = maybeNull(301 + round);
            int g = caught(300 + round);
            int h = generic(700);
            int i = range(-300, 300);
            if (round % 8 == 0) {
                System.out.println(a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h + " " + i + " " + chars());
                System.out.println(casts(400 + round));
                narrow(1000 + round * 37);
                System.out.println(counted("a b c d b e f b g".split(" ")));
            }
        }
        Integer total = 0;
        for (int i = 0; i < 3_000_000; i++) {
            total += i % 10;
        }
        System.out.println(total);
    }
}
