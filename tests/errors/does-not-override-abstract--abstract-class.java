abstract class A {
    abstract int f(int x);
}
class T extends A {
    int f(long x) { return 0; }
}
