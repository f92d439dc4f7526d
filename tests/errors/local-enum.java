class T {
    void m() {
        enum E { A }
    }
}
