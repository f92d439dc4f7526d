class T {
    void m(int a) { }
    int m(int b) { return 0; }
}
