interface T {
    default String toString() { return ""; }
}
