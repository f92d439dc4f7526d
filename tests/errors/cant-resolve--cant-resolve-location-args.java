class T {
    void m() {
        missing(1, "a");
    }
}
