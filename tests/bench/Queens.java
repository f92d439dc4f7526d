/** Counts the ways to put queens on a board, by backtracking over arrays. */
public class Queens {
    private final boolean[] columns;
    private final boolean[] up;
    private final boolean[] down;
    private final int size;

    Queens(int size) {
        this.size = size;
        columns = new boolean[size];
        up = new boolean[2 * size];
        down = new boolean[2 * size];
    }

    int place(int row) {
        if (row == size) {
            return 1;
        }
        int found = 0;
        for (int column = 0; column < size; column++) {
            if (isFree(row, column)) {
                set(row, column, true);
                found += place(row + 1);
                set(row, column, false);
            }
        }
        return found;
    }

    private boolean isFree(int row, int column) {
        return !columns[column] && !up[row + column] && !down[row - column + size];
    }

    private void set(int row, int column, boolean taken) {
        columns[column] = taken;
        up[row + column] = taken;
        down[row - column + size] = taken;
    }

    public static void main(String[] args) {
        System.out.println(new Queens(12).place(0));
    }
}
