class T {
    int m(String s) {
        return s.size;
    }
}
