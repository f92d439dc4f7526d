import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Gravity among bodies: several integrators behind one interface, a Barnes-Hut tree against the direct sum, conserved quantities. */
public class NBodySimulation {
    static final class Vec {
        static final Vec ZERO = new Vec(0, 0, 0);
        final double x;
        final double y;
        final double z;

        Vec(double x, double y, double z) {
            this.x = x;
            this.y = y;
            this.z = z;
        }

        Vec plus(Vec o) { return new Vec(x + o.x, y + o.y, z + o.z); }
        Vec minus(Vec o) { return new Vec(x - o.x, y - o.y, z - o.z); }
        Vec times(double k) { return new Vec(x * k, y * k, z * k); }
        double dot(Vec o) { return x * o.x + y * o.y + z * o.z; }
        double norm() { return Math.sqrt(dot(this)); }
        Vec cross(Vec o) { return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x); }

        @Override
        public String toString() { return String.format(Locale.ROOT, "(%.5f, %.5f, %.5f)", x, y, z); }
    }

    static final class Body implements Cloneable {
        final String name;
        final double mass;
        Vec at;
        Vec speed;

        Body(String name, double mass, Vec at, Vec speed) {
            this.name = name;
            this.mass = mass;
            this.at = at;
            this.speed = speed;
        }

        @Override
        public Body clone() {
            try {
                return (Body) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Accelerations for places. */
    interface Forces extends Function<List<Body>, Vec[]> {}

    static final double SOFT = 1e-3;

    static Vec[] direct(List<Body> bodies) {
        Vec[] a = new Vec[bodies.size()];
        Arrays.fill(a, Vec.ZERO);
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                Body p = bodies.get(i);
                Body q = bodies.get(j);
                Vec d = q.at.minus(p.at);
                double r2 = d.dot(d) + SOFT * SOFT;
                double k = 1 / (r2 * Math.sqrt(r2));
                a[i] = a[i].plus(d.times(q.mass * k));
                a[j] = a[j].minus(d.times(p.mass * k));
            }
        }
        return a;
    }

    static final class Oct {
        final Vec low;
        final double side;
        double mass;
        Vec centre = Vec.ZERO;
        Body only;
        Oct[] parts;

        Oct(Vec low, double side) {
            this.low = low;
            this.side = side;
        }

        void add(Body b) {
            if (mass == 0) {
                only = b;
            } else {
                if (parts == null) {
                    parts = new Oct[8];
                    push(only);
                    only = null;
                }
                push(b);
            }
            centre = centre.times(mass).plus(b.at.times(b.mass)).times(1 / (mass + b.mass));
            mass += b.mass;
        }

        private void push(Body b) {
            double h = side / 2;
            int i = (b.at.x >= low.x + h ? 1 : 0) | (b.at.y >= low.y + h ? 2 : 0) | (b.at.z >= low.z + h ? 4 : 0);
            if (parts[i] == null) {
                parts[i] = new Oct(low.plus(new Vec((i & 1) * h, (i >> 1 & 1) * h, (i >> 2) * h)), h);
            }
            parts[i].add(b);
        }

        Vec pull(Body b, double theta, int[] visits) {
            visits[0]++;
            if (only == b) {
                return Vec.ZERO;
            }
            Vec d = centre.minus(b.at);
            double r2 = d.dot(d) + SOFT * SOFT;
            if (parts == null || side * side < theta * theta * r2) {
                return d.times(mass / (r2 * Math.sqrt(r2)));
            }
            Vec sum = Vec.ZERO;
            for (Oct p : parts) {
                if (p != null) {
                    sum = sum.plus(p.pull(b, theta, visits));
                }
            }
            return sum;
        }

        int depth() {
            int most = 0;
            if (parts != null) {
                for (Oct p : parts) {
                    most = Math.max(most, p == null ? 0 : p.depth());
                }
            }
            return most + 1;
        }
    }

    static Oct tree(List<Body> bodies) {
        double far = bodies.stream().mapToDouble(b -> Math.max(Math.abs(b.at.x), Math.max(Math.abs(b.at.y), Math.abs(b.at.z)))).max().orElse(1) * 1.01;
        Oct root = new Oct(new Vec(-far, -far, -far), 2 * far);
        bodies.forEach(root::add);
        return root;
    }

    enum Integrator {
        EULER {
            @Override
            void step(List<Body> bodies, Forces f, double h) {
                Vec[] a = f.apply(bodies);
                for (int i = 0; i < a.length; i++) {
                    Body b = bodies.get(i);
                    b.at = b.at.plus(b.speed.times(h));
                    b.speed = b.speed.plus(a[i].times(h));
                }
            }
        },
        LEAPFROG {
            @Override
            void step(List<Body> bodies, Forces f, double h) {
                kick(bodies, f.apply(bodies), h / 2);
                bodies.forEach(b -> b.at = b.at.plus(b.speed.times(h)));
                kick(bodies, f.apply(bodies), h / 2);
            }

            private void kick(List<Body> bodies, Vec[] a, double h) {
                for (int i = 0; i < a.length; i++) {
                    bodies.get(i).speed = bodies.get(i).speed.plus(a[i].times(h));
                }
            }
        },
        RUNGE_KUTTA {
            @Override
            void step(List<Body> bodies, Forces f, double h) {
                int n = bodies.size();
                Vec[][] dx = new Vec[4][n];
                Vec[][] dv = new Vec[4][];
                double[] part = {0, h / 2, h / 2, h};
                for (int k = 0; k < 4; k++) {
                    List<Body> moved = new ArrayList<>(n);
                    for (int i = 0; i < n; i++) {
                        Body b = bodies.get(i).clone();
                        if (k > 0) {
                            b.at = b.at.plus(dx[k - 1][i].times(part[k]));
                            b.speed = b.speed.plus(dv[k - 1][i].times(part[k]));
                        }
                        dx[k][i] = b.speed;
                        moved.add(b);
                    }
                    dv[k] = f.apply(moved);
                }
                for (int i = 0; i < n; i++) {
                    Body b = bodies.get(i);
                    b.at = b.at.plus(mix(dx, i).times(h / 6));
                    b.speed = b.speed.plus(mix(dv, i).times(h / 6));
                }
            }

            private Vec mix(Vec[][] k, int i) {
                return k[0][i].plus(k[1][i].times(2)).plus(k[2][i].times(2)).plus(k[3][i]);
            }
        };

        abstract void step(List<Body> bodies, Forces f, double h);
    }

    static double energy(List<Body> bodies) {
        double e = 0;
        for (int i = 0; i < bodies.size(); i++) {
            Body b = bodies.get(i);
            e += b.mass * b.speed.dot(b.speed) / 2;
            for (Body c : bodies.subList(0, i)) {
                Vec d = b.at.minus(c.at);
                e -= b.mass * c.mass / Math.sqrt(d.dot(d) + SOFT * SOFT);
            }
        }
        return e;
    }

    static Vec momentum(List<Body> bodies) {
        return bodies.stream().map(b -> b.speed.times(b.mass)).reduce(Vec.ZERO, Vec::plus);
    }

    static Vec spin(List<Body> bodies) {
        return bodies.stream().map(b -> b.at.cross(b.speed).times(b.mass)).reduce(Vec.ZERO, Vec::plus);
    }

    static List<Body> system() {
        List<Body> list = new ArrayList<>();
        list.add(new Body("sun", 1, Vec.ZERO, Vec.ZERO));
        double[][] planets = {{0.4, 1e-4}, {0.7, 2e-4}, {1, 3e-4}, {1.5, 1e-4}, {5.2, 1e-3}};
        String[] names = {"ember", "mist", "home", "rust", "giant"};
        for (int i = 0; i < planets.length; i++) {
            double r = planets[i][0];
            double angle = i * 1.1;
            Vec at = new Vec(r * Math.cos(angle), r * Math.sin(angle), 0.02 * i);
            double v = Math.sqrt(1 / r);
            list.add(new Body(names[i], planets[i][1], at, new Vec(-v * Math.sin(angle), v * Math.cos(angle), 0)));
        }
        Vec drift = momentum(list);
        list.get(0).speed = drift.times(-1);
        return list;
    }

    static List<Body> cloud(int n, long seed) {
        Random random = new Random(seed);
        List<Body> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Vec at = new Vec(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
            list.add(new Body("p" + i, 1.0 / n, at, new Vec(-at.y, at.x, 0).times(0.8)));
        }
        return list;
    }

    public static void main(String[] args) {
        for (Integrator method : Integrator.values()) {
            List<Body> bodies = system();
            double e0 = energy(bodies);
            Vec l0 = spin(bodies);
            for (int i = 0; i < 300; i++) {
                method.step(bodies, NBodySimulation::direct, 0.01);
            }
            double drift = Math.abs((energy(bodies) - e0) / e0);
            System.out.printf(Locale.ROOT, "%-12s energy %.6f drift %s spin kept %b momentum kept %b%n", method, e0,
                    drift < 1e-6 ? "tiny" : drift < 1e-3 ? "small" : "large", spin(bodies).minus(l0).norm() < 1e-9, momentum(bodies).norm() < 1e-12);
            bodies.sort(Comparator.comparingDouble((Body b) -> b.at.norm()).thenComparing(b -> b.name));
            for (Body b : bodies) {
                System.out.printf(Locale.ROOT, "  %-6s %s r=%.4f%n", b.name, b.at, b.at.norm());
            }
        }
        List<Body> cloud = cloud(120, 99);
        Vec[] exact = direct(cloud);
        Oct root = tree(cloud);
        System.out.printf(Locale.ROOT, "tree of mass %.6f, depth %d, centre %s%n", root.mass, root.depth(), root.centre);
        for (double theta : new double[] {0, 0.3, 0.6, 1.0}) {
            int[] visits = new int[1];
            double worst = 0;
            for (int i = 0; i < exact.length; i++) {
                worst = Math.max(worst, root.pull(cloud.get(i), theta, visits).minus(exact[i]).norm() / exact[i].norm());
            }
            System.out.printf(Locale.ROOT, "theta %.1f: %d visits, error %s%n", theta, visits[0],
                    worst < 1e-9 ? "none" : String.format(Locale.ROOT, "%.3f", worst));
        }
        Forces fast = list -> {
            Oct t = tree(list);
            return list.stream().map(b -> t.pull(b, 0.5, new int[1])).toArray(Vec[]::new);
        };
        List<Body> small = cloud(40, 7);
        double e = energy(small);
        for (int i = 0; i < 20; i++) {
            Integrator.LEAPFROG.step(small, fast, 0.005);
        }
        System.out.printf(Locale.ROOT, "cloud energy %.5f -> %.5f, spin %s%n", e, energy(small), spin(small));
    }
}
