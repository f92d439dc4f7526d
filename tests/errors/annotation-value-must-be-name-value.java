@interface A {
    int value();
    int x() default 1;
}

@A(5, x = 3)
class T {
}
