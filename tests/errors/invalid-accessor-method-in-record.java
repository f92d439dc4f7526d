record T(int a, int b, int c, int d, int e) {
    long a() {
        return a;
    }

    int b() {
        return b;
    }

    public static int c() {
        return 1;
    }

    public int d() throws Exception {
        return d;
    }

    public <X> int e() {
        return e;
    }
}
