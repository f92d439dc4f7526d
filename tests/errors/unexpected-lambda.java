class T {
    void m() {
        int i = (() -> 1).x;
    }
}
