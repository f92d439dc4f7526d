class T {
    int assert = 3;
    int enum = 4;
    void m() {
        int assert = 4;
    }
}
