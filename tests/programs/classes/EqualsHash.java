import java.util.*;

public class EqualsHash {
    static final class Point implements Comparable<Point> {
        final int x, y;
        Point(int x, int y) { this.x = x; this.y = y; }
        @Override public boolean equals(Object o) { return o instanceof Point && ((Point) o).x == x && ((Point) o).y == y; }
        @Override public int hashCode() { return 31 * x + y; }
        @Override public int compareTo(Point o) { return x != o.x ? Integer.compare(x, o.x) : Integer.compare(y, o.y); }
        @Override public String toString() { return "(" + x + "," + y + ")"; }
    }

    public static void main(String[] args) throws Exception {
        Set<Point> set = new HashSet<>();
        for (int i = 0; i < 20; i++) { set.add(new Point(i % 4, i % 3)); }
        p(set.size() + " " + set.contains(new Point(3, 2)) + " " + set.contains(new Point(4, 0)));
        p(new TreeSet<>(set));
        p(Objects.hash(1, "a", null) + " " + Objects.equals(null, null) + " " + Objects.hashCode(null) + " " + Arrays.hashCode(new int[] {1, 2}));
        p(set);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
