class T {
    void m(int a) {
        int a = 1;
    }
}
