class T {
    void m(int x, String s, Object o, boolean b) {
        return;
        x = 1;
    }
}
