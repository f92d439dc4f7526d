class T {
    void m(int x, String s, Object o, boolean b) {
        switch (x) {
            default:
            default:
        }
    }
}
