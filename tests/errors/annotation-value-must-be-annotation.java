@interface Inner {
}

@interface A {
    Inner value();
}

@A(5)
class T {
}
