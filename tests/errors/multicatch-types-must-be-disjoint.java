class T {
    void m() {
        try {
        } catch (RuntimeException | IllegalStateException e) {
        }
    }
}
