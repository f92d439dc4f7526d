/** Planets under gravity. */
public class NBody {
    static final class Body {
        double x;
        double y;
        double z;
        double vx;
        double vy;
        double vz;
        final double mass;

        Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
            this.x = x;
            this.y = y;
            this.z = z;
            this.vx = vx;
            this.vy = vy;
            this.vz = vz;
            this.mass = mass;
        }
    }

    private final Body[] bodies;

    NBody(int count) {
        bodies = new Body[count];
        for (int i = 0; i < count; i++) {
            double angle = i * 1.7;
            double far = i == 0 ? 0 : 1.0 + i * 0.8;
            double speed = i == 0 ? 0 : 2.0 / Math.sqrt(far);
            bodies[i] = new Body(far * Math.cos(angle), far * Math.sin(angle), 0.01 * i, -speed * Math.sin(angle),
                    speed * Math.cos(angle), 0.001 * i, i == 0 ? 4.0 : 0.001 * (i + 1));
        }
    }

    void advance(double dt) {
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x;
                double dy = a.y - b.y;
                double dz = a.z - b.z;
                double square = dx * dx + dy * dy + dz * dz;
                double pull = dt / (square * Math.sqrt(square));
                a.vx -= dx * b.mass * pull;
                a.vy -= dy * b.mass * pull;
                a.vz -= dz * b.mass * pull;
                b.vx += dx * a.mass * pull;
                b.vy += dy * a.mass * pull;
                b.vz += dz * a.mass * pull;
            }
        }
        for (Body body : bodies) {
            body.x += dt * body.vx;
            body.y += dt * body.vy;
            body.z += dt * body.vz;
        }
    }

    double energy() {
        double sum = 0;
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            sum += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x;
                double dy = a.y - b.y;
                double dz = a.z - b.z;
                sum -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return sum;
    }

    public static void main(String[] args) {
        NBody system = new NBody(5);
        for (int step = 0; step < 320_000; step++) {
            system.advance(0.001);
        }
        System.out.println(Math.round(system.energy() * 1e9));
    }
}
