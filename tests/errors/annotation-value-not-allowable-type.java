@interface A {
    int value();
}

@A({1, 2})
class T {
}
