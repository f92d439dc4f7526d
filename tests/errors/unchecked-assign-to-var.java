class A<X> {
    X f;
    int g;
    java.util.List<X> h;
}

class T {
    void m(A a) {
        a.f = "x";
        a.g = 3;
        a.h = null;
        Object o = a.f;
    }
}
