class T {
    String m() {
        return 1;
    }
}
