class T {
    void m(Integer a, Object b) { }
    void m(Object a, Integer b) { }
    void f() {
        m(1, 2);
    }
}
