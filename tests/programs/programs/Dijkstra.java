import java.util.*;

public class Dijkstra {
    public static void main(String[] args) throws Exception {
        int[][] e = {{0, 1, 7}, {0, 2, 9}, {0, 5, 14}, {1, 2, 10}, {1, 3, 15}, {2, 3, 11}, {2, 5, 2}, {3, 4, 6}, {4, 5, 9}};
        Map<Integer, List<int[]>> g = new HashMap<>();
        for (int[] x : e) {
            g.computeIfAbsent(x[0], k -> new ArrayList<>()).add(new int[] {x[1], x[2]});
            g.computeIfAbsent(x[1], k -> new ArrayList<>()).add(new int[] {x[0], x[2]});
        }
        int[] d = new int[6];
        Arrays.fill(d, Integer.MAX_VALUE);
        d[0] = 0;
        PriorityQueue<int[]> q = new PriorityQueue<>(Comparator.comparingInt(x -> x[1]));
        q.add(new int[] {0, 0});
        while (!q.isEmpty()) {
            int[] c = q.poll();
            if (c[1] > d[c[0]]) continue;
            for (int[] n : g.get(c[0])) if (c[1] + n[1] < d[n[0]]) q.add(new int[] {n[0], d[n[0]] = c[1] + n[1]});
        }
        p(Arrays.toString(d));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
