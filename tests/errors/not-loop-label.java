class T {
    void m() {
        x: { continue x; }
    }
}
