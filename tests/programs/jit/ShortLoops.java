/** Loops that run a few times, always: nested, left early, with exceptions, counting down, by steps, over the arguments of a call. */
public class ShortLoops {
    static int[][] grid = new int[9][9];

    static int around(int x, int y) {
        int sum = 0;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if ((dx != 0 || dy != 0) && x + dx >= 0 && x + dx < 9 && y + dy >= 0 && y + dy < 9) {
                    sum += grid[x + dx][y + dy] * (dx * 3 + dy + 7);
                }
            }
        }
        return sum;
    }

    static int unchecked(int x, int y) {
        int seen = 0;
        try {
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    seen = seen * 3 + grid[x + dx][y + dy] % 5;
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return seen * 100 + 9;
        }
        return seen;
    }

    static int sum(int... x) {
        int s = 0;
        for (int v : x) {
            s = s * 3 + v;
        }
        return s;
    }

    static int calls(int i) {
        return sum(i, 2, 3) + sum() + sum(i) + sum(1, i, 2, i, 3, i, 4, i) + sum(1, 2, 3, 4, 5, 6, 7, 8, i);
    }

    static String text(Object... parts) {
        StringBuilder b = new StringBuilder();
        for (Object o : parts) {
            if (o == null) {
                continue;
            }
            if (o.equals("stop")) {
                break;
            }
            b.append(o).append(',');
        }
        return b.toString();
    }

    static int early(int n) {
        int at = -1;
        outer:
        for (int i = 0; i < 5; i++) {
            for (int j = 4; j >= 0; j -= 2) {
                if (i * j == n) {
                    at = i * 10 + j;
                    break outer;
                }
                if (j == i) {
                    continue outer;
                }
            }
            at--;
        }
        return at;
    }

    static int ends() {
        int n = 0;
        for (int i = Integer.MAX_VALUE - 2; i > 0; i++) {
            n += i & 7;
        }
        for (int i = 10; i < 10; i++) {
            n += 1000;
        }
        for (int i = 7; i != 1; i -= 3) {
            n = n * 2 + i;
        }
        int i;
        for (i = 0; i < 6; i++) {
            n ^= i << i;
        }
        return n + i;
    }

    static int finals(int n) {
        int r = 0;
        for (int i = 0; i < 3; i++) {
            try {
                if ((n + i) % 3 == 0) {
                    throw new IllegalStateException("" + i);
                }
                r += 10 / ((n + i) % 2);
            } catch (ArithmeticException e) {
                r += 5;
            } catch (IllegalStateException e) {
                r += e.getMessage().charAt(0);
                if (i == 2) {
                    return -r;
                }
            } finally {
                r *= 2;
            }
        }
        return r;
    }

    static double small(double[] m, double[] v) {
        double[] r = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                r[i] += m[i * 3 + j] * v[j];
            }
        }
        return r[0] + r[1] * 2 + r[2] * 4;
    }

    static synchronized int locked(int n) {
        for (int i = 0; i < 4; i++) {
            synchronized (grid) {
                n += i;
            }
        }
        return n;
    }

    public static void main(String[] args) {
        long sum = 0;
        double d = 0;
        for (int n = 0; n < 20000; n++) {
            grid[n % 9][n / 9 % 9] = n % 17;
            sum = sum * 31 + around(n % 9, n / 3 % 9);
            sum = sum * 31 + unchecked(n % 9, n / 7 % 9);
            sum = sum * 31 + calls(n) + early(n % 17) + ends() + finals(n) + locked(n);
            sum += text(n, "a", null, n % 3 == 0 ? "stop" : "go", 'c').hashCode();
            d += small(new double[] {n, 2, 3, 4, 5, n, 7, 8, 9}, new double[] {1, n % 5, 3});
        }
        System.out.println(sum + " " + d);
    }
}
