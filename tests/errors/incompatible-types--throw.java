class T {
    void m() {
        throw "x";
    }
}
