import java.util.*;

public class NBody {
    static double[][] b = {{0, 0, 0, 0, 0, 0, 39.47841760435743}, {4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.606326392995832, 2.81198684491626, -0.02521836165988763, 0.03769367487038949}, {8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -1.0107743461787924, 1.8256623712304119, 0.008415761376584154, 0.011286326131968767}};
    static double energy() {
        double e = 0;
        for (int i = 0; i < b.length; i++) {
            double[] p = b[i];
            e += 0.5 * p[6] * (p[3] * p[3] + p[4] * p[4] + p[5] * p[5]);
            for (int j = i + 1; j < b.length; j++) {
                double x = p[0] - b[j][0], y = p[1] - b[j][1], z = p[2] - b[j][2];
                e -= p[6] * b[j][6] / Math.sqrt(x * x + y * y + z * z);
            }
        }
        return e;
    }
    static void step(double dt) {
        for (int i = 0; i < b.length; i++) for (int j = i + 1; j < b.length; j++) {
            double[] p = b[i], q = b[j];
            double x = p[0] - q[0], y = p[1] - q[1], z = p[2] - q[2], d = x * x + y * y + z * z, m = dt / (d * Math.sqrt(d));
            p[3] -= x * q[6] * m;
            p[4] -= y * q[6] * m;
            p[5] -= z * q[6] * m;
            q[3] += x * p[6] * m;
            q[4] += y * p[6] * m;
            q[5] += z * p[6] * m;
        }
        for (double[] p : b) for (int k = 0; k < 3; k++) p[k] += dt * p[k + 3];
    }

    public static void main(String[] args) throws Exception {
        System.out.println(energy());
        for (int i = 0; i < 5000; i++) step(0.01);
        System.out.println(energy());
        for (double[] p : b) System.out.println(Arrays.toString(p));
    }
}
