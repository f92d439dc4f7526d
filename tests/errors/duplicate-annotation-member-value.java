@interface A {
    int x();
}

@A(x = 1, x = 2)
class T {
}
