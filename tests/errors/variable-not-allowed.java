class T {
    void m() {
        if (true) int x = 1;
    }
}
