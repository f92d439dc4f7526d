class T {
    void m() {
        else m();
    }
}
