import java.util.*;
import java.util.function.*;

/** Methods with several loops: code made for one loop meets what never ran before. */
public class Phases {
    interface Shape { double area(); }
    record Square(double side) implements Shape { public double area() { return side * side; } }
    record Circle(double radius) implements Shape { public double area() { return 3 * radius * radius; } }
    record Ring(double outer, double inner) implements Shape { public double area() { return 3 * (outer * outer - inner * inner); } }

    static class Lazy {
        static final int[] TABLE = new int[64];
        static { for (int i = 0; i < TABLE.length; i++) TABLE[i] = i * i; }
        static int at(int i) { return TABLE[i & 63]; }
    }

    /** A class whose own initialiser has the loops: its statics stay unresolved in there. */
    static class Slow {
        static long sum;
        static final List<Long> seen = new ArrayList<>();
        static {
            for (int i = 0; i < 60000; i++) sum += i;
            for (int i = 0; i < 60000; i++) { sum ^= i; if (i % 20000 == 0) seen.add(sum); }
        }
    }

    static long phases(int n) {
        int a = 1;
        long b = 2;
        float c = 3;
        double d = 4;
        String dead = "dead" + n;
        String kept = "kept" + dead.length();
        int[] numbers = new int[16];
        for (int i = 0; i < n; i++) { a = a * 31 + i; b += a; c += 0.5f; d *= 1.0000001; numbers[i & 15] += a; }
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Shape s = i % 3 == 0 ? new Square(i) : new Circle(i);
            if (i % 64 == 0) shapes.add(s);
            d += s.area() * 1e-9;
        }
        StringBuilder text = new StringBuilder();
        for (Shape s : shapes) { text.append((long) s.area()).append(','); if (text.length() > 50) text.setLength(0); }
        Map<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < n; i++) map.merge(Lazy.at(i) % 10, kept, (x, y) -> x.length() > 20 ? y : x + "!");
        System.out.println(a + " " + b + " " + c + " " + (long) (d * 1e3) + " " + Arrays.hashCode(numbers) + " " + shapes.size() + " " + text + " " + map);
        return b;
    }

    static int rare(int n) {
        int caught = 0, odd = 0;
        Object last = null;
        for (int i = 0; i < n; i++) {
            try {
                if (i % 5000 == 4999) last = List.of(i, "at", last == null ? "start" : last.getClass().getSimpleName().isEmpty());
                if (i % 7000 == 6999) throw new IllegalStateException("at " + i);
                odd += i & 1;
            } catch (IllegalStateException e) {
                caught += e.getMessage().length();
            } finally {
                if (i == n - 1) System.out.println("last " + last);
            }
        }
        return caught * 1000 + odd % 1000;
    }

    static final Object LOCK = new Object();

    static synchronized int locked(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) sum += i ^ 3;
        synchronized (LOCK) {
            for (int i = 0; i < n; i++) {
                sum += i % 3;
                if (i == n / 2) sum += Objects.hash(i, sum);
            }
        }
        if (!Thread.holdsLock(Phases.class) || Thread.holdsLock(LOCK)) throw new AssertionError();
        return sum;
    }

    static int nested(int n) {
        int found = 0;
        outer:
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i * j == 899 * 31) { found += new StringJoiner("-").add("" + i).add("" + j).toString().length(); continue outer; }
                if (i + j == 2 * n - 3) { found += Optional.of(i).map(x -> x + 1).get(); break outer; }
            }
        }
        return found;
    }

    static String thrown(int n) {
        int i = 0;
        for (; i < n; i++) if (i < 0) return "no";
        int[] small = new int[3];
        for (i = 0; i < n; i++) {
            int k = i * 2 / n + (i == n - 1 ? 2 : 0);
            small[k] += new Random(i).nextInt(2) + 1;
        }
        return "not reached";
    }

    double half = 0.5;
    double instance(int n) {
        double x = 0;
        for (int i = 0; i < n; i++) x += half;
        DoubleUnaryOperator f = v -> v + half;
        for (int i = 0; i < n; i++) x = f.applyAsDouble(x);
        return x;
    }

    public static void main(String[] args) {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 30000;
        for (int round = 0; round < 2; round++) phases(n);
        System.out.println(rare(n * 2));
        System.out.println(locked(n));
        System.out.println(nested(900));
        try {
            System.out.println(thrown(n));
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage() + " " + e.getStackTrace()[0].getMethodName() + " " + e.getStackTrace().length);
        }
        System.out.println(new Phases().instance(n));
        System.out.println(Slow.sum + " " + Slow.seen);
        int k = 0;
        for (int i = 0; i < n; i++) k += i;
        Thread t = new Thread(() -> { long s = 0; for (int i = 0; i < 50000; i++) s += i; for (int i = 0; i < 50000; i++) s += Integer.toString(i).length(); System.out.println(s); });
        t.start();
        try { t.join(); } catch (InterruptedException e) { throw new AssertionError(e); }
        for (int i = 0; i < n; i++) k += new int[] {i, k}[i & 1];
        System.out.println(k + " " + new Exception().getStackTrace().length);
    }
}
