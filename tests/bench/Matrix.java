/** Multiplies matrices and solves linear equations. */
public class Matrix {
    static double[][] multiply(double[][] a, double[][] b) {
        int n = a.length;
        int m = b[0].length;
        double[][] c = new double[n][m];
        for (int i = 0; i < n; i++) {
            double[] row = c[i];
            for (int k = 0; k < b.length; k++) {
                double x = a[i][k];
                double[] other = b[k];
                for (int j = 0; j < m; j++) {
                    row[j] += x * other[j];
                }
            }
        }
        return c;
    }

    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swap = a[column];
            a[column] = a[pivot];
            a[pivot] = swap;
            double value = b[column];
            b[column] = b[pivot];
            b[pivot] = value;
            for (int row = column + 1; row < n; row++) {
                double factor = a[row][column] / a[column][column];
                b[row] -= factor * b[column];
                for (int k = column; k < n; k++) {
                    a[row][k] -= factor * a[column][k];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i][j] * x[j];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }

    public static void main(String[] args) {
        int n = 300;
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        int seed = 42;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                seed = seed * 1103515245 + 12345;
                a[i][j] = (seed >>> 16) % 1000 / 500.0 - 1;
                b[i][j] = i == j ? 2 : 1.0 / (1 + i + j);
            }
        }
        double[][] c = multiply(a, b);
        c = multiply(c, a);
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += c[i][i];
        }
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = i % 7;
        }
        double[] x = solve(a, right);
        double sum = 0;
        for (double v : x) {
            sum += Math.abs(v);
        }
        System.out.println(Math.round(trace * 1e6) + " " + Math.round(sum * 1e3));
    }
}
