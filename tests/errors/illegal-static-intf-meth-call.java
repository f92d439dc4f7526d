interface I {
    static void s() {}
}
class T {
    void m(I i) {
        i.s();
    }
}
