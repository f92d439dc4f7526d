@interface A {
    <X> int value();
}

class T {
}
