enum E {
    X;
    static final E Y = X;
}

@interface A {
    E value();
}

@A(E.Y)
class T {
}
