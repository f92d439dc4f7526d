interface A {
    int m();
}

interface B {
    String m();
}

abstract class T implements A, B {
}

interface I extends A, B {
}
