record T(int a) {
    T(String s) {
        a = s.length();
    }

    T() {
    }
}
