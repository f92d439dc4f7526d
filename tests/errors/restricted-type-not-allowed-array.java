class T {
    void m() {
        var a[] = {1};
        var[] b = new int[1];
    }
}
