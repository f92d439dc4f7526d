class A {
    int m() { return 0; }
}
class T extends A {
    String m() { return ""; }
}
