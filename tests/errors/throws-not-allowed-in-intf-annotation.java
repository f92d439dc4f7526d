@interface A {
    int value() throws Exception;
}

class T {
}
