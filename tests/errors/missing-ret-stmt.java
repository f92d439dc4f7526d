class T {
    int m(boolean b) {
        if (b) return 1;
    }
}
