class T {
    void m() {
        int x = yield(1);
    }

    int yield(int x) {
        return x;
    }
}
