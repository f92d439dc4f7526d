class T {
    void m(int[] a) {
        for (int x = 1 : a) { }
    }
}
