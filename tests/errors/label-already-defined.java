class T {
    void m() {
        a: for (;;) { a: for (;;) {} }
    }
}
