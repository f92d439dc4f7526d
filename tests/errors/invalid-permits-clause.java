sealed class A permits B, B {
}

final class B extends A {
}

class C permits B {
}

sealed class D permits D {
}

sealed interface E permits F {
}

final class F {
}

class T<X> {
    sealed interface G permits X {
    }
}
