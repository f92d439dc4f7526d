sealed class T {
}

sealed interface I {
}
