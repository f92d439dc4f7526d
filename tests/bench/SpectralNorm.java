/** Largest singular value of an infinite matrix, approximated. */
public class SpectralNorm {
    static double element(int i, int j) {
        return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
    }

    static void times(double[] v, double[] out) {
        for (int i = 0; i < v.length; i++) {
            double sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum += element(i, j) * v[j];
            }
            out[i] = sum;
        }
    }

    static void timesTransposed(double[] v, double[] out) {
        for (int i = 0; i < v.length; i++) {
            double sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum += element(j, i) * v[j];
            }
            out[i] = sum;
        }
    }

    public static void main(String[] args) {
        int n = 700;
        double[] u = new double[n];
        double[] v = new double[n];
        double[] w = new double[n];
        java.util.Arrays.fill(u, 1);
        for (int i = 0; i < 10; i++) {
            times(u, w);
            timesTransposed(w, v);
            times(v, w);
            timesTransposed(w, u);
        }
        double vBv = 0;
        double vv = 0;
        for (int i = 0; i < n; i++) {
            vBv += u[i] * v[i];
            vv += v[i] * v[i];
        }
        System.out.println(Math.round(Math.sqrt(vBv / vv) * 1e9));
    }
}
