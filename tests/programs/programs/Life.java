public class Life {
    public static void main(String[] args) throws Exception {
        boolean[][] g = new boolean[10][20];
        for (int[] c : new int[][] {{1, 2}, {2, 3}, {3, 1}, {3, 2}, {3, 3}}) g[c[0]][c[1]] = true;
        for (int gen = 0; gen < 8; gen++) {
            boolean[][] n = new boolean[10][20];
            for (int y = 0; y < 10; y++) for (int x = 0; x < 20; x++) {
                int k = 0;
                for (int dy = -1; dy < 2; dy++) for (int dx = -1; dx < 2; dx++) if ((dy | dx) != 0 && g[(y + dy + 10) % 10][(x + dx + 20) % 20]) k++;
                n[y][x] = k == 3 || k == 2 && g[y][x];
            }
            g = n;
        }
        for (boolean[] r : g) {
            StringBuilder sb = new StringBuilder();
            for (boolean b : r) sb.append(b ? '#' : '.');
            p(sb);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
