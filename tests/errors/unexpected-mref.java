class T {
    void m() {
        boolean b = !String::isEmpty;
    }
}
