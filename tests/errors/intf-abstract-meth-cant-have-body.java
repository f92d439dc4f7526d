interface T {
    void m() { }
}
