/** Pancake flips over all permutations. */
public class Fannkuch {
    static int checksum;

    static int run(int n) {
        int[] perm = new int[n];
        int[] first = new int[n];
        int[] count = new int[n];
        int maxFlips = 0;
        int permutations = 0;
        int r = n;
        checksum = 0;
        for (int i = 0; i < n; i++) {
            first[i] = i;
        }
        while (true) {
            while (r != 1) {
                count[r - 1] = r;
                r--;
            }
            for (int i = 0; i < n; i++) {
                perm[i] = first[i];
            }
            int flips = 0;
            int k;
            while ((k = perm[0]) != 0) {
                int half = (k + 1) >> 1;
                for (int i = 0; i < half; i++) {
                    int swap = perm[i];
                    perm[i] = perm[k - i];
                    perm[k - i] = swap;
                }
                flips++;
            }
            maxFlips = Math.max(maxFlips, flips);
            checksum += permutations % 2 == 0 ? flips : -flips;
            while (true) {
                if (r == n) {
                    return maxFlips;
                }
                int zero = first[0];
                for (int i = 0; i < r; i++) {
                    first[i] = first[i + 1];
                }
                first[r] = zero;
                count[r]--;
                if (count[r] > 0) {
                    break;
                }
                r++;
            }
            permutations++;
        }
    }

    public static void main(String[] args) {
        int sum = 0;
        for (int n = 6; n <= 9; n++) {
            sum = sum * 31 + run(n) + checksum;
        }
        for (int round = 0; round < 3; round++) {
            sum = sum * 31 + run(9) + checksum;
        }
        System.out.println(sum);
    }
}
