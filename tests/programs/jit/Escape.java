import java.util.ArrayList;
import java.util.List;

/** Objects that could live in registers, and some that only nearly could. */
public class Escape {
    static final class Point {
        int x;
        int y;
        byte small;
        boolean flag;
        char letter;
        double weight;
        Point other;

        Point(int x, int y) {
            this.x = x;
            this.y = y;
        }

        Point plus(Point p) {
            return new Point(x + p.x, y + p.y);
        }

        synchronized int bump(int by) {
            x += by;
            if (x > 1_000_000) {
                throw new IllegalStateException("high");
            }
            return x;
        }

        int size() {
            return x * x + y * y;
        }
    }

    static final class Random {
        private int seed;
        private final int[] last = new int[4];

        Random(int seed) {
            this.seed = seed;
        }

        synchronized int next() {
            seed = seed * 1309 + 13849 & 0xffff;
            last[seed & 3] = seed;
            return seed;
        }
    }

    static Point kept;
    static int finals;

    static int plain(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            Point a = new Point(i, 1);
            Point b = new Point(2, i);
            sum += a.plus(b).plus(a).size();
        }
        return sum;
    }

    static int narrow(int x) {
        Point p = new Point(x, x);
        int fresh = p.small + p.letter + (p.flag ? 1 : 0) + (p.other == null ? 5 : 0) + (int) p.weight;
        p.small = (byte) x;
        p.letter = (char) x;
        p.flag = (x & 2) != 0;
        p.weight = x / 2.0;
        return fresh * 7 + p.small + p.letter * 3 + (p.flag ? 11 : 13) + (int) (p.weight * 4);
    }

    static int joined(int x) {
        Point p = new Point(x, 3);
        if (x % 3 == 0) {
            p.y = 9;
        } else if (x % 3 == 1) {
            p.x += p.y;
        }
        int i = 0;
        while (i < 5) {
            p.y += p.x;
            if (p.y % 7 == 2) {
                p.x--;
            }
            i++;
        }
        return p.x * 100 + p.y;
    }

    static int sometimes(int x) {
        Point p = new Point(x, x + 1);
        p.weight = 2;
        if (x % 11 == 5) {
            kept = p;
            kept.x = 1000;
        }
        return p.x + p.y;
    }

    static int nested(int x) {
        Point inner = new Point(x, 4);
        Point outer = new Point(7, 8);
        outer.other = inner;
        outer.other.y++;
        Point again = outer.other;
        again.x += 2;
        return inner.x * inner.y + (again == inner ? 1 : 2) + (outer == inner ? 4 : 8);
    }

    static int thrown(int x) {
        Point p = new Point(x, 0);
        int r = 0;
        try {
            for (int i = 0; i < 4; i++) {
                p.y = i;
                r += p.bump(x % 5 == 0 ? 400_000 : 1);
                p.y = i * 10;
            }
        } catch (IllegalStateException e) {
            r -= p.y + p.x;
        } finally {
            finals += p.y;
        }
        return r + p.x;
    }

    static int divided(int x) {
        Point p = new Point(x, 1);
        try {
            p.x = 5;
            p.y = 100 / (x % 4);
            p.x = 6;
        } catch (ArithmeticException e) {
            p.y += 40;
        }
        return p.x * 1000 + p.y;
    }

    static long random(int n, int seed) {
        Random random = new Random(seed);
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum = sum * 3 + random.next() - random.next();
        }
        return sum;
    }

    static int locks(int x) {
        Point p = new Point(x, 0);
        synchronized (p) {
            synchronized (p) {
                p.y++;
            }
            p.bump(2);
        }
        boolean held = Thread.holdsLock(Escape.class);
        return p.x + p.y + (held ? 1 : 0);
    }

    static int heldByOther(int x) throws InterruptedException {
        Point p = new Point(x, 0);
        Thread t = null;
        if (x % 500 == 0) {
            t = new Thread(() -> p.bump(10));
            t.start();
        }
        p.bump(1);
        if (t != null) {
            t.join();
        }
        return p.x;
    }

    static int lists(int n) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(i * 100);
        }
        int sum = 0;
        for (Integer i : list) {
            sum += i;
        }
        return sum + list.stream().mapToInt(i -> i + n).filter(i -> i % 2 == 0).sum();
    }

    static int identity(int x) {
        Point a = new Point(x, x);
        Point b = new Point(x, x);
        Point c = x % 2 == 0 ? a : b;
        return (a == b ? 1 : 0) + (c == a ? 2 : 0) + (c == b ? 4 : 0) + (a.equals(b) ? 8 : 0) + (a.equals(a) ? 16 : 0);
    }

    static Point previous(int n) {
        Point last = null;
        for (int i = 0; i < n; i++) {
            Point p = new Point(i, 0);
            if (last != null) {
                p.y = last.x;
            }
            last = p;
        }
        return last;
    }

    static long run(int round) throws InterruptedException {
        long h = plain(round % 9);
        h = h * 31 + narrow(round * 37);
        h = h * 31 + joined(round);
        h = h * 31 + sometimes(round);
        h = h * 31 + nested(round);
        h = h * 31 + thrown(round);
        h = h * 31 + divided(round);
        h = h * 31 + random(round % 6, round);
        h = h * 31 + locks(round);
        h = h * 31 + heldByOther(round);
        h = h * 31 + lists(round % 5);
        h = h * 31 + identity(round);
        Point last = previous(round % 4);
        return h * 31 + (last == null ? -1 : last.x * 10 + last.y) + (kept == null ? 0 : kept.x + (int) kept.weight);
    }

    public static void main(String[] args) throws InterruptedException {
        long h = 0;
        for (int round = 0; round < 5000; round++) {
            h = h * 1_000_003 + run(round);
            if (round % 1000 == 0) {
                System.out.println(round + " " + Long.toHexString(h));
            }
        }
        System.out.println(Long.toHexString(h) + " " + finals);
    }
}
