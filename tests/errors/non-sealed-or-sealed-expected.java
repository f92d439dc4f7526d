sealed interface S permits I {
}

interface I extends S {
}

class T {
}
