/** The fast Fourier transform, forth and back, in place. */
public class Fft {
    static void transform(double[] re, double[] im, int sign) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        for (int len = 2; len <= n; len <<= 1) {
            double angle = sign * 2 * Math.PI / len;
            double stepRe = Math.cos(angle);
            double stepIm = Math.sin(angle);
            int half = len >> 1;
            for (int i = 0; i < n; i += len) {
                double wr = 1;
                double wi = 0;
                for (int k = i; k < i + half; k++) {
                    double r = re[k + half] * wr - im[k + half] * wi;
                    double m = re[k + half] * wi + im[k + half] * wr;
                    re[k + half] = re[k] - r;
                    im[k + half] = im[k] - m;
                    re[k] += r;
                    im[k] += m;
                    double next = wr * stepRe - wi * stepIm;
                    wi = wr * stepIm + wi * stepRe;
                    wr = next;
                }
            }
        }
    }

    public static void main(String[] args) {
        int n = 1 << 14;
        double[] re = new double[n];
        double[] im = new double[n];
        int seed = 7;
        for (int i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            re[i] = (seed >>> 8) / (double) (1 << 24);
        }
        double[] first = re.clone();
        for (int round = 0; round < 40; round++) {
            transform(re, im, 1);
            transform(re, im, -1);
            for (int i = 0; i < n; i++) {
                re[i] /= n;
                im[i] /= n;
            }
        }
        double worst = 0;
        for (int i = 0; i < n; i++) {
            worst = Math.max(worst, Math.abs(re[i] - first[i]) + Math.abs(im[i]));
        }
        System.out.println(worst < 1e-9);
    }
}
