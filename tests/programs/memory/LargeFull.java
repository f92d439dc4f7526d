import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Full collections of a heap that is large enough for several threads: everything keeps its contents, identity and locks. */
public class LargeFull {
    static final class Node {
        final int id;
        final byte[] filling;
        Node left, right;
        Object extra;

        Node(int id, int size) {
            this.id = id;
            filling = new byte[size];
            filling[size / 2] = (byte) id;
        }
    }

    public static void main(String[] args) {
        final int count = 1500;
        Object[] table = new Object[40000];
        Node[] nodes = new Node[count];
        int[] hashes = new int[count];
        Map<Object, Integer> identities = new IdentityHashMap<>();
        List<WeakReference<Node>> weak = new ArrayList<>();
        ReferenceQueue<Node> queue = new ReferenceQueue<>();
        long seed = 7;
        for (int i = 0; i < count; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            Node node = new Node(i, (int) (seed >>> 52) + 4000);
            nodes[i] = node;
            if (i % 3 == 0) {
                hashes[i] = System.identityHashCode(node);
                identities.put(node, i);
            }
            if (i % 5 == 0) weak.add(new WeakReference<>(node, queue));
            if (i > 0) {
                node.left = nodes[(int) (seed >>> 33) % i];
                nodes[(int) (seed >>> 20 & 0xffff) % i].right = node;
            }
            for (int slot = i; slot < table.length; slot += count) table[slot] = node;
        }
        // A list: a chain that one thread marks while others look for work.
        Node first = null;
        for (int i = 0; i < 500; i++) {
            Node link = new Node(i, 16);
            link.extra = first;
            first = link;
        }
        int gone = 0;
        for (int round = 0; round < 6; round++) {
            synchronized (nodes[round * 21]) {
                System.gc();
                nodes[round * 21].extra = "round " + round;
            }
            check(nodes, hashes, table, first);
            // Every seventh of those left dies, unless others lead to it.
            for (int i = round + 1; i < count; i += 7) {
                Node node = nodes[i];
                if (node == null || node.extra != null) continue;
                nodes[i] = null;
                identities.remove(node);
                for (int slot = i; slot < table.length; slot += count) table[slot] = null;
            }
            for (Node node : nodes) {
                if (node == null) continue;
                if (node.left != null && nodes[node.left.id] == null) node.left = null;
                if (node.right != null && nodes[node.right.id] == null) node.right = null;
            }
        }
        System.gc();
        check(nodes, hashes, table, first);
        for (WeakReference<Node> r : weak) if (r.get() == null) gone++;
        int left = 0;
        int held = 0;
        long sum = 0;
        for (Node node : nodes) {
            if (node == null) continue;
            left++;
            if (identities.containsKey(node)) held++;
            sum += node.id + (node.left == null ? 0 : node.left.id) + (node.right == null ? 0 : node.right.id);
        }
        System.out.println(left + " nodes, " + held + " by identity of " + identities.size() + ", " + gone + " gone, sum " + sum);
        System.out.println(nodes[0].extra + ", " + nodes[105].extra);
    }

    static void check(Node[] nodes, int[] hashes, Object[] table, Node first) {
        for (int i = 0; i < nodes.length; i++) {
            Node node = nodes[i];
            if (node == null) continue;
            if (node.id != i || node.filling[node.filling.length / 2] != (byte) i) throw new AssertionError("contents of " + i);
            if (hashes[i] != 0 && System.identityHashCode(node) != hashes[i]) throw new AssertionError("identity of " + i);
            for (int slot = i; slot < table.length; slot += nodes.length) {
                if (table[slot] != node) throw new AssertionError("slot " + slot);
            }
        }
        int links = 0;
        for (Node link = first; link != null; link = (Node) link.extra) links++;
        if (links != 500) throw new AssertionError(links + " links");
    }
}
