class T {
    void m() {
        try {
            m();
        } catch (Error | RuntimeException e) {
            e = null;
        }
    }
}
