/** Loads, checks and comparisons that look alike and are not, or are only on some ways. */
public class Redundant {
    static class Node {
        int value;
        long wide;
        byte small;
        boolean flag;
        float single;
        Node next;

        Node(int value, Node next) {
            this.value = value;
            this.next = next;
        }

        int touch() {
            return value += 3;
        }
    }

    static class Other extends Node {
        int more;

        Other(int value) {
            super(value, null);
        }

        @Override
        int touch() {
            more++;
            return value -= more;
        }
    }

    static int shared;
    static Node root;

    static int afterCall(Node n, Node m) {
        int a = n.value;
        m.touch();
        int b = n.value;
        m.value = 9;
        return a * 100 + b * 10 + n.value;
    }

    static int narrow(Node n, int x) {
        n.small = (byte) x;
        n.flag = (x & 1) != 0;
        int r = n.small;
        n.small = (byte) (x >> 8);
        return r * 3 + n.small + (n.flag ? 1 : 2);
    }

    static int overwritten(Node n, Node m, boolean same) {
        n.value = 1;
        (same ? n : m).value = 2;
        int r = n.value;
        n.value = 2;
        m.value = 5;
        return r * 10 + n.value;
    }

    static int branches(Object o, int x) {
        int r = 0;
        if (o instanceof Other) {
            r += ((Other) o).more + 1;
        }
        if (o != null && x > 3) {
            r += o instanceof Node ? 10 : 20;
        }
        if (x > 3) {
            r += x <= 3 ? 1000 : 100;
            r += 3 < x ? 200 : 2000;
        } else if (x == 3) {
            r += x;
        }
        try {
            Node n = (Node) o;
            r += n.value;
        } catch (ClassCastException e) {
            r += 50_000;
        } catch (NullPointerException e) {
            r += 90_000;
        }
        return r;
    }

    static int floats(double a, double b) {
        int r = 0;
        if (a < b) {
            r |= 1;
        }
        if (!(a >= b)) {
            r |= 2;
        }
        if (a == b) {
            r |= 4;
            if (1 / a != 1 / b) {
                r |= 8;
            }
        }
        if (a != a) {
            r |= 16;
        }
        return r;
    }

    static int catches(int[] a, int i, int d) {
        int r = 1;
        try {
            r = 2;
            r += a[i];
            r *= 3;
            r += 100 / d;
            r *= 5;
            r += a[i + 1] / d;
        } catch (ArithmeticException e) {
            r += 1000;
        } catch (RuntimeException e) {
            r += 2000;
        } finally {
            r++;
        }
        return r;
    }

    /** A join behind a handler: what the try block computed does not hold there. */
    static int behindHandler(int[] a, int x, int y) {
        int s = 0;
        for (int i = 0; i < 3; i++) {
            try {
                s += a[x + i];
                s += x * y;
            } catch (ArrayIndexOutOfBoundsException e) {
                s -= 1;
            }
            s += x * y;
        }
        return s;
    }

    static int listSum(Node n) {
        int sum = 0;
        while (n != null) {
            sum = sum * 3 + n.value;
            if (n.next != null && n.next.value == n.value) {
                n.next.value++;
            }
            n = n.next;
        }
        return sum;
    }

    static int statics(int x) {
        shared = x;
        int a = shared;
        root = new Node(x, root != null && root.value % 5 != 0 ? root : null);
        if (root.next != null) {
            root.next.next = null;
            shared++;
        }
        return a * 2 + shared + root.value;
    }

    static int switching(int k) {
        int r = 0;
        switch (k) {
            case 1:
                r = k * 10;
                break;
            case 2:
                k = 5;
            case 3:
                r = k * 100;
                break;
            default:
                r = k;
        }
        return r + k;
    }

    static synchronized int locked(Node n) {
        int before = n.value;
        synchronized (n) {
            n.value++;
        }
        return before * 2 + n.value;
    }

    static int fold(int x) {
        int r = x + 3;
        r = r - 5;
        r = 7 + r;
        r = (r ^ 0) * 1 | 0;
        r += (x << 32) + (x >>> 0) + (x - x) + (x & -1);
        r += Integer.MIN_VALUE / -1 + Integer.MIN_VALUE % -1;
        return r + (x ^ x) * 5 + (int) ((long) x * 1L);
    }

    static long run(int round) {
        long h = 0;
        Node n = new Node(round, null);
        Node m = round % 3 == 0 ? n : new Node(round * 2, n);
        Node o = round % 2 == 0 ? new Other(4) : n;
        h = h * 31 + afterCall(n, m) + afterCall(o, o) + afterCall(m, o);
        h = h * 31 + narrow(n, round * 77);
        h = h * 31 + overwritten(n, m, round % 5 == 0);
        h = h * 31 + branches(round % 7 == 0 ? null : round % 7 == 1 ? "text" : o, round % 9);
        double zero = round % 2 == 0 ? 0.0 : -0.0;
        h = h * 31 + floats(zero, 0.0) + floats(round % 3 == 0 ? Double.NaN : round, 5);
        int[] a = {1, 2, round};
        h = h * 31 + catches(a, round % 4, round % 3) + catches(round % 11 == 0 ? null : a, 0, 1);
        h = h * 31 + behindHandler(a, round % 5 - 2, round);
        h = h * 31 + listSum(new Node(1, new Node(1, new Node(2, m.next == null ? m : n))));
        h = h * 31 + statics(round);
        h = h * 31 + switching(round % 5);
        h = h * 31 + locked(n);
        h = h * 31 + fold(round);
        return h;
    }

    public static void main(String[] args) {
        long h = 0;
        for (int round = 0; round < 6000; round++) {
            h = h * 1_000_003 + run(round);
            if (round % 1000 == 0) {
                System.out.println(round + " " + Long.toHexString(h));
            }
        }
        System.out.println(Long.toHexString(h));
    }
}
