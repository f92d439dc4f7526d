class T {
    void m(int x) {
        x + 1;
    }
}
