class T {
    void m(int x, String s, Object o, boolean b) {
        final int y;
        y = 1;
        y = 2;
    }
}
