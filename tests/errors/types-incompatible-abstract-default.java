interface A {
    void m();
}

interface B {
    default void m() {
    }
}

interface T extends A, B {
}

abstract class U implements A, B {
}
