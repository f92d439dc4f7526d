class T {
    void m(int x, String s, Object o, boolean b) {
        int y = x[0];
    }
}
