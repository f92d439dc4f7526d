non-sealed class T {
}
