class T {
    void m() {
        for (int i : 5) {}
    }
}
