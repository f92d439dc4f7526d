sealed interface S permits A {}

final class A implements S {}

class T {
    non-sealed class X {}
}
