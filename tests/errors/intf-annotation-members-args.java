@interface A {
    int value(int a);
}

class T {
}
