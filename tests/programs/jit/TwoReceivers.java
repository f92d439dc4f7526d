import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Calls whose receivers are of two classes that take turns, then of a third, then null. */
public class TwoReceivers {
    abstract static class Shape {
        int seen;

        abstract long area(int scale);

        Shape grown() {
            seen++;
            return this;
        }
    }

    static final class Square extends Shape {
        final int side;

        Square(int side) {
            this.side = side;
        }

        @Override
        long area(int scale) {
            return (long) side * side * scale;
        }
    }

    static class Strip extends Shape {
        final int length;

        Strip(int length) {
            this.length = length;
        }

        @Override
        long area(int scale) {
            if (length == 13) {
                throw new IllegalStateException("13");
            }
            return length + scale;
        }

        @Override
        Shape grown() {
            seen += 2;
            return new Square(length);
        }
    }

    static final class Late extends Strip {
        Late(int length) {
            super(length);
        }

        @Override
        long area(int scale) {
            return -length;
        }
    }

    interface Step {
        int next(int x);
    }

    static final class Twice implements Step {
        public int next(int x) {
            return x * 2;
        }
    }

    static final class More implements Step {
        int calls;

        public int next(int x) {
            calls++;
            return x + calls % 3;
        }
    }

    static long total(Shape[] shapes, int rounds) {
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            Shape s = shapes[i % shapes.length];
            try {
                sum = sum * 3 + s.area(i % 7);
                sum += s.grown().seen;
            } catch (IllegalStateException e) {
                sum ^= 0x55;
            } catch (NullPointerException e) {
                sum += 1000;
            }
        }
        return sum;
    }

    static int steps(Step[] steps, int rounds) {
        int x = 1;
        for (int i = 0; i < rounds; i++) {
            x = steps[i % steps.length].next(x);
        }
        return x;
    }

    static long lists(List<Integer> a, List<Integer> b, int rounds) {
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            List<Integer> l = (i & 1) == 0 ? a : b;
            l.add(i);
            sum += l.get(l.size() - 1) + (l.isEmpty() ? 1 : 0);
            for (int x : l) {
                sum ^= x;
            }
            if (l.size() > 8) {
                l.clear();
            }
        }
        return sum;
    }

    static int operators(IntUnaryOperator f, IntUnaryOperator g, int rounds) {
        int x = 0;
        for (int i = 0; i < rounds; i++) {
            x = ((i & 1) == 0 ? f : g).applyAsInt(x) + i;
        }
        return x;
    }

    /** A virtual call in a method that recurs. */
    static long deep(Shape a, Shape b, int n) {
        return n <= 0 ? a.area(1) : deep(b, a, n - 1) + deep(a, b, n - 2) + b.area(n);
    }

    static int ack(int m, int n) {
        return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
    }

    static int overflow(int n, int[] reached) {
        reached[0] = Math.max(reached[0], n);
        return overflow(n + 1, reached) + overflow(n + 2, reached);
    }

    public static void main(String[] args) {
        Shape[] two = {new Square(3), new Strip(5), new Square(7), new Strip(13)};
        for (int i = 0; i < 10; i++) {
            System.out.println(total(two, 4000));
        }
        Shape[] three = {new Square(3), new Late(5), new Strip(6), null, new Strip(13)};
        for (int i = 0; i < 10; i++) {
            System.out.println(total(i % 2 == 0 ? three : two, 4000));
        }
        Step[] steps = {new Twice(), new More()};
        System.out.println(steps(steps, 30000));
        System.out.println(steps(new Step[] {new Twice(), x -> x ^ 99, new More()}, 30000));
        System.out.println(lists(new ArrayList<>(), new LinkedList<>(), 20000));
        System.out.println(lists(new ArrayList<>(), new ArrayList<>(), 20000));
        int add = args.length + 3;
        System.out.println(operators(x -> x + add, x -> x * 31, 30000));
        for (int i = 0; i < 5; i++) {
            System.out.println(deep(new Square(i), new Strip(i), 14));
        }
        System.out.println(ack(2, 300) + " " + ack(3, 6));
        int[] reached = {0};
        for (int i = 0; i < 3; i++) {
            try {
                overflow(0, reached);
            } catch (StackOverflowError e) {
                System.out.println(reached[0] > 500);
            }
        }
    }
}
