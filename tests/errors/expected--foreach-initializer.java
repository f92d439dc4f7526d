class T {
    void m(int[] a) {
        for (int i = 0 : a) {
        }
    }
}
