class T {
    void m() {
        if (true) class A { }
    }
}
