class T {
    void m() {
        assert true : m();
    }
}
