sealed class S permits C {
}

class C extends S {
}

class T {
}
