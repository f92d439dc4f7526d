class T {
    void m() {
        int[] a = new int;
        Object o = new Object;
    }
}
