import java.util.*;

public class IteratorImpl {
    static class Range implements Iterable<Integer> {
        final int lo, hi, step; Range(int lo, int hi, int step) { this.lo = lo; this.hi = hi; this.step = step; }
        public Iterator<Integer> iterator() {
            return new Iterator<Integer>() {
                int c = lo;
                public boolean hasNext() {
                    return c < hi;
                }
                public Integer next() {
                    if (!hasNext()) throw new NoSuchElementException("end at " + c);
                    int r = c;
                    c += step;
                    return r;
                }
            };
        }
    }

    public static void main(String[] args) throws Exception {
        int s = 0; for (int i : new Range(0, 20, 3)) { s += i; p(i + " " + s); }
        Iterator<Integer> it = new Range(0, 1, 1).iterator(); it.next();
        try { it.next(); } catch (NoSuchElementException e) { p(e); }
        try { it.remove(); } catch (UnsupportedOperationException e) { p(e); }
        new Range(5, 8, 1).forEach(x -> p("each " + x));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
