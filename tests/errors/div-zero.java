class T {
    int m(int a) {
        int b = a / 0;
        b %= 0;
        double d = a / 0.0;
        return b + (a % 0) + 1 / 0;
    }

    @SuppressWarnings("divzero")
    int n(int a) {
        return a / 0;
    }
}
