class T {
    void m(AutoCloseable a) throws Exception {
        try (AutoCloseable b = a) {
            b = null;
        }
    }
}
