class T {
    void m() throws Exception {
        try (new java.io.StringReader("")) {
        }
    }
}
