/** A list of ten million nodes, walked while garbage is made. */
public class Nodes {
    static final class Node {
        final Node next;
        final int value;
        Node(Node next, int value) { this.next = next; this.value = value; }
    }

    public static void main(String[] args) {
        Node list = null;
        for (int i = 0; i < 10000000; i++) list = new Node(list, i);
        Live.report(args);
        long sum = 0;
        for (int round = 0; round < 2; round++) {
            for (Node n = list; n != null; n = n.next) {
                int[] garbage = new int[4];
                garbage[n.value & 3] = n.value;
                sum += garbage[0];
            }
        }
        System.out.println(sum);
    }
}
