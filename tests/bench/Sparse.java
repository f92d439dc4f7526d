/** A sparse matrix in compressed rows times a vector, and conjugate gradients with it. */
public class Sparse {
    final int n;
    final int[] rows;
    final int[] columns;
    final double[] values;

    /** The five-point stencil on a grid. */
    Sparse(int side) {
        n = side * side;
        rows = new int[n + 1];
        columns = new int[5 * n];
        values = new double[5 * n];
        int at = 0;
        for (int r = 0; r < n; r++) {
            int x = r % side;
            int y = r / side;
            if (y > 0) {
                at = put(at, r - side, -1);
            }
            if (x > 0) {
                at = put(at, r - 1, -1);
            }
            at = put(at, r, 4.5);
            if (x < side - 1) {
                at = put(at, r + 1, -1);
            }
            if (y < side - 1) {
                at = put(at, r + side, -1);
            }
            rows[r + 1] = at;
        }
    }

    private int put(int at, int column, double value) {
        columns[at] = column;
        values[at] = value;
        return at + 1;
    }

    void multiply(double[] x, double[] out) {
        for (int r = 0; r < n; r++) {
            double sum = 0;
            for (int i = rows[r]; i < rows[r + 1]; i++) {
                sum += values[i] * x[columns[i]];
            }
            out[r] = sum;
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    int solve(double[] b, double[] x, double tolerance) {
        double[] r = b.clone();
        double[] p = b.clone();
        double[] ap = new double[n];
        double rr = dot(r, r);
        int steps = 0;
        while (rr > tolerance) {
            multiply(p, ap);
            double alpha = rr / dot(p, ap);
            for (int i = 0; i < n; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
            }
            double next = dot(r, r);
            double beta = next / rr;
            for (int i = 0; i < n; i++) {
                p[i] = r[i] + beta * p[i];
            }
            rr = next;
            steps++;
        }
        return steps;
    }

    public static void main(String[] args) {
        Sparse a = new Sparse(120);
        long steps = 0;
        double check = 0;
        for (int round = 1; round <= 8; round++) {
            double[] b = new double[a.n];
            for (int i = 0; i < b.length; i++) {
                b[i] = (i * round) % 17 - 8;
            }
            double[] x = new double[a.n];
            steps += a.solve(b, x, 1e-12);
            double[] back = new double[a.n];
            a.multiply(x, back);
            for (int i = 0; i < b.length; i++) {
                check = Math.max(check, Math.abs(back[i] - b[i]));
            }
        }
        System.out.println(steps + " " + (check < 1e-5));
    }
}
