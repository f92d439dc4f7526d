class T {
    static int f;

    static void m() {
    }

    T self() {
        return this;
    }

    void t(T x) {
        x.m();
        this.m();
        self().m();
        x.f = 3;
        int a = this.f + self().f;
        m();
        T.m();
    }
}
