class T {
    void m() {
        var f = () -> 1;
    }
}
