sealed interface S permits A {
}

final class A implements S {
}

class T {
    void m() {
        class L implements S {
        }
        Object o = new S() {
        };
    }
}
