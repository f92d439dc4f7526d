class T {
    void f(int a) { }
    Runnable r = T::f;
}
