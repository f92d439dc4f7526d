class T {
    void m(int x, String s, Object o, boolean b) {
        Object v = x -> x;
    }
}
