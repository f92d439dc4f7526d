/** The towers of Hanoi on linked disks. */
public class Towers {
    static final class Disk {
        final int size;
        Disk below;

        Disk(int size) {
            this.size = size;
        }
    }

    private final Disk[] piles = new Disk[3];
    private int moves;

    private void push(Disk disk, int pile) {
        Disk top = piles[pile];
        if (top != null && disk.size >= top.size) {
            throw new IllegalStateException("disk " + disk.size + " on " + top.size);
        }
        disk.below = top;
        piles[pile] = disk;
    }

    private Disk pop(int pile) {
        Disk top = piles[pile];
        if (top == null) {
            throw new IllegalStateException("empty pile");
        }
        piles[pile] = top.below;
        top.below = null;
        return top;
    }

    private void move(int disks, int from, int to) {
        if (disks == 1) {
            push(pop(from), to);
            moves++;
            return;
        }
        int other = 3 - from - to;
        move(disks - 1, from, other);
        move(1, from, to);
        move(disks - 1, other, to);
    }

    static int run(int disks) {
        Towers towers = new Towers();
        for (int size = disks; size > 0; size--) {
            towers.push(new Disk(size), 0);
        }
        towers.move(disks, 0, 2);
        return towers.moves;
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int round = 0; round < 150; round++) {
            sum += run(15);
        }
        System.out.println(sum);
    }
}
