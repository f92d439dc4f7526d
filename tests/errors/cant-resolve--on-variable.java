class T {
    void m(String s) {
        s.missing(1);
    }
}
