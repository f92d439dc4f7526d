@interface Inner {
}

@interface A {
    int value();
}

@A(@Inner)
class T {
}
