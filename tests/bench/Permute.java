/** All permutations by swapping, counted and hashed. */
public class Permute {
    private int count;
    private long hash;
    private final int[] values;

    Permute(int n) {
        values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
    }

    private void swap(int i, int j) {
        int t = values[i];
        values[i] = values[j];
        values[j] = t;
    }

    private void permute(int n) {
        if (n == 0) {
            count++;
            hash = hash * 31 + values[0] * 7 + values[values.length - 1];
            return;
        }
        int last = n - 1;
        permute(last);
        for (int i = last - 1; i >= 0; i--) {
            swap(last, i);
            permute(last);
            swap(last, i);
        }
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int round = 0; round < 15; round++) {
            Permute p = new Permute(9);
            p.permute(9);
            sum = sum * 17 + p.hash + p.count;
        }
        System.out.println(sum);
    }
}
