/** LU factorisation with pivoting, and solving with the factors. */
public class Lu {
    static int[] factor(double[][] a) {
        int n = a.length;
        int[] pivot = new int[n];
        for (int j = 0; j < n; j++) {
            int best = j;
            for (int i = j + 1; i < n; i++) {
                if (Math.abs(a[i][j]) > Math.abs(a[best][j])) {
                    best = i;
                }
            }
            pivot[j] = best;
            double[] row = a[best];
            a[best] = a[j];
            a[j] = row;
            double scale = 1 / row[j];
            for (int i = j + 1; i < n; i++) {
                double[] target = a[i];
                double f = target[j] *= scale;
                for (int k = j + 1; k < n; k++) {
                    target[k] -= f * row[k];
                }
            }
        }
        return pivot;
    }

    static void solve(double[][] lu, int[] pivot, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            double t = b[pivot[i]];
            b[pivot[i]] = b[i];
            b[i] = t;
        }
        for (int i = 1; i < n; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= lu[i][k] * b[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= lu[i][k] * b[k];
            }
            b[i] /= lu[i][i];
        }
    }

    public static void main(String[] args) {
        int n = 180;
        int seed = 3;
        double worst = 0;
        for (int round = 0; round < 20; round++) {
            double[][] a = new double[n][n];
            for (double[] row : a) {
                for (int j = 0; j < n; j++) {
                    seed = seed * 1664525 + 1013904223;
                    row[j] = (seed >> 8) / 8388608.0;
                }
            }
            double[] x = new double[n];
            double[] b = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = i % 7 - 3;
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    b[i] += a[i][j] * x[j];
                }
            }
            int[] pivot = factor(a);
            solve(a, pivot, b);
            for (int i = 0; i < n; i++) {
                worst = Math.max(worst, Math.abs(b[i] - x[i]));
            }
        }
        System.out.println(worst < 1e-6);
    }
}
