class T {
    void m(int x) {
        if (x) { }
    }
}
