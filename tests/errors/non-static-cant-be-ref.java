class T {
    int x;
    static int m() {
        return x;
    }
}
