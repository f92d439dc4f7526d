sealed interface S permits A {
}

final class A implements S {
}

final class T implements S {
}
