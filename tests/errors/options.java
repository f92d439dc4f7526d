class T {
    void m() {
    }
}
