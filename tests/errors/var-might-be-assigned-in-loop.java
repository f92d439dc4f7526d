class T {
    void m(int x, String s, Object o, boolean b) {
        final int y;
        while (b) y = 1;
    }
}
