import java.util.function.IntUnaryOperator;

/**
 * Runs the interpreter's slow paths a hundred thousand times each, on a thread with a host stack of 1 MiB: if one of them
 * left a frame there, it would overflow.
 */
public class FlatHostStack {
    static final int ROUNDS = 100_000;

    interface Shape {
        int area();

        default int twice() {
            return 2 * area();
        }
    }

    static class Square implements Shape, Comparable<Square> {
        int side = 3;
        volatile long stamp;
        volatile Object link;

        public int area() {
            return side * side;
        }

        public int compareTo(Square other) {
            return Integer.compare(side, other.side);
        }

        int side() {
            return side;
        }

        synchronized int locked(boolean fail) {
            if (fail) {
                throw new IllegalStateException();
            }
            return side;
        }
    }

    static class Small extends Square {
        int side() {
            return 1;
        }
    }

    static class Circle implements Shape {
        public int area() {
            return 28;
        }
    }

    static class D1 { }
    static class D2 extends D1 { }
    static class D3 extends D2 { }
    static class D4 extends D3 { }
    static class D5 extends D4 { }
    static class D6 extends D5 { }
    static class D7 extends D6 { }
    static class D8 extends D7 { }
    static class D9 extends D8 { }

    abstract static class Miranda implements Shape {
        int ask() {
            return area();
        }
    }

    static class Leaf extends Miranda {
        public int area() {
            return 5;
        }
    }

    static class Late {
        static int count;

        static int next() {
            return ++count;
        }
    }

    static int thrower(int kind, Object o, int[] array, Object[] objects, int zero) {
        switch (kind) {
            case 0:
                return array[kind + 7];
            case 1:
                array[-1 - kind] = 3;
                return 0;
            case 2:
                return 5 / zero;
            case 3:
                return (int) (5L % zero);
            case 4:
                return ((Square) o).side;
            case 5:
                objects[0] = o;
                return 0;
            case 6:
                return ((Square) null).side;
            case 7:
                ((Square) null).side = 1;
                return 0;
            case 8:
                return ((int[]) null).length;
            case 9:
                return new int[-1 - zero].length;
            case 10:
                return ((Shape) null).area();
            case 11:
                return ((Square) null).side();
            case 12:
                throw new IllegalArgumentException();
            case 13:
                synchronized ((Object) null) {
                    return 1;
                }
            default:
                throw (RuntimeException) null;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(FlatHostStack::run);
        thread.start();
        thread.join();
    }

    static void run() {
        long sum = 0;
        for (int kind = 0; kind < 15; kind++) {
            int caught = 0;
            for (int i = 0; i < ROUNDS; i++) {
                try {
                    thrower(kind, "text", new int[4], new Integer[1], 0);
                } catch (RuntimeException e) {
                    caught++;
                }
            }
            sum += caught;
        }
        System.out.println(sum);

        Shape[] shapes = {new Square(), new Circle(), new Small(), () -> 7, new Leaf()};
        Object[] objects = {new Square(), "s", new D9(), new int[1][1], new D1(), 5};
        Object[] sink = new Object[4];
        Shape[] narrow = new Shape[1];
        Square[] squares = {new Square(), new Small()};
        Object deep = new D9();
        sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Shape shape = shapes[i % 5];
            sum += shape.area() + shape.twice() + shape.hashCode() * 0;
            Object o = objects[i % 6];
            if (o instanceof Shape) {
                sum += ((Shape) o).area();
            }
            if (o instanceof Comparable<?>) {
                sum++;
            }
            if (o instanceof D8) {
                sum += 2;
            }
            if (o instanceof Object[]) {
                sum += ((Object[]) o).length;
            }
            sum += ((D9) deep).hashCode() * 0;
            narrow[0] = shape;
            sink[i & 3] = new int[1500];
            sink[i & 3] = new int[i & 7][i & 3];
            sink[(i + 1) & 3] = new D9();
            Square square = squares[i & 1];
            sum += square.side() + square.locked(false);
            square.stamp = i;
            square.link = o;
            sum += square.stamp + (square.link == o ? 1 : 0);
            synchronized (square) {
                sum += System.identityHashCode(square) * 0;
            }
            sum += ((Miranda) shapes[4]).ask() + Late.next();
            sum += Math.max(i, 3) + (int) Math.sqrt(i) + (int) (i % 2.5);
            int captured = i;
            IntUnaryOperator operator = x -> x + captured;
            sum += operator.applyAsInt(1);
        }
        System.out.println(sum);

        sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                sum += squares[0].locked(i % 2 == 0);
            } catch (IllegalStateException e) {
                sum++;
            }
            sum += ("a" + i + 'c' + (i * 0.5) + squares[0].side).length();
            switch ("k" + i % 3) {
                case "k0":
                    sum++;
                    break;
                case "k1":
                    sum += 2;
                    break;
                default:
                    break;
            }
        }
        System.out.println(sum);
    }
}
