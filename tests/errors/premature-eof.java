class T {
    void m() {
