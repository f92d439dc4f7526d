/** A large graph whose edges change all the time: old objects lead to young ones. */
public class Graph {
    static final class Node {
        Node[] out = new Node[4];
        int id;
        Node(int id) { this.id = id; }
    }

    public static void main(String[] args) {
        int n = 400000;
        Node[] nodes = new Node[n];
        for (int i = 0; i < n; i++) nodes[i] = new Node(i);
        long seed = 1;
        for (int i = 0; i < n * 4; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            nodes[i % n].out[i & 3] = nodes[(int) ((seed >>> 33) % n)];
        }
        Live.report(args);
        for (int round = 0; round < 1500000; round++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            int at = (int) ((seed >>> 33) % n);
            Node fresh = new Node(at);
            System.arraycopy(nodes[at].out, 0, fresh.out, 0, 4);
            nodes[at] = fresh;
            nodes[(int) ((seed >>> 20 & 0x7fffffff) % n)].out[round & 3] = fresh;
        }
        long sum = 0;
        for (Node node : nodes) for (Node o : node.out) sum += o.id;
        System.out.println(sum);
    }
}
