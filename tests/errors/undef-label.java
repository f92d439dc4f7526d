class T {
    void m(int x, String s, Object o, boolean b) {
        break foo;
    }
}
