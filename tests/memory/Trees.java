/** Short-lived binary trees beside a long-lived one. */
public class Trees {
    static final class Node {
        Node left, right;
        Node(Node left, Node right) { this.left = left; this.right = right; }
        int count() { return left == null ? 1 : 1 + left.count() + right.count(); }
    }

    static Node make(int depth) {
        return depth == 0 ? new Node(null, null) : new Node(make(depth - 1), make(depth - 1));
    }

    public static void main(String[] args) {
        Node old = make(18);
        Live.report(args);
        long sum = 0;
        for (int i = 0; i < 120; i++) sum += make(14).count();
        System.out.println(sum + " " + old.count());
    }
}
