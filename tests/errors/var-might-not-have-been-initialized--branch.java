class T {
    void m(int x, String s, Object o, boolean b) {
        int y;
        if (b) y = 1;
        x = y;
    }
}
