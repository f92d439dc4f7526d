class T {
    T() {
        int x = 1;
        this(x);
    }
    T(int x) { }
}
