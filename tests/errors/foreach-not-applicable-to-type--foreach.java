class T {
    void m(int x) {
        for (int i : x) { }
    }
}
