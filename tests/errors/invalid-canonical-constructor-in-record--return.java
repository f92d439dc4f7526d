record T(int x) {
    T {
        return;
    }
}
