@interface A {
    A value();
}

@interface B {
    C value();
}

@interface C {
    B[] value();
}

class T {
}
