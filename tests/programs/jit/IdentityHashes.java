import java.util.*;

/** Identity hashes stay what they are while objects move, are locked and are asked again by compiled code. */
public class IdentityHashes {
    static class Node {
    }

    public static void main(String[] args) {
        int count = 5000;
        List<Node> all = new ArrayList<>();
        Map<Node, Integer> map = new IdentityHashMap<>();
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            Node n = new Node();
            all.add(n);
            hashes[i] = n.hashCode();
            map.put(n, i);
        }
        int wrong = 0, zeros = 0, late = 0;
        for (int round = 0; round < 40; round++) {
            byte[][] garbage = new byte[200][];
            for (int i = 0; i < garbage.length; i++) {
                garbage[i] = new byte[3000 + round];
            }
            for (int i = 0; i < count; i++) {
                Node n = all.get(i);
                if (n.hashCode() != hashes[i] || System.identityHashCode(n) != hashes[i] || map.get(n) != i) {
                    wrong++;
                }
                synchronized (n) {
                    if (n.hashCode() != hashes[i]) {
                        wrong++;
                    }
                }
                Node fresh = new Node();
                int hash = fresh.hashCode();
                late += hash == fresh.hashCode() && hash != 0 ? 1 : 0;
            }
            if (System.identityHashCode(round % 2 == 0 ? null : all) == 0) {
                zeros++;
            }
            if (round % 20 == 0) {
                System.gc();
            }
        }
        Node none = args.length > 9 ? new Node() : null;
        try {
            System.out.println(none.hashCode());
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        System.out.println(wrong + " " + zeros + " " + late);
    }
}
