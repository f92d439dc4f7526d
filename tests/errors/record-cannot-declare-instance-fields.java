record T(int x) {
    int y;
}
