@interface A {
    int x() default 1;
}

@A(y = 3)
class T {
    @A(x = 1, z = "s")
    void m() {
    }
}
