@interface A {
    Object value();
    int[][] x();
    T y();
    void z();
}

class T {
}
