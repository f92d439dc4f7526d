class T {
    void m() {
        m(;
    }
}
