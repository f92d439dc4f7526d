public class Hanoi {
    static int moves;
    static void h(int n, char a, char b, char c) {
        if (n == 0) return;
        h(n - 1, a, c, b);
        moves++;
        if (n > 3) System.out.println(n + ":" + a + c);
        h(n - 1, b, a, c);
    }
    static int ack(int m, int n) {
        return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
    }
    static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }
    static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    public static void main(String[] args) throws Exception {
        h(6, 'A', 'B', 'C'); p(moves + " " + ack(2, 9) + even(1001));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
