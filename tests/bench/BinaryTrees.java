/** Allocates and drops many small trees. */
public class BinaryTrees {
    static final class Node {
        final Node left;
        final Node right;

        Node(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        int check() {
            return left == null ? 1 : 1 + left.check() + right.check();
        }
    }

    static Node build(int depth) {
        return depth == 0 ? new Node(null, null) : new Node(build(depth - 1), build(depth - 1));
    }

    public static void main(String[] args) {
        int max = 15;
        Node longLived = build(max);
        long sum = 0;
        for (int depth = 4; depth <= max; depth += 2) {
            int rounds = 1 << (max - depth + 4);
            for (int i = 0; i < rounds; i++) {
                sum += build(depth).check();
            }
        }
        System.out.println(sum + longLived.check());
    }
}
