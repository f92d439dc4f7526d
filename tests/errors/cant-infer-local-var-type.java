class T {
    void m() {
        var x;
        var y = null;
    }
}
