record T(int a, String a) {
}
