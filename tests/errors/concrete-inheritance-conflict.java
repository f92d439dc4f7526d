class Base<X> {
    void m(X x) {
    }

    void m(String s) {
    }
}

class T extends Base<String> {
}
