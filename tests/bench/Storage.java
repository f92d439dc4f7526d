/** Trees of object arrays of random widths: allocation and what survives. */
public class Storage {
    private int seed = 74755;
    private int arrays;

    private int random() {
        seed = seed * 1309 + 13849 & 0xffff;
        return seed;
    }

    private Object[] build(int depth) {
        arrays++;
        if (depth == 1) {
            return new Object[random() % 10 + 1];
        }
        Object[] children = new Object[4];
        for (int i = 0; i < children.length; i++) {
            children[i] = build(depth - 1);
        }
        return children;
    }

    private static int leaves(Object[] tree) {
        int n = 0;
        for (Object child : tree) {
            n += child instanceof Object[] ? leaves((Object[]) child) : 1;
        }
        return n;
    }

    public static void main(String[] args) {
        Storage storage = new Storage();
        long sum = 0;
        for (int round = 0; round < 300; round++) {
            Object[] tree = storage.build(7);
            sum = sum * 13 + leaves(tree);
        }
        System.out.println(sum + storage.arrays);
    }
}
