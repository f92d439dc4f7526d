class T {
    int x;
    T() {
        this(x);
    }
    T(int y) { }
}
