import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Moving circles: a grid of cells as a hash map of lists finds near pairs, exact times of collision decide; many small immutable objects. */
public class Collisions {
    static final class Vec {
        final double x;
        final double y;

        Vec(double x, double y) {
            this.x = x;
            this.y = y;
        }

        Vec plus(Vec o) {
            return new Vec(x + o.x, y + o.y);
        }

        Vec minus(Vec o) {
            return new Vec(x - o.x, y - o.y);
        }

        Vec times(double k) {
            return new Vec(x * k, y * k);
        }

        double dot(Vec o) {
            return x * o.x + y * o.y;
        }
    }

    static final class Cell {
        final int x;
        final int y;

        Cell(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public int hashCode() {
            return x * 31 + y;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Cell && ((Cell) o).x == x && ((Cell) o).y == y;
        }
    }

    static final class Craft {
        final int id;
        Vec from;
        Vec to;

        Craft(int id, Vec at) {
            this.id = id;
            from = at;
            to = at;
        }
    }

    static final double RADIUS = 0.5;
    static final double SIZE = 2;

    /** Whether two crafts come nearer than their radii between their places. */
    static boolean collide(Craft a, Craft b) {
        Vec start = a.from.minus(b.from);
        Vec way = a.to.minus(a.from).minus(b.to.minus(b.from));
        double q = way.dot(way);
        double t = q == 0 ? 0 : -start.dot(way) / q;
        Vec nearest = start.plus(way.times(Math.max(0, Math.min(1, t))));
        return nearest.dot(nearest) < 4 * RADIUS * RADIUS;
    }

    static void enter(Map<Cell, List<Craft>> grid, Craft c) {
        int x0 = (int) Math.floor((Math.min(c.from.x, c.to.x) - RADIUS) / SIZE);
        int x1 = (int) Math.floor((Math.max(c.from.x, c.to.x) + RADIUS) / SIZE);
        int y0 = (int) Math.floor((Math.min(c.from.y, c.to.y) - RADIUS) / SIZE);
        int y1 = (int) Math.floor((Math.max(c.from.y, c.to.y) + RADIUS) / SIZE);
        for (int x = x0; x <= x1; x++) {
            for (int y = y0; y <= y1; y++) {
                grid.computeIfAbsent(new Cell(x, y), k -> new ArrayList<>()).add(c);
            }
        }
    }

    static int frame(List<Craft> crafts) {
        Map<Cell, List<Craft>> grid = new HashMap<>();
        for (Craft c : crafts) {
            enter(grid, c);
        }
        TreeMap<Long, Boolean> hits = new TreeMap<>();
        for (List<Craft> near : grid.values()) {
            for (int i = 0; i < near.size(); i++) {
                for (int j = i + 1; j < near.size(); j++) {
                    Craft a = near.get(i);
                    Craft b = near.get(j);
                    if (collide(a, b)) {
                        hits.put((long) Math.min(a.id, b.id) << 32 | Math.max(a.id, b.id), true);
                    }
                }
            }
        }
        return hits.size();
    }

    public static void main(String[] args) {
        List<Craft> crafts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            crafts.add(new Craft(i, new Vec(i % 25 * 2, i / 25 * 2)));
        }
        long sum = 0;
        for (int time = 1; time <= 150; time++) {
            for (Craft c : crafts) {
                double angle = time * 0.05 * (c.id % 7 - 3);
                c.from = c.to;
                c.to = new Vec(c.id % 25 * 2 + 2 * Math.cos(angle) * (c.id % 3), c.id / 25 * 2 + Math.sin(angle) * 2);
            }
            sum = sum * 5 + frame(crafts);
        }
        System.out.println(sum);
    }
}
