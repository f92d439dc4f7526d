class T {
    void m(int x, String s, Object o, boolean b) {
        while (b) {
            break;
            x = 1;
        }
    }
}
