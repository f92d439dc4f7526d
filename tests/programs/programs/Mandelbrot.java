public class Mandelbrot {
    public static void main(String[] args) throws Exception {
        for (double y = -1.2; y <= 1.2; y += 0.15) {
            StringBuilder sb = new StringBuilder();
            for (double x = -2; x <= 0.6; x += 0.05) {
                double a = 0, b = 0;
                int n = 0;
                while (a * a + b * b < 4 && n < 60) {
                    double t = a * a - b * b + x;
                    b = 2 * a * b + y;
                    a = t;
                    n++;
                }
                sb.append(" .:-=+*#%@".charAt(n * 9 / 60));
            }
            p(sb);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
