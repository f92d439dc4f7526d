enum T {
    A;
    static int n;
    T() {
        n++;
    }
}
