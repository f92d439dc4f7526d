/** Points of the Mandelbrot set on a grid. */
public class Mandelbrot {
    public static void main(String[] args) {
        int size = 640;
        long sum = 0;
        for (int py = 0; py < size; py++) {
            double ci = 2.0 * py / size - 1.0;
            for (int px = 0; px < size; px++) {
                double cr = 2.0 * px / size - 1.5;
                double zr = 0;
                double zi = 0;
                int i = 0;
                while (i < 100 && zr * zr + zi * zi <= 4.0) {
                    double t = zr * zr - zi * zi + cr;
                    zi = 2.0 * zr * zi + ci;
                    zr = t;
                    i++;
                }
                sum += i;
            }
        }
        System.out.println(sum);
    }
}
