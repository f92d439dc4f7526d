class T {
    void m(int x, String s, Object o, boolean b) {
        try {
            x = 1;
        } catch (java.io.IOException e) {
        }
    }
}
