class T {
    void m(AutoCloseable c) {
        try (AutoCloseable d = c) {
        }
    }
}
