import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Maps and sets with integer, string and record-like keys. */
public class HashMaps {
    static final class Point {
        final int x;
        final int y;

        Point(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point && ((Point) other).x == x && ((Point) other).y == y;
        }

        @Override
        public int hashCode() {
            return x * 31 + y;
        }
    }

    static long integers(int count) {
        Map<Integer, Integer> map = new HashMap<>();
        int key = 1;
        for (int i = 0; i < count; i++) {
            key = key * 1664525 + 1013904223;
            map.merge(key >>> 20, 1, Integer::sum);
        }
        long sum = 0;
        for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            sum += (long) entry.getKey() * entry.getValue();
        }
        return sum;
    }

    static long words(int count) {
        String[] words = new String[500];
        for (int i = 0; i < words.length; i++) {
            words[i] = "word" + i * 37 % 400;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String word = words[i * 7 % words.length];
            Integer old = counts.get(word);
            counts.put(word, old == null ? 1 : old + 1);
        }
        long sum = 0;
        for (Map.Entry<String, Integer> entry : new TreeMap<>(counts).entrySet()) {
            sum = sum * 31 + entry.getKey().hashCode() + entry.getValue();
        }
        return sum;
    }

    static long points(int count) {
        Set<Point> seen = new HashSet<>();
        int x = 0;
        int y = 0;
        int seed = 7;
        for (int i = 0; i < count; i++) {
            seed = seed * 1103515245 + 12345;
            switch (seed >>> 28 & 3) {
                case 0:
                    x++;
                    break;
                case 1:
                    x--;
                    break;
                case 2:
                    y++;
                    break;
                default:
                    y--;
                    break;
            }
            seen.add(new Point(x, y));
        }
        return seen.size();
    }

    public static void main(String[] args) {
        System.out.println(integers(300_000) + " " + words(500_000) + " " + points(250_000));
    }
}
