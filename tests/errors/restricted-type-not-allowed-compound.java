class T {
    void m() {
        var a = 1, b = 2;
    }
}
