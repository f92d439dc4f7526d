@interface A {
    int x();
}
class T {
    static int v = 3;
    @A(x = v)
    void m() { }
}
