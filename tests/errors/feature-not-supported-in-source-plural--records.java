record P(int x) {}

class T {
    void m() {
        record Z() {}
    }
}
