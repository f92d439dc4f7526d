/** Balls that bounce in a box: small objects with integer fields. */
public class Bounce {
    static final class Random {
        private int seed = 74755;

        int next() {
            seed = seed * 1309 + 13849 & 0xffff;
            return seed;
        }
    }

    static final class Ball {
        private int x;
        private int y;
        private int dx;
        private int dy;

        Ball(Random random) {
            x = random.next() % 500;
            y = random.next() % 500;
            dx = random.next() % 300 - 150;
            dy = random.next() % 300 - 150;
        }

        boolean step() {
            boolean bounced = false;
            x += dx;
            y += dy;
            if (x > 500) {
                x = 500;
                dx = -Math.abs(dx);
                bounced = true;
            }
            if (x < 0) {
                x = 0;
                dx = Math.abs(dx);
                bounced = true;
            }
            if (y > 500) {
                y = 500;
                dy = -Math.abs(dy);
                bounced = true;
            }
            if (y < 0) {
                y = 0;
                dy = Math.abs(dy);
                bounced = true;
            }
            return bounced;
        }
    }

    static int run(int count, int steps) {
        Random random = new Random();
        Ball[] balls = new Ball[count];
        for (int i = 0; i < count; i++) {
            balls[i] = new Ball(random);
        }
        int bounces = 0;
        for (int i = 0; i < steps; i++) {
            for (Ball ball : balls) {
                if (ball.step()) {
                    bounces++;
                }
            }
        }
        return bounces;
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int round = 1; round <= 400; round++) {
            sum = sum * 3 + run(100, 200 + round);
        }
        System.out.println(sum);
    }
}
