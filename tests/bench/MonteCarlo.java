/** Random points in a quarter circle, with a lagged Fibonacci generator behind a synchronized method. */
public class MonteCarlo {
    private final int[] state = new int[17];
    private int i = 4;
    private int j = 16;

    MonteCarlo(int seed) {
        int s = seed | 1;
        for (int k = 0; k < state.length; k++) {
            s = s * 9069;
            state[k] = s & Integer.MAX_VALUE;
        }
    }

    synchronized double next() {
        int k = state[i] - state[j];
        if (k < 0) {
            k += Integer.MAX_VALUE;
        }
        state[j] = k;
        i = i == 0 ? 16 : i - 1;
        j = j == 0 ? 16 : j - 1;
        return k * (1.0 / Integer.MAX_VALUE);
    }

    static double run(int samples) {
        MonteCarlo random = new MonteCarlo(113);
        int inside = 0;
        for (int n = 0; n < samples; n++) {
            double x = random.next();
            double y = random.next();
            if (x * x + y * y <= 1) {
                inside++;
            }
        }
        return 4.0 * inside / samples;
    }

    public static void main(String[] args) {
        double pi = run(6_000_000);
        System.out.println(Math.abs(pi - Math.PI) < 0.01 ? "near" : "far " + pi);
    }
}
