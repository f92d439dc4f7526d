class T {
    void m(int... a, int b) { }
}
