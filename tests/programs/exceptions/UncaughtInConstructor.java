public class UncaughtInConstructor {
    static class A {
        final int v;
        A(int x) {
            v = check(x);
        }
        int check(int x) {
            if (x < 0) throw new IllegalArgumentException("negative: " + x);
            return x;
        }
    }

    public static void main(String[] args) throws Exception {
        new A(1);
        new A(-1);
    }
}
