class T {
    void m(int this) {
    }

    void n(int a, T this) {
    }
    
}
