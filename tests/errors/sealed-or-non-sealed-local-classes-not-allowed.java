class T {
    void m() {
        sealed class A {
        }
        non-sealed class B {
        }
        sealed interface C {
        }
    }
}
