import java.util.HashMap;
import java.util.Map;

/** Code that runs for the first time long after its method was compiled: calls, fields, classes, exceptions, strings. */
public class LateCode {
    interface Shape {
        double area();
    }

    static final class Square implements Shape {
        final double side;

        Square(double side) {
            this.side = side;
        }

        public double area() {
            return side * side;
        }
    }

    static final class Circle implements Shape {
        static int made;
        final double radius;

        Circle(double radius) {
            this.radius = radius;
            made++;
        }

        public double area() {
            return 3 * radius * radius;
        }
    }

    static int failures;

    static int work(int phase, int i) {
        switch (phase) {
            case 0:
                return i * 3 + 1;
            case 1:
                Shape s = i % 2 == 0 ? new Circle(i) : new Square(i);
                return (int) s.area() + Circle.made % 10;
            case 2:
                if (i % 5 == 0) {
                    throw new IllegalStateException("at " + i);
                }
                return helper(i) + Integer.parseInt("1" + i % 10);
            default:
                Map<Integer, String> map = new HashMap<>();
                map.put(i, "v" + i);
                map.merge(i, "w", String::concat);
                return map.get(i).length() + map.hashCode() % 7;
        }
    }

    static int helper(int i) {
        int r = 0;
        for (int k = 0; k < 5; k++) {
            if (i > 100) {
                r += deeper(i, k);
            }
            r ^= k;
        }
        return r;
    }

    static int deeper(int i, int k) {
        if (k == 4 && i == 20_007) {
            throw new ArithmeticException("deep");
        }
        return i % (k + 1);
    }

    static long loop(int phases, int n) {
        long sum = 0;
        for (int phase = 0; phase < phases; phase++) {
            for (int i = 0; i < n; i++) {
                try {
                    sum = sum * 31 + work(phase, i);
                } catch (IllegalStateException e) {
                    failures++;
                    sum += e.getMessage().length();
                } catch (ArithmeticException e) {
                    sum += e.getMessage().hashCode();
                    StackTraceElement top = e.getStackTrace()[0];
                    System.out.println(top.getMethodName() + ":" + top.getLineNumber() + " "
                            + e.getStackTrace()[1].getMethodName() + ":" + e.getStackTrace()[1].getLineNumber());
                }
            }
        }
        return sum;
    }

    /** Natives called from compiled code: their exceptions and frames. */
    static int natives(int n) {
        int sum = 0;
        Object[] from = new Object[8];
        Object[] to = new String[8];
        for (int i = 0; i < n; i++) {
            from[i % 8] = i % 1000 == 999 ? (Object) i : "s" + i;
            try {
                System.arraycopy(from, i % 9, to, 0, 1);
                sum += to[0] == null ? 1 : to[0].hashCode();
            } catch (ArrayStoreException e) {
                sum += 7;
            } catch (ArrayIndexOutOfBoundsException e) {
                sum += 11;
                StackTraceElement[] trace = e.getStackTrace();
                if (!trace[0].getMethodName().equals("arraycopy") || !trace[0].isNativeMethod()) {
                    System.out.println(trace[0]);
                }
            }
            Object fresh = new Object();
            int hash = System.identityHashCode(fresh);
            byte[] garbage = new byte[64];
            if (hash != fresh.hashCode() || garbage.getClass() != byte[].class) {
                System.out.println("another hash");
            }
            int[] copy = {i, i + 1};
            int[] clone = copy.clone();
            clone[0]++;
            sum += clone[0] - copy[1] + (i % 3 == 0 ? "abc" + i : "x").intern().length();
        }
        return sum;
    }

    public static void main(String[] args) {
        System.out.println(loop(1, 30_000));
        System.out.println(loop(4, 30_000));
        System.out.println(loop(4, 30_000));
        System.out.println(failures);
        System.out.println(natives(20_000));
    }
}
