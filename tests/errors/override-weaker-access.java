class T {
    String toString() { return ""; }
}
