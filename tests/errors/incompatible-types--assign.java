class T {
    void m(String s, int i) {
        i = s;
        s = i;
    }
}
