class T {
    void m() {
        interface I {}
    }
}
