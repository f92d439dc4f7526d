class T {
    void m(int[] a) { }
    void m(int... a) { }
}
