record T(int x) {
    { }
}
