@interface A {
    int hashCode();
    String annotationType();
}

class T {
}
