/** Recursion over linked lists: the Takeuchi function on lengths, append, reverse, merge sort. */
public class Lists {
    static final class Cell {
        final int head;
        final Cell tail;

        Cell(int head, Cell tail) {
            this.head = head;
            this.tail = tail;
        }

        static Cell countdown(int n) {
            return n == 0 ? null : new Cell(n, countdown(n - 1));
        }
    }

    static boolean shorter(Cell x, Cell y) {
        while (y != null) {
            if (x == null) {
                return true;
            }
            x = x.tail;
            y = y.tail;
        }
        return false;
    }

    static Cell tak(Cell x, Cell y, Cell z) {
        return shorter(y, x) ? tak(tak(x.tail, y, z), tak(y.tail, z, x), tak(z.tail, x, y)) : z;
    }

    static int length(Cell c) {
        return c == null ? 0 : 1 + length(c.tail);
    }

    static Cell append(Cell a, Cell b) {
        return a == null ? b : new Cell(a.head, append(a.tail, b));
    }

    static Cell reverse(Cell c, Cell done) {
        return c == null ? done : reverse(c.tail, new Cell(c.head, done));
    }

    static Cell merge(Cell a, Cell b) {
        if (a == null) {
            return b;
        }
        if (b == null) {
            return a;
        }
        return a.head <= b.head ? new Cell(a.head, merge(a.tail, b)) : new Cell(b.head, merge(a, b.tail));
    }

    static Cell sort(Cell c, int n) {
        if (n < 2) {
            return c == null ? null : new Cell(c.head, null);
        }
        int half = n / 2;
        Cell rest = c;
        for (int i = 0; i < half; i++) {
            rest = rest.tail;
        }
        return merge(sort(c, half), sort(rest, n - half));
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int round = 0; round < 40; round++) {
            sum = sum * 31 + length(tak(Cell.countdown(15), Cell.countdown(10), Cell.countdown(6)));
            Cell random = null;
            int seed = round + 1;
            for (int i = 0; i < 1000; i++) {
                seed = seed * 1103515245 + 12345;
                random = new Cell(seed >>> 16 & 0x3ff, random);
            }
            for (int k = 0; k < 4; k++) {
                int at = 1;
                for (Cell c = sort(append(random, reverse(random, null)), 2000); c != null; c = c.tail) {
                    sum += (long) at++ * c.head;
                }
            }
        }
        System.out.println(sum);
    }
}
