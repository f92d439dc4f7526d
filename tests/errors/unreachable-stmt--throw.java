class T {
    void m(int x, String s, Object o, boolean b) {
        throw new RuntimeException();
        x = 1;
    }
}
